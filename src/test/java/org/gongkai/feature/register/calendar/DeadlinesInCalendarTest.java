package org.gongkai.feature.register.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.testing.SiteFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The calendar of what is due")
class DeadlinesInCalendarTest extends SiteFixture {

    private static final String CALENDAR = "registers/due/calendar.ics";

    private static final String[] PLAN = {
        "标题: 第一党支部2024年工作计划",
        "文种: 工作计划",
        "发布日期: 2024-01-10",
        "任务项:",
        "  - {内容: 换表800只, 责任人: 计量员, 时限: 2024-09-30, 状态: 进行中}",
        "  - {内容: 修订两项制度, 责任人: 组织委员, 时限: 3月31日, 状态: 已完成（3月20日）}",
        "  - {内容: 集中学习, 时限: 6月30日, 状态: 未开始}",
        "  - {内容: 集中学习, 时限: 12月31日, 状态: 未开始}"
    };

    @BeforeEach
    void aSite() {
        site.published("content/计划.md", PLAN)
                .published(
                        "content/学习.md",
                        "标题: 第一党支部2024年党员学习计划",
                        "文种: 学习计划",
                        "发布日期: 2024-01-11",
                        "主题党日安排:",
                        "  - {月份: 4月, 主题: 去水库}",
                        "  - {月份: 5月, 主题: 看泵房}",
                        "  - {月份: 7月, 主题: 查漏点, 时间: 2024-07-05, 地点: 北环路}")
                .published(
                        "content/党日.md",
                        "标题: 第一党支部4月主题党日",
                        "文种: 主题党日",
                        "主题: 去水库看水",
                        "发布日期: 2024-04-20",
                        "会议: {时间: 2024-04-17 14:30, 地点: 水库, 应到: 9, 实到: 9}")
                .published(
                        "content/整改.md",
                        "标题: 2024年整改清单",
                        "文种: 整改清单",
                        "发布日期: 2024-02-01",
                        "整改项:",
                        "  - {问题: 纪要发得晚, 责任人: 宣传委员, 时限: 2024-05-31, 完成情况: 进行中}")
                .published(
                        "content/承诺.md",
                        "标题: 第一党支部2024年公开承诺",
                        "文种: 党员承诺",
                        "发布日期: 2024-03-05",
                        "承诺事项:",
                        "  - {承诺人: 支部, 内容: 报漏1小时到场, 时限: 全年}")
                .published(
                        "content/党费.md",
                        "标题: 第一党支部2024年第一季度党费收缴公示",
                        "文种: 党费收缴公示",
                        "发布日期: 2024-04-08",
                        "应交人数: 9",
                        "实交人数: 9",
                        "应交金额: 900.00",
                        "实交金额: 900.00")
                .file(
                        "content/_data/site.yml",
                        "公布应办事项: 是\n受众:\n- {名称: 社会公众, 范围: [社会]}\n- {名称: 本单位, 范围: [社会, 全党, 本单位], 目录: inner}\n")
                .published(
                        "content/内部.md",
                        "标题: 第一党支部2024年内部工作计划",
                        "文种: 工作计划",
                        "公开范围: 本单位",
                        "发布日期: 2024-01-12",
                        "任务项:",
                        "  - {内容: 只在单位里公开的事, 责任人: 书记, 时限: 2024-08-31, 状态: 未开始}");
    }

    /** Events of the calendar whose titles match: day and title. */
    private List<String> events(String titles) {
        List<String> found = new ArrayList<>();
        String day = "";
        for (Unfolded.Property property : Unfolded.of(site.page(CALENDAR)).properties()) {
            if (property.name().equals("DTSTART")) {
                day = property.value();
            } else if (property.name().equals("SUMMARY") && property.text().matches(titles)) {
                found.add(day + " " + property.text());
            }
        }
        return found;
    }

    private Map<String, String> identifiers() {
        Unfolded calendar = Unfolded.of(site.page(CALENDAR));
        Map<String, String> identifiers = new HashMap<>();
        for (int i = 0; i < calendar.values("UID").size(); i++) {
            identifiers.put(
                    calendar.values("UID").get(i), calendar.texts("SUMMARY").get(i));
        }
        assertThat(identifiers).hasSameSizeAs(calendar.values("UID"));
        return identifiers;
    }

    @Test
    @DisplayName("has every deadline of tasks, rectification, pledges, theme days and dues, with who is to do it")
    void everyDeadline() {
        site.built();

        assertThat(events("(期限|已完成)：.*"))
                .containsExactlyInAnyOrder(
                        "20240331 已完成：修订两项制度（组织委员）",
                        "20240630 期限：集中学习",
                        "20240930 期限：换表800只（计量员）",
                        "20241231 期限：集中学习",
                        "20240531 期限：纪要发得晚（宣传委员）",
                        "20241231 期限：报漏1小时到场（支部）",
                        "20240131 期限：1月主题党日（组织委员）",
                        "20240229 期限：2月主题党日（组织委员）",
                        "20240331 期限：3月主题党日（组织委员）",
                        "20240531 期限：5月主题党日：看泵房（组织委员）",
                        "20240630 期限：6月主题党日（组织委员）",
                        "20240730 期限：第二季度党费收缴公示（组织委员）");
        assertThat(events("看泵房|查漏点|去水库")).containsExactly("20240501 看泵房", "20240705 查漏点");
        Unfolded calendar = Unfolded.of(site.page(CALENDAR));
        assertThat(calendar.texts("SUMMARY")).noneMatch(title -> title.contains("只在单位里"));
        assertThat(calendar.texts("DESCRIPTION")).contains("任务台账，《第一党支部2024年工作计划》，计划或者方案写明的时限");
        assertThat(site.page("../site-inner/" + CALENDAR)).contains("只在单位里公开的事（书记）");
    }

    @Test
    @DisplayName("names an event alike at each build, whether it is done, postponed or others are added")
    void keepTheirIdentifiers() {
        site.built();
        Map<String, String> before = identifiers();
        site.published(
                        "content/计划.md",
                        Stream.of(PLAN)
                                .map(line -> line.replace("时限: 2024-09-30, 状态: 进行中", "时限: 2024-10-31, 状态: 已完成"))
                                .toArray(String[]::new))
                .published(
                        "content/又一条.md",
                        "标题: 第一党支部2024年宣传工作计划",
                        "文种: 工作计划",
                        "发布日期: 2024-01-05",
                        "任务项:",
                        "  - {内容: 集中学习, 时限: 6月30日}");
        site.built();

        Map<String, String> after = identifiers();
        assertThat(after.keySet()).containsAll(before.keySet());
        before.forEach((uid, title) -> assertThat(after.get(uid)).isEqualTo(title.replace("期限：换表800只", "已完成：换表800只")));
    }
}
