package org.gongkai.feature.register.model;

import static org.gongkai.feature.register.model.Corpus.day;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Registers of the branch and of all entries: the organisation, the catalogue, what is to be filed. */
final class WholeSite {

    static final String CATALOGUE =
            """
            - {编号: A-1, 事项: 党费收缴, 范围: 本单位, 时限: 每季度, 责任人: 组织委员}
            - {编号: A-2, 事项: 支部工作, 范围: 本单位, 时限: 每月}
            - {编号: A-3, 事项: 工作计划, 范围: 本单位, 时限: 每年}
            - {编号: A-4, 事项: 服务群众, 范围: 本单位, 时限: 每半年}
            - {编号: A-5, 事项: 换届选举, 范围: 本单位, 时限: 逐段公开}
            """;

    private final Corpus corpus;
    private final Map<Integer, Integer> lateOf = new TreeMap<>();
    private final Map<Integer, Integer> missingOf = new TreeMap<>();

    WholeSite(Corpus corpus) {
        this.corpus = corpus;
    }

    void write() {
        corpus.add(new Draft("notices/tz", "通知", "关于固定学习时间的通知", day(2023, 1, 9))
                .with("发文字号", "示党〔2023〕1号")
                .with("索引号", "DYZB/2023-00001"));
        namedDocuments();
        List<Draft> visible = corpus.drafts().stream().filter(Draft::isVisible).toList();
        organisation();
        filing(visible);
        for (int year = 2023; year <= 2025; year++) {
            item(year, "A-1", "党费收缴", "每季度", "组织委员", 3, visible);
            item(year, "A-2", "支部工作", "每月", null, 1, visible);
            item(year, "A-3", "工作计划", "每年", null, 12, visible);
            item(year, "A-4", "服务群众", "每半年", null, 6, visible);
            item(year, "A-5", "换届选举", "逐段公开", null, 0, visible);
            int all = year;
            corpus.answer("catalogue")
                    .total(
                            year,
                            "已公开",
                            visible.stream()
                                    .filter(draft -> !draft.text("目录项").isEmpty())
                                    .filter(draft -> years(draft).contains(all))
                                    .count());
            corpus.answer("catalogue").total(year, "迟公开", lateOf.get(year));
            corpus.answer("catalogue").total(year, "未公开", missingOf.get(year));
        }
    }

    private void organisation() {
        Answer organisation = corpus.answer("organisation");
        String[][] posts = {
            {"书记", "林远舟", null},
            {"副书记", "顾清和", null},
            {"组织委员", "沈知微", "兼任"},
            {"宣传委员", "沈知微", "兼任"},
            {"纪检委员", "陆见山", null}
        };
        for (String[] post : posts) {
            organisation.row(
                    2025, List.of(), "委员会", post[0], post[1], null, day(2023, 3, 10), day(2026, 3, 9), 114, post[2]);
        }
        organisation.row(2025, List.of(), "党小组", "机关组", "顾清和", 10);
        organisation.row(2025, List.of(), "党小组", "巡线组", "陆见山", 9);
        organisation.total(2025, "委员会", 5);
        organisation.total(2025, "党小组", 2);
        organisation.total(2025, "人数", 19);
    }

    /** One that is public, one that nobody published, one of a higher body, one in a draft alone. */
    private void namedDocuments() {
        Draft first = corpus.add(new Draft("notices/wj-1", "通知", "关于按月交纳党费的通知", day(2024, 5, 7))
                .saying("按《第一党支部党费管理办法（试行）》和《支部夜间巡查办法》办理，并学习《中国共产党章程》和《关于开展夜间巡查的通知》。"));
        Draft again = corpus.add(
                new Draft("notices/wj-2", "通知", "关于夜间巡查的通知", day(2025, 6, 9)).saying("《支部夜间巡查办法》见附件，《支部夜间巡查办法》第三条除外。"));
        corpus.add(new Draft("notices/wj-3", "通知", "关于起草值守办法的通知", day(2025, 7, 9))
                .with("状态", "草稿")
                .saying("《值守办法》由组织委员起草。"));
        String rule = corpus.draft("rules/df").title();
        Answer named = corpus.answer("named-documents");
        named.row(2024, first, "《" + rule + "》", rule, 1, first.published());
        named.row(2024, List.of(first, again), "《支部夜间巡查办法》", null, 2, first.published());
        named.expected(2024, "《" + rule + "》", day(2024, 12, 31), first);
        named.expected(2024, "《支部夜间巡查办法》", day(2024, 12, 31), false, first);
    }

    private void filing(List<Draft> visible) {
        Answer filing = corpus.answer("filing");
        for (int year = 2023; year <= 2025; year++) {
            Map<String, Integer> totals = new TreeMap<>();
            for (Draft draft : visible) {
                if (draft.signed().getYear() == year) {
                    String kept = draft.kinds().stream()
                                            .map(WholeSite::retention)
                                            .max(Integer::compare)
                                            .orElseThrow()
                                    == 100
                            ? "永久"
                            : draft.kinds().stream()
                                            .map(WholeSite::retention)
                                            .max(Integer::compare)
                                            .orElseThrow() + "年";
                    totals.merge(kept, 1, Integer::sum);
                    filing.row(
                            year,
                            draft,
                            draft.signed(),
                            draft.title(),
                            Draft.PUBLISHER,
                            orNull(draft.text("发文字号")),
                            orNull(draft.text("索引号")),
                            String.join("、", draft.kinds()),
                            kept);
                }
            }
            int of = year;
            totals.forEach((kept, number) -> filing.total(of, kept, number));
        }
    }

    /** How many years an entry is kept; 100 for ever. An entry of two kinds is kept as long as the longer. */
    private static int retention(String kind) {
        return switch (kind) {
            case "决议", "发展党员公示", "工作计划", "工作总结", "换届选举", "党员大会", "支委会", "组织生活会", "民主评议", "规章制度" -> 100;
            case "评优公示", "党费收缴公示", "整改清单", "党小组会", "党课", "廉政", "廉政教育", "实施方案", "述职述责" -> 30;
            default -> 10;
        };
    }

    /** An item of the catalogue in a year, to be published every so many months; 0 if at no fixed time. */
    private void item(
            int year, String number, String name, String term, String owner, int months, List<Draft> visible) {
        Answer catalogue = corpus.answer("catalogue");
        List<Draft> published = visible.stream()
                .filter(draft ->
                        draft.text("目录项").equals(number) || draft.text("目录项").equals(name))
                .filter(draft -> years(draft).contains(year))
                .toList();
        List<Long> days = published.stream()
                .filter(draft -> draft.event().isPresent())
                .map(draft -> ChronoUnit.DAYS.between(draft.event().get(), draft.published()))
                .toList();
        long sum = days.stream().mapToLong(Long::longValue).sum();
        long inTime = days.stream().filter(n -> n <= 30).count();
        Integer late = months == 0 ? null : 0;
        Integer missing = months == 0 ? null : 0;
        for (int month = 1; months > 0 && month <= 12; month += months) {
            LocalDate due = day(year, month, 1).plusMonths(months).minusDays(1).plusDays(30);
            List<Draft> within = within(year, month, months, published);
            late += !within.isEmpty()
                            && within.stream().allMatch(it -> it.published().isAfter(due))
                    ? 1
                    : 0;
            missing += within.isEmpty() && due.isBefore(Draft.DAY) ? 1 : 0;
        }
        lateOf.merge(year, months == 0 ? 0 : late, Integer::sum);
        missingOf.merge(year, months == 0 ? 0 : missing, Integer::sum);
        catalogue.row(
                year,
                published,
                name,
                number,
                "本单位",
                term,
                owner,
                published.size(),
                published.isEmpty() ? null : published.get(published.size() - 1).published(),
                next(year, months, published),
                late,
                missing,
                days.isEmpty()
                        ? null
                        : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(days.size()), 1, RoundingMode.HALF_UP),
                days.isEmpty() ? null : Answer.percent(inTime, days.size()));
        for (int month = 1; months > 0 && month <= 12; month += months) {
            LocalDate from = day(year, month, 1);
            LocalDate to = from.plusMonths(months).minusDays(1);
            if (!from.isAfter(Draft.DAY)) {
                catalogue.expected(
                        year,
                        part(year, month, months) + name,
                        to.plusDays(30),
                        within(year, month, months, published).stream()
                                .findFirst()
                                .orElse(null));
            }
        }
    }

    /** The first day not yet passed by which something is due that is not there; of the current year or the next. */
    private static LocalDate next(int year, int months, List<Draft> published) {
        int last = year == Draft.DAY.getYear() ? 24 : 12;
        for (int month = 1; months > 0 && month <= last; month += months) {
            LocalDate due =
                    day(year, 1, 1).plusMonths(month - 1 + months).minusDays(1).plusDays(30);
            boolean isThere =
                    month <= 12 && !within(year, month, months, published).isEmpty();
            if (!isThere && !due.isBefore(Draft.DAY)) {
                return due;
            }
        }
        return null;
    }

    private static List<Draft> within(int year, int month, int months, List<Draft> published) {
        LocalDate from = day(year, month, 1);
        LocalDate to = from.plusMonths(months).minusDays(1);
        return published.stream()
                .filter(draft -> months == 12 || isWithin(draft, from, to))
                .toList();
    }

    private static boolean isWithin(Draft draft, LocalDate from, LocalDate to) {
        LocalDate day = draft.event().orElse(draft.published());
        return !day.isBefore(from) && !day.isAfter(to);
    }

    private static String part(int year, int month, int months) {
        return switch (months) {
            case 1 -> month + "月";
            case 3 -> "第" + "一二三四".charAt(month / 3) + "季度";
            case 6 -> month == 1 ? "上半年" : "下半年";
            default -> year + "年";
        };
    }

    /** The years that an entry names; else that of its event, not of its publication. */
    private static List<Integer> years(Draft draft) {
        return draft.text("年度").isEmpty()
                ? List.of(draft.event().orElse(draft.published()).getYear())
                : draft.years();
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
