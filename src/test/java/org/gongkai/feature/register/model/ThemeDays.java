package org.gongkai.feature.register.model;

import static org.gongkai.feature.register.model.Corpus.day;
import static org.gongkai.feature.register.model.Corpus.group;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/** Theme days, and meetings that are none for readers. */
final class ThemeDays {

    private static final Set<String> WITHOUT_THEME_DAY = Set.of("2023-10", "2024-02", "2025-06", "2025-11");

    private final Corpus corpus;

    ThemeDays(Corpus corpus) {
        this.corpus = corpus;
    }

    /** Adds the theme days that were held to those that are known. */
    void write(List<Sitting> themeDays) {
        held(themeDays);
        hidden();
    }

    private void held(List<Sitting> themeDays) {
        for (YearMonth month = YearMonth.of(2023, 1);
                !month.isAfter(YearMonth.of(2025, 11));
                month = month.plusMonths(1)) {
            if (WITHOUT_THEME_DAY.contains(month.toString())) {
                continue;
            }
            LocalDate day = month.atDay(25);
            // Some name their theme with the meeting, some in the title only.
            String theme = month.getMonthValue() % 3 == 0 ? null : "第" + month.getMonthValue() + "个主题";
            boolean withMeeting = month.getMonthValue() % 3 == 1;
            String title = "支部开展" + month.getYear() + "年" + month.getMonthValue() + "月主题党日活动";
            Draft draft = corpus.add(new Draft("theme-days/dr-" + month, "主题党日", title, day.plusDays(4))
                    .with(
                            "会议",
                            group(
                                    "时间",
                                    day + " 08:30",
                                    "主题",
                                    withMeeting ? theme : null,
                                    "应到",
                                    19,
                                    "实到",
                                    19 - month.getMonthValue() % 2)));
            if (theme != null && !withMeeting) {
                draft.with("主题", theme);
            }
            themeDays.add(new Sitting(
                    day,
                    List.of("主题党日"),
                    theme == null ? title : theme,
                    "",
                    null,
                    null,
                    19,
                    19 - month.getMonthValue() % 2,
                    List.of(draft)));
        }
    }

    /** Entries that count nowhere: withdrawn, a draft, for named recipients, published later, held later. */
    private void hidden() {
        corpus.add(new Draft("meetings/h1", "党小组会", "机关组2024年2月党小组会纪要", day(2024, 2, 20))
                .with("状态", "已撤回")
                .with("会议", group("时间", "2024-02-14 09:00", "党小组", "机关组")));
        corpus.add(new Draft("meetings/h2", "党小组会", "巡线组2025年10月党小组会纪要", day(2025, 10, 20))
                .with("状态", "草稿")
                .with("会议", group("时间", "2025-10-14 09:00", "党小组", "巡线组")));
        corpus.add(new Draft("meetings/h3", "党小组会", "巡线组2024年5月党小组会纪要", day(2024, 5, 20))
                .with("状态", "草稿")
                .with("公开范围", "特定对象")
                .with("会议", group("时间", "2024-05-14 09:00", "党小组", "巡线组")));
        corpus.add(new Draft("meetings/h4", "党小组会", "巡线组2025年11月党小组会纪要", day(2025, 11, 16))
                .with("会议", group("时间", "2025-11-13 09:00", "党小组", "巡线组")));
        corpus.add(new Draft("meetings/h5", "党小组会", "巡线组2025年11月下旬党小组会安排", day(2025, 11, 10))
                .with("会议", group("时间", "2025-11-25 09:00", "党小组", "巡线组")));
    }
}
