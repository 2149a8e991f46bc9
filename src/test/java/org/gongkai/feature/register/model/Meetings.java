package org.gongkai.feature.register.model;

import static org.gongkai.feature.register.model.Corpus.day;
import static org.gongkai.feature.register.model.Corpus.group;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The three meetings and the lecture (三会一课), and theme days. */
final class Meetings {

    private static final List<String> KINDS = List.of("党员大会", "支委会", "党小组会", "党课");
    private static final Map<String, Integer> GROUPS = Map.of("机关组", 10, "巡线组", 9);

    /** What was not held, or is not shown: withdrawn (2024-02), a draft (2025-10), not published yet. */
    private static final Set<String> MISSING =
            Set.of("支委会 2023-08", "巡线组 2024-05", "机关组 2024-02", "巡线组 2025-10", "巡线组 2025-11");

    private final Corpus corpus;
    private final List<Sitting> sittings = new ArrayList<>();
    private final List<Sitting> themeDays = new ArrayList<>();

    Meetings(Corpus corpus) {
        this.corpus = corpus;
    }

    void write() {
        committee();
        GROUPS.keySet().stream().sorted().forEach(this::groupMeetings);
        assemblies();
        lectures();
        new ThemeDays(corpus).write(themeDays);
        new MeetingAnswers(corpus, KINDS, List.of("机关组", "巡线组")).say(sittings, themeDays);
    }

    private void committee() {
        for (YearMonth month = YearMonth.of(2023, 1);
                !month.isAfter(YearMonth.of(2025, 11));
                month = month.plusMonths(1)) {
            if (MISSING.contains("支委会 " + month)) {
                continue;
            }
            LocalDate day = month.atDay(5);
            int number = number(month);
            String name = month.getYear() + "年第" + number + "次支委会";
            int present = month.getMonthValue() % 4 == 0 ? 4 : 5;
            Draft draft = corpus.add(new Draft("meetings/zwh-" + month, "支委会", "第一党支部" + name + "纪要", day.plusDays(2))
                    .with("文种", month.getMonthValue() == 3 ? "支部委员会会议" : "支委会")
                    .about(day)
                    .with("成文日期", day.plusDays(1))
                    .with("目录项", "A-2")
                    .with(
                            "会议",
                            group("名称", name, "次数", number, "时间", time(day), "地点", "小会议室", "应到", "５", "实到", present)));
            sittings.add(new Sitting(day, List.of("支委会"), name, "", number, null, 5, present, List.of(draft)));
        }
    }

    /** Its number in its year: no meeting in August 2023, the number 7 of 2024 was skipped. */
    private static int number(YearMonth month) {
        boolean isLater = month.getMonthValue() > (month.getYear() == 2023 ? 8 : 6);
        return month.getMonthValue() + (month.getYear() == 2025 || !isLater ? 0 : month.getYear() == 2024 ? 1 : -1);
    }

    private static String time(LocalDate day) {
        return switch (day.getMonthValue() % 3) {
            case 0 -> day + " 15:00";
            case 1 -> day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日 15时00分";
            default ->
                "２０" + (day.getYear() == 2023 ? "２３" : day.getYear() == 2024 ? "２４" : "２５") + "／" + day.getMonthValue()
                        + "／" + day.getDayOfMonth() + "　１５：００";
        };
    }

    private void groupMeetings(String group) {
        int number = 0;
        boolean isOffice = group.equals("机关组");
        for (YearMonth month = YearMonth.of(2023, 1);
                !month.isAfter(YearMonth.of(2025, 11));
                month = month.plusMonths(1)) {
            number = month.getMonthValue() == 1 ? 1 : number + 1;
            if (MISSING.contains(group + " " + month)) {
                number--;
                continue;
            }
            if (!isOffice && month.equals(YearMonth.of(2023, 4))) {
                number++; // Number 4 was skipped.
            }
            LocalDate day = month.atDay(isOffice ? 12 : 13);
            String title = group + month.getYear() + "年" + month.getMonthValue() + "月党小组会纪要";
            // Some say the group in their titles only.
            String named = month.getMonthValue() % 5 == 0 ? null : group;
            boolean isEnglish = month.getMonthValue() % 4 == 0;
            Draft draft = corpus.add(
                    new Draft("meetings/xz" + (isOffice ? "a-" : "b-") + month, "党小组会", title, day.plusDays(2))
                            .in(
                                    isEnglish
                                            ? Draft.Form.ASCIIDOC
                                            : month.getMonthValue() == 7 ? Draft.Form.LINES : Draft.Form.YAML)
                            .with(
                                    "会议",
                                    isEnglish
                                            ? group(
                                                    "session",
                                                    number,
                                                    "time",
                                                    day + " 09:00",
                                                    "group",
                                                    named,
                                                    "entitled",
                                                    GROUPS.get(group),
                                                    "attended",
                                                    GROUPS.get(group) - 1)
                                            : group(
                                                    "次数",
                                                    number,
                                                    "时间",
                                                    day + " 09:00",
                                                    "党小组",
                                                    named,
                                                    "应到",
                                                    GROUPS.get(group),
                                                    "实到",
                                                    GROUPS.get(group) - 1)));
            sittings.add(new Sitting(
                    day,
                    List.of("党小组会"),
                    title,
                    group,
                    number,
                    null,
                    GROUPS.get(group),
                    GROUPS.get(group) - 1,
                    List.of(draft)));
        }
    }

    private void assemblies() {
        // The third quarter of 2024 has none. The last of 2024 is published in the next year.
        for (LocalDate day : List.of(
                day(2023, 3, 20),
                day(2023, 6, 20),
                day(2023, 9, 20),
                day(2023, 12, 20),
                day(2024, 3, 20),
                day(2024, 6, 20),
                day(2024, 12, 28),
                day(2025, 3, 20),
                day(2025, 11, 3))) {
            int number = day.getYear() == 2025
                    ? day.getMonthValue() == 3 ? 1 : 4
                    : day.getMonthValue() == 12 && day.getYear() == 2024 ? 3 : day.getMonthValue() / 3;
            String title = "第一党支部" + day.getYear() + "年第" + number + "次党员大会纪要";
            Draft draft = corpus.add(new Draft("meetings/dh-" + day, "党员大会", title, day.plusDays(9))
                    .with("文种", "支部党员大会")
                    .with("成文日期", day.plusDays(1))
                    .with("会议", group("次数", number, "时间", day + " 14:30", "应到", 19, "实到", 17)));
            sittings.add(new Sitting(day, List.of("党员大会"), title, "", number, null, 19, 17, List.of(draft)));
        }
        // One entry of three kinds.
        LocalDate june = day(2025, 6, 20);
        Draft both = corpus.add(
                new Draft("meetings/dh-dk-dr", "党员大会、党课、主题党日", "第一党支部2025年第2次党员大会和党课、主题党日活动", june.plusDays(3))
                        .with("主讲人", "书记")
                        .with("题目", "水价里的账")
                        .with("主题", "在党旗下说水")
                        .with("会议", group("次数", 2, "时间", june + " 14:30", "地点", "三楼会议室", "应到", 19, "实到", 18)));
        sittings.add(new Sitting(june, List.of("党员大会", "党课"), both.title(), "", 2, "书记", 19, 18, List.of(both)));
        themeDays.add(new Sitting(june, List.of("主题党日"), "在党旗下说水", "", null, null, 19, 18, List.of(both)));
        // Two entries about one sitting, the time of which is typed in two ways.
        LocalDate september = day(2025, 9, 20);
        Draft minutes = corpus.add(new Draft("meetings/dh-2025-3", "党员大会", "第一党支部2025年第3次党员大会纪要", september.plusDays(4))
                .with("会议", group("次数", 3, "时间", september + " 14:30", "地点", "三楼会议室", "应到", 19, "实到", 16)));
        Draft lecture = corpus.add(new Draft("meetings/dk-2025-3", "党课", "书记在第3次党员大会上讲党课", september.plusDays(6))
                .with("主讲人", "书记")
                .with("会议", group("时间", "２０２５年９月２０日 14时30分", "地点", "三楼会议室 ", "应到", "19")));
        sittings.add(new Sitting(
                september, List.of("党员大会", "党课"), minutes.title(), "", 3, "书记", 19, 16, List.of(minutes, lecture)));
    }

    private void lectures() {
        for (LocalDate day : List.of(day(2023, 4, 18), day(2023, 10, 17), day(2024, 4, 16), day(2024, 10, 15))) {
            String lecturer = day.getMonthValue() == 4 ? "书记" : "纪检委员";
            Draft draft = corpus.add(new Draft(
                            "meetings/dk-" + day,
                            "党课",
                            lecturer + "讲党课“" + day.getYear() + "年第" + (day.getMonthValue() / 4) + "课”",
                            day.plusDays(3))
                    .with("主讲人", lecturer)
                    .with("会议", group("时间", day + " 10:00", "地点", "活动室")));
            sittings.add(
                    new Sitting(day, List.of("党课"), draft.title(), "", null, lecturer, null, null, List.of(draft)));
        }
    }
}
