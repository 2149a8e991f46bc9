package org.gongkai.feature.register.model;

import static org.gongkai.feature.register.model.Corpus.day;
import static org.gongkai.feature.register.model.Corpus.group;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Records of study, with the lectures that count among them, and the dues of quarters. */
final class StudyAndDues {

    private static final String QUARTERS = "一二三四";

    private final Corpus corpus;
    private final Answer study;
    private final Answer dues;

    StudyAndDues(Corpus corpus) {
        this.corpus = corpus;
        this.study = corpus.answer("study");
        this.dues = corpus.answer("dues");
    }

    void write() {
        study();
        dues();
    }

    private void study() {
        Draft first = null;
        for (LocalDate day : List.of(day(2023, 2, 20), day(2023, 5, 20), day(2023, 8, 20), day(2023, 11, 20))) {
            Draft draft = record(day, "8");
            first = first == null ? draft : first;
        }
        lecture(2023, "meetings/dk-2023-04-18", "书记");
        lecture(2023, "meetings/dk-2023-10-17", "纪检委员");
        totals(2023, 4, 2, 32, 76, 72);
        study.expected(2023, "2023年集中学习32学时", day(2023, 12, 31), first);

        Draft ofNextYear = null;
        for (LocalDate day : List.of(day(2024, 2, 20), day(2024, 5, 20), day(2024, 8, 20))) {
            Draft draft = record(day, "８");
            ofNextYear = ofNextYear == null ? draft : ofNextYear;
        }
        lecture(2024, "meetings/dk-2024-04-16", "书记");
        // The record and the entry of the lecture are about one sitting.
        Draft shared = corpus.add(new Draft("study-records/shared", "学习记录", "第一党支部2024年10月集中学习情况", day(2024, 10, 21))
                .with("学习时间", "2024-10-15")
                .with("学时", "6.5")
                .with("主题", "党课里的纪律")
                .with("会议", group("时间", "2024-10-15 10:00", "地点", "活动室")));
        Draft lecture = corpus.draft("meetings/dk-2024-10-15");
        study.row(2024, List.of(lecture, shared), day(2024, 10, 15), "党课、学习记录", "党课里的纪律", "纪检委员", null, 6.5);
        totals(2024, 4, 2, 30.5, 57, 54);
        study.expected(2024, "2024年集中学习32学时", day(2024, 12, 31), false, ofNextYear);

        Draft ofThisYear = record(day(2025, 2, 20), "8");
        record(day(2025, 5, 20), "8学时");
        record(day(2025, 8, 20), "8.0");
        planned(ofThisYear);
        Draft june = corpus.draft("meetings/dh-dk-dr");
        study.row(2025, june, day(2025, 6, 20), "党课", "水价里的账", "书记", null, null, 19, 18, 94.7);
        Draft september = corpus.draft("meetings/dk-2025-3");
        study.row(2025, september, day(2025, 9, 20), "党课", september.title(), "书记", null, null, 19);
        study.total(2025, "学习记录", 3);
        study.total(2025, "党课", 2);
        study.total(2025, "学时", 24);
        study.total(2025, "应到", 3 * 19 + 19 + 19);
        study.total(2025, "实到", 3 * 18 + 18);
        study.total(2025, "到会率", 94.7);
        study.expected(2025, "2025年集中学习32学时", day(2025, 12, 31), false, ofThisYear);
    }

    /** What is planned for months that have begun is held against what was done in them. */
    private void planned(Draft february) {
        Draft plan = corpus.add(new Draft("study/xxjh", "学习计划", "第一党支部2025年党员学习计划", day(2025, 1, 6))
                .with(
                        "学习安排",
                        List.of(
                                group("月份", "2月", "内容", "党章"),
                                group("月份", "2月", "内容", "案例"),
                                group("时间", "3月20日", "内容", "规程"),
                                group("月份", "3月", "内容", "防汛"),
                                group("月份", "11月", "内容", "防冻"),
                                group("月份", "12月", "内容", "回顾"),
                                group("月份", "下半年", "内容", "业务")))
                .with("主题党日安排", List.of(group("月份", "9月", "主题", "看水源"), group("月份", "11月", "主题", "防冻"))));
        study.expected(2025, "2月学习计划：党章；案例", day(2025, 2, 28), february);
        study.expected(2025, "3月学习计划：规程；防汛", day(2025, 3, 31), false, plan);
        study.expected(2025, "11月学习计划：防冻", day(2025, 11, 30), false, plan);
        Answer themeDays = corpus.answer("theme-days");
        themeDays.expected(2025, "9月主题党日计划：看水源", day(2025, 9, 30), corpus.draft("theme-days/dr-2025-09"));
        themeDays.expected(2025, "11月主题党日计划：防冻", day(2025, 11, 30), false, plan);
    }

    private Draft record(LocalDate day, String hours) {
        Draft draft = corpus.add(new Draft(
                        "study-records/xx-" + day,
                        "学习记录",
                        "第一党支部" + day.getYear() + "年" + day.getMonthValue() + "月集中学习情况",
                        day.plusDays(5))
                .with("学习时间", day)
                .with("学时", hours.replace("学时", ""))
                .with("应到", 19)
                .with("实到", 18)
                .with("形式", "集中学习"));
        study.row(day.getYear(), draft, day, "学习记录", draft.title(), null, "集中学习", 8, 19, 18, 94.7);
        return draft;
    }

    private void lecture(int year, String name, String lecturer) {
        Draft draft = corpus.draft(name);
        LocalDate day = LocalDate.parse(name.substring(name.length() - 10));
        study.row(year, draft, day, "党课", draft.title(), lecturer);
    }

    private void totals(int year, int records, int lectures, double hours, int entitled, int present) {
        study.total(year, "学习记录", records);
        study.total(year, "党课", lectures);
        study.total(year, "学时", hours);
        study.total(year, "应到", entitled);
        study.total(year, "实到", present);
        study.total(year, "到会率", Answer.percent(present, entitled));
    }

    private void dues() {
        int number = 0;
        for (int year = 2023; year <= 2025; year++) {
            BigDecimal due = BigDecimal.ZERO;
            BigDecimal paid = BigDecimal.ZERO;
            for (int quarter = 1; quarter <= 4; quarter++) {
                LocalDate from = day(year, quarter * 3 - 2, 1);
                LocalDate end = from.plusMonths(3).minusDays(1);
                Draft draft = null;
                // The second quarter of 2024 is missing, the fourth of 2025 has not ended.
                if (!(year == 2024 && quarter == 2) && !(year == 2025 && quarter == 4)) {
                    number++;
                    BigDecimal amount = new BigDecimal(5400 + 12 * number);
                    BigDecimal received = number == 3 ? amount.subtract(new BigDecimal("120.5")) : amount;
                    draft = dues(from, end, quarter, number, amount, received);
                    due = due.add(amount);
                    paid = paid.add(received);
                }
                dues.expected(year, "第" + QUARTERS.charAt(quarter - 1) + "季度党费收缴公示", end.plusDays(30), draft);
            }
            dues.total(year, "应交金额", due);
            dues.total(year, "实交金额", paid);
            dues.total(year, "收缴率", Answer.percent(paid, due));
        }
    }

    private Draft dues(LocalDate from, LocalDate end, int quarter, int number, BigDecimal due, BigDecimal paid) {
        boolean onlyRange = from.equals(day(2025, 4, 1));
        String period = from.getYear() + "年第" + QUARTERS.charAt(quarter - 1) + "季度";
        String title = onlyRange ? "第一党支部2025年党费收缴公示（四月至六月）" : "第一党支部" + period + "党费收缴公示";
        Draft draft =
                corpus.add(new Draft("dues/df-" + from.getYear() + "-" + quarter, "党费收缴公示", title, end.plusDays(8))
                        .about(end)
                        .with("目录项", quarter % 2 == 0 ? "党费收缴" : "A-1")
                        .with("应交人数", 19)
                        .with("实交人数", number == 3 ? "18" : "１９")
                        .with("应交金额", typed(number, due))
                        .with("实交金额", typed(number + 1, paid)));
        if (number % 2 == 0 || onlyRange) {
            draft.with("期间", group("起", from, "止", end));
        }
        if (number % 4 == 0) {
            draft.with("上缴日期", end.plusDays(3)).with("用途", "上缴").in(Draft.Form.ASCIIDOC);
        }
        List<Object> cells = new ArrayList<>(List.of(
                onlyRange ? from + "至" + end : period,
                19,
                number == 3 ? 18 : 19,
                due,
                paid,
                Answer.percent(paid, due)));
        cells.add(number % 4 == 0 ? end.plusDays(3) : null);
        cells.add(number % 4 == 0 ? "上缴" : null);
        dues.row(from.getYear(), draft, cells.toArray());
        return draft;
    }

    private static String typed(int way, BigDecimal amount) {
        return switch (way % 3) {
            case 0 -> amount.setScale(2).toString();
            case 1 -> "5," + amount.subtract(new BigDecimal(5000)) + "元";
            default -> amount.toString().replace('5', '５').replace('4', '４');
        };
    }
}
