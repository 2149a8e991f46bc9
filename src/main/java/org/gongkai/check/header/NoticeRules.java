package org.gongkai.check.header;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.calendar.WorkCalendar.PeriodStart;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.NoticePeriod;
import org.gongkai.problem.Problem;
import org.gongkai.text.DateText;

/** The rules about 公示; each method that takes an entry is one. */
record NoticeRules(HeaderRuleContext facts, WorkCalendar calendar) {

    /** What can be said only when everybody has had the time to speak. */
    private static final Pattern RESULT =
            Pattern.compile("(?:没有?|未|无)(?:收到)?(?:任何|不同)?.{0,4}(?:意见|异议|反映)|期满|收到.{0,8}[条件]");

    /** What is written as long as there is no result. */
    private static final Pattern OPEN =
            Pattern.compile("(?:正在|还在|仍在)(?:核实|汇总|统计|整理|调查|研究|办理)|(?:期满|结束)[^。]{0,4}[再后](?:填|写|补)|待(?:填|补|定|核)");

    NoticeRules(HeaderRuleContext facts) {
        this(facts, facts.calendar());
    }

    /** Returns the kind of an entry with requirements on a 公示, of several the one with the longest period. */
    private static Optional<Kind> kind(Entry entry) {
        return entry.kinds().stream()
                .filter(kind -> kind.demands().notice().isPresent())
                .max(Comparator.comparingInt(
                        kind -> kind.demands().notice().get().minimum()));
    }

    void check(Entry entry, Consumer<Problem> problems) {
        given(entry, problems);
        length(entry, problems);
    }

    /** A 公示 specifies its period and how to object. */
    private void given(Entry entry, Consumer<Problem> problems) {
        Optional<Kind> kind = entry.publication().status() == Entry.Status.DRAFT ? Optional.empty() : kind(entry);
        if (kind.isEmpty()) {
            return;
        }
        NoticePeriod period = kind.get().demands().notice().get();
        Value notice = entry.values().get(CommonField.NOTICE);
        if (period.datesRequired() && (notice == null || notice instanceof Value.Text blank && blank.isBlank())) {
            HeaderPosition.of(entry, CommonField.KIND, problems)
                    .error("E153", "文种是“" + kind.get().name() + "”，没有写公示的起止日期", "请写上 公示: 2024-05-06 至 2024-05-10");
        }
        boolean hasChannel = entry.own().stream()
                .anyMatch(field -> NoticePeriod.CHANNELS.contains(field.spec().name())
                        && field.value() instanceof Value.Text channel
                        && !channel.isBlank());
        if (period.channelRequired() && !hasChannel && facts.supervision().isEmpty()) {
            HeaderPosition.of(entry, CommonField.NOTICE, problems)
                    .error("E150", "没有写向谁反映意见", "请写上受理部门、监督电话或者监督信箱，或者在 content/_data/site.yml 里写“监督”");
        }
    }

    /** A 公示 states its result within a number of days after its end, and none before. */
    void result(Entry entry, LocalDate day, Consumer<Problem> problems) {
        entry.notice()
                .filter(notice -> entry.publication().status() == Entry.Status.PUBLISHED)
                .filter(notice -> RESULT.matcher(notice.result().text()).find())
                .filter(notice -> !day.isAfter(notice.to()))
                .ifPresent(notice -> problems.accept(Problem.warning(
                        "W344",
                        entry.path(),
                        notice.result(),
                        "公示到" + DateText.chinese(notice.to()) + "才结束，已经写了结果“"
                                + notice.result().text() + "”",
                        "请等公示结束以后再写结果；提前结束的，改公示的截止日期")));
        int within = facts.resultWithin();
        entry.notice()
                .filter(notice -> entry.publication().status() == Entry.Status.PUBLISHED)
                .filter(notice -> notice.result().isBlank()
                        || OPEN.matcher(notice.result().text()).find())
                .filter(notice -> day.isAfter(notice.to().plusDays(within)))
                .ifPresent(notice -> HeaderPosition.of(entry, CommonField.NOTICE, problems)
                        .warning(
                                "W151",
                                "公示已于 " + notice.to() + " 结束，超过" + within + "天"
                                        + (notice.result().isBlank()
                                                ? "还没有写结果"
                                                : "结果还写着“" + notice.result().text() + "”"),
                                hint(entry, notice)));
    }

    /** A period in one line has no room for the result. */
    private static String hint(Entry entry, Entry.Notice notice) {
        return entry.values().get(CommonField.NOTICE) instanceof Value.Text
                ? "请改写成 公示: {起: " + notice.from() + ", 止: " + notice.to() + ", 结果: 结果那一条的文件名，或者一句话}"
                : "请在公示里写上“结果”：结果那一条的文件名，或者一句话";
    }

    /**
     * A 公示 has the minimum length of its kind, and the number of working days that it states. Practice differs on
     * whether the first day counts, so a period is too short only if it is by the more favorable count. A minimum that
     * is custom and no norm is only warned of.
     */
    private void length(Entry entry, Consumer<Problem> problems) {
        if (entry.notice().isEmpty()) {
            return;
        }
        Entry.Notice notice = entry.notice().get();
        HeaderPosition place = HeaderPosition.of(entry, CommonField.NOTICE, problems);
        Optional<Kind> kind = kind(entry);
        boolean inDays =
                kind.isPresent() && kind.get().demands().notice().get().unit() == NoticePeriod.Unit.CALENDAR_DAYS;
        if (inDays) {
            calendarDays(notice, kind.get(), place);
        }
        if (notice.workingDays().isPresent() || kind.isPresent() && !inDays) {
            workingDays(notice, inDays ? Optional.empty() : kind, place);
        }
    }

    private void calendarDays(Entry.Notice notice, Kind kind, HeaderPosition place) {
        int minimum = kind.demands().notice().get().minimum();
        long days = ChronoUnit.DAYS.between(notice.from(), notice.to()) + 1;
        if (days < minimum) {
            tooShort(
                    place,
                    notice,
                    days + "个自然日",
                    kind,
                    notice.from().plusDays(minimum - 1L).toString());
        }
    }

    private void workingDays(Entry.Notice notice, Optional<Kind> kind, HeaderPosition place) {
        OptionalInt withFirst = calendar.count(notice.from(), notice.to(), PeriodStart.FROM_FIRST_DAY);
        OptionalInt withoutFirst = calendar.count(notice.from(), notice.to(), PeriodStart.FROM_NEXT_DAY);
        if (withFirst.isEmpty() || withoutFirst.isEmpty()) {
            unknown(notice, place);
            return;
        }
        int days = withFirst.getAsInt();
        if (kind.isPresent() && days < kind.get().demands().notice().get().minimum()) {
            String end = calendar.end(
                            notice.from(), kind.get().demands().notice().get().minimum(), PeriodStart.FROM_FIRST_DAY)
                    .map(LocalDate::toString)
                    .orElse("更晚的一天");
            tooShort(place, notice, days + "个工作日", kind.get(), end);
        }
        int stated = notice.workingDays().orElse(days);
        if (stated != days && stated != withoutFirst.getAsInt()) {
            place.error(
                    "E149",
                    "写明" + stated + "个工作日，按放假安排 " + notice.from() + " 至 " + notice.to() + " 是" + days + "个（起始日计入）或"
                            + withoutFirst.getAsInt() + "个（自次日起算）",
                    "请核对起止日期和工作日数；双休日、节假日不算，调休上班日算");
        }
    }

    private void tooShort(HeaderPosition place, Entry.Notice notice, String days, Kind kind, String end) {
        NoticePeriod period = kind.demands().notice().get();
        String found = "公示期 " + notice.from() + " 至 " + notice.to() + " 只有" + days + "（起始日计入），“" + kind.name() + "”";
        String least = "不少于" + period.minimum() + "个" + period.unit().label();
        if (period.binding()) {
            place.error("E148", found + "要求" + least, "请把截止日期改到 " + end + " 或者以后");
        } else {
            place.warning("W148", found + "一般" + least, "没有另外规定的，请把截止日期改到 " + end + " 或者以后");
        }
    }

    private void unknown(Entry.Notice notice, HeaderPosition place) {
        int year = calendar.missingYear(notice.from(), notice.to())
                .orElse(notice.to().getYear());
        place.warning(
                "W152",
                "没有" + year + "年的放假安排，不能核对 " + notice.from() + " 至 " + notice.to() + " 的工作日数",
                "国务院办公厅公布" + year + "年放假安排以后，请写进 content/_data/holidays/" + year + ".yml；在此之前请自行核对");
    }
}
