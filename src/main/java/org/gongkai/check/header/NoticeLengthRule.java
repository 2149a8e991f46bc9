package org.gongkai.check.header;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.gongkai.check.rule.HeaderRule;
import org.gongkai.input.calendar.Counting;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.NoticePeriod;
import org.gongkai.problem.Problem;

/**
 * A 公示 has the minimum length of its kind, and the number of working days that it states. Practice differs on whether
 * the first day counts, so a period is too short only if it is by the more favorable count. A minimum that is custom
 * and no norm is only warned of.
 */
final class NoticeLengthRule implements HeaderRule {

    private final WorkCalendar calendar;
    private final NoticePeriods periods;

    NoticeLengthRule(WorkCalendar calendar, NoticePeriods periods) {
        this.calendar = calendar;
        this.periods = periods;
    }

    @Override
    public void check(Entry entry, Consumer<Problem> problems) {
        if (entry.notice().isEmpty()) {
            return;
        }
        Entry.Notice notice = entry.notice().get();
        HeaderPosition place = HeaderPosition.of(entry, CommonField.NOTICE, problems);
        Optional<Kind> kind = periods.kind(entry);
        boolean inDays = kind.isPresent() && periods.of(kind.get()).unit() == NoticePeriod.Unit.CALENDAR_DAYS;
        if (inDays) {
            calendarDays(notice, kind.get(), place);
        }
        if (notice.workingDays().isPresent() || kind.isPresent() && !inDays) {
            workingDays(notice, inDays ? Optional.empty() : kind, place);
        }
    }

    private void calendarDays(Entry.Notice notice, Kind kind, HeaderPosition place) {
        int minimum = periods.of(kind).minimum();
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
        OptionalInt withFirst = calendar.count(notice.from(), notice.to(), Counting.FROM_FIRST_DAY);
        OptionalInt withoutFirst = calendar.count(notice.from(), notice.to(), Counting.FROM_NEXT_DAY);
        if (withFirst.isEmpty() || withoutFirst.isEmpty()) {
            unknown(notice, place);
            return;
        }
        int days = withFirst.getAsInt();
        if (kind.isPresent() && days < periods.of(kind.get()).minimum()) {
            String end = calendar.end(notice.from(), periods.of(kind.get()).minimum(), Counting.FROM_FIRST_DAY)
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
        NoticePeriod period = periods.of(kind);
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
