package org.gongkai.input.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.header.ApprovalStep;
import org.gongkai.site.Item;
import org.gongkai.site.fact.EntryFacts;
import org.gongkai.testing.Headers;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a field says of days and hours is read, or told at its place; never is another day taken in its stead. */
class TimesInFieldsTest extends SiteFixture {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "通知|关于检修的通知|时间: 2024年5月28日16:30至14:00|5:5: 错误 E106 字段“时间”的值“2024年5月28日16:30至14:00”不合要求；结束早于开始，请核对",
                "通知|关于检修的通知|时间: 6月31日上午9时|5:5: 错误 E106 字段“时间”的值“6月31日上午9时”不合要求；没有“6月31日”这一天",
                "通知|关于检修的通知|时间: 5月28日25时|5:5: 错误 E106 字段“时间”的值“5月28日25时”不合要求；没有“25时”这个时间",
                "通知|关于检修的通知|时间: 下午4点75分|5:5: 错误 E106 字段“时间”的值“下午4点75分”不合要求；没有“4点75分”这个时间",
                "工作计划|2024年工作计划|任务项: [{内容: 换表, 时限: 2024-13-05}]|5:20: 错误 E106 表格“任务项”里“时限”的值“2024-13-05”不合要求；没有“2024-13-05”这一天",
                "学习记录|2024年5月集中学习|学习时间: 2024-13-05|5:7: 错误 E106 字段“学习时间”的值“2024-13-05”不合要求；请写成 2020-01-31 这样的形式",
                "党费收缴公示|2023年第四季度党费收缴公示|上缴日期: 1月5日|5:7: 错误 E106 字段“上缴日期”的值“1月5日”不合要求；看不出是2023年还是2024年，请写上年份",
                "党费收缴公示|2024年党费收缴公示|期间: 2024年6月31日至2024年9月30日|5:5: 错误 E106 字段“期间”的值“2024年6月31日至2024年9月30日”不合要求；没有“2024年6月31日”这一天",
                "党费收缴公示|2024年党费收缴公示|期间: 2024年6月30日至2024年4月1日|5:5: 错误 E106 字段“期间”的值“2024年6月30日至2024年4月1日”不合要求；结束早于开始，请核对",
                "支委会|支委会会议|会议: {时间: 2024-05-28 16:30至14:00}|5:10: 错误 E123 会议时间“2024-05-28 16:30至14:00”不是有效的日期和时间；"
                        + "请写成 2024-03-15 15:00、2024年3月15日下午3时 这样的形式",
                "支委会|支委会会议|会议: {时间: （星期五）14:30—16:00}|5:10: 错误 E123 会议时间“（星期五）14:30—16:00”没有写哪一天；"
                        + "请写成 2024-03-15 15:00、2024年3月15日下午3时 这样的形式"
            })
    void whatIsNoDayOrHourIsTold(String kind, String title, String field, String told) {
        site.published("content/a.md", "标题: " + title, "文种: " + kind, "发布日期: 2024-05-20", field);
        site.published("content/草稿.md", "标题: " + title, "文种: " + kind, "发布日期: 2024-05-20", field, "状态: 草稿");

        assertThat(site.build().problems())
                .filteredOn(line -> line.startsWith("content/a.md") && line.contains("错误"))
                .containsExactly("content/a.md:" + told);
        assertThat(site.build().problems()).anyMatch(line -> line.startsWith("content/草稿.md:" + told.substring(0, 4)));
    }

    @Test
    void theTimeOfAnApprovalIsNoPartOfThePerson() {
        ApprovalStep step = ApprovalStep.of(new Value.Text("书记 2024年5月20日（周一）下午3时", 1, 1), "审批人");

        assertThat(step.person()).isEqualTo("书记");
        assertThat(step.moment()).contains(LocalDateTime.of(2024, 5, 20, 15, 0));
        assertThat(ApprovalStep.of(new Value.Text("书记 2024年5月20日25时", 1, 1), "审批人")
                        .date())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "通知|关于检修的通知|时间: 每周三下午，节假日顺延",
                "通知|关于检修的通知|time: 5月28日14:00—16:30",
                "工作计划|2024年工作计划|任务项: [{内容: 换表, 时限: 长期}, {内容: 换阀, 时限: 12月28日至1月3日}, {内容: 值班, 时限: 6月底前}]",
                "党费收缴公示|2023年第四季度党费收缴公示|上缴日期: 12月28日",
                "党费收缴公示|2024年第一季度党费收缴公示|期间: 2024年第一季度"
            })
    void otherWordsAreLeftAlone(String kind, String title, String field) {
        site.published("content/a.md", "标题: " + title, "文种: " + kind, "发布日期: 2024-05-20", field);

        assertThat(site.build().problems())
                .filteredOn(line -> line.contains("错误"))
                .isEmpty();
    }

    @Test
    void aDayWithoutAYearIsOneOfTheYearOfTheEntry() {
        site.published(
                "content/学习.md", "标题: 第一党支部2023年12月集中学习", "文种: 学习记录", "发布日期: 2024-01-05", "学习时间: 12月29日下午", "学时: 2");

        assertThat(site.build().problems()).isEmpty();
        assertThat(site.page("registers/study/study.csv")).contains("2023,2023-12-29,学习记录");
    }

    @Test
    void minutesPublishedMonthsLaterAreTold() {
        String minutes = "会议: {时间: 2024-01-10 15:00, 地点: 二楼}";
        site.published("content/a.md", "标题: 支委会会议纪要", "文种: 支委会", "发布日期: 2024-05-20", minutes);
        site.published("content/b.md", "标题: 支委会会议纪要（补录）", "文种: 支委会", "发布日期: 2024-05-20", minutes);
        site.published("content/c.md", "标题: 支委会会议纪要", "文种: 支委会", "发布日期: 2024-04-10", minutes);
        site.published("content/d.md", "标题: 支委会会议纪要", "文种: 支委会", "发布日期: 2024-05-20", minutes, "状态: 草稿");

        assertThat(site.build().problems())
                .containsExactly("content/a.md:4:7: 警告 W376 2024年1月10日的会，131天以后才发布；" + "请核对两个日期；从前的会现在补录的，在条目里写明“补录”");
    }

    @Test
    void aCatalogueOfTheSiteSaysWhatIsLate() {
        site.file(
                "content/_data/catalogue.yml",
                "- {编号: 1, 类别: 组织, 事项: 三会一课, 内容: 纪要, 范围: 本单位, 形式: 局域网, 时限: 每年, 责任人: 书记}\n");
        site.published(
                "content/a.md", "标题: 支委会会议纪要", "文种: 支委会", "发布日期: 2024-05-20", "会议: {时间: 2024-01-10 15:00, 地点: 二楼}");

        assertThat(site.build().problems()).isEmpty();
    }

    // Study plans whose texts list what is studied each month.

    private static final String HEADER = "---\n标题: 第一党支部2024年党员学习计划\n文种: 学习计划\n发布日期: 2024-01-08\n"
            + String.join("\n", SiteFolder.PUBLICATION) + "\n";

    private List<String> planned(String path, String text) {
        site.file(path, text)
                .published(
                        "content/学习记录/二月.md",
                        "标题: 第一党支部2024年2月集中学习情况",
                        "文种: 学习记录",
                        "发布日期: 2024-02-20",
                        "学习时间: 2024-02-18",
                        "学时: 3")
                .built();
        return List.of(3, 4, 5).stream()
                .map(month -> site.html("years/2024/month-0" + month + ".html")
                        .select("main")
                        .text())
                .map(page -> (page.contains("学习党章") ? "学习党章" : "") + (page.contains("学习条例") ? "学习条例" : ""))
                .toList();
    }

    @Test
    void standInTheirMonths() {
        assertThat(planned("content/a.md", HEADER + "---\n\n按月安排：\n\n- 3月：学习党章；\n- **4月份**：学习条例。\n"))
                .containsExactly("学习党章", "学习条例", "");
        assertThat(planned("content/a.md", HEADER + "---\n\n附件：安排\n\n三月：学习党章\n\n五月: 学习条例\n"))
                .containsExactly("学习党章", "", "学习条例");
        assertThat(
                        planned(
                                "content/a.md",
                                HEADER
                                        + "---\n\n| 月份 | 内容 | 学时 |\n| --- | --- | --- |\n| 3月 | 学习党章 | 4 |\n| 4月 | 学习条例 | 4 |\n"))
                .containsExactly("学习党章", "学习条例", "");
    }

    @Test
    void standInEachOfTheMonthsThatALineNames() {
        assertThat(planned("content/a.md", HEADER + "---\n\n3月—4月：学习党章\n")).containsExactly("学习党章", "学习党章", "");
        assertThat(planned("content/a.md", HEADER + "---\n\n三、五月：学习条例\n")).containsExactly("学习条例", "", "学习条例");
    }

    @Test
    void areExpectedThoughNothingHasBeenRecordedYet() {
        site.published(
                "content/a.md", "标题: 第一党支部2024年学习计划", "文种: 学习计划", "发布日期: 2024-01-10", "学习安排: [{月份: 3月, 内容: 学习党章}]");

        assertThat(SiteFolder.run("due", "-s", site.root(), "--as-of", "2024-04-02")
                        .out())
                .contains("3月学习计划：学习党章");
    }

    @Test
    void giveWayToTheHeader() {
        assertThat(planned("content/a.md", HEADER + "学习安排: [{月份: 5月, 内容: 学习条例}]\n---\n\n- 3月：学习党章\n"))
                .containsExactly("", "", "学习条例");
    }

    private static Headers.Read read(String meeting) {
        return Headers.yaml("标题: 甲", "文种: 支委会", "状态: 草稿", "发布日期: 2024-03-18", "会议: {" + meeting + "}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024年3月15日下午3时",
                "3月15日15:00",
                "2024-03-15（星期五）14:30—16:00",
                "2024年3月15日下午",
                "2024年3月",
                "２０２４．３．１５"
            })
    void isReadAsPeopleWriteIt(String time) {
        assertThat(read("时间: " + time).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3月15日15:00, 2024-03-15", "2024年3月15日下午, 2024-03-15", "2024年2月28日至29日, 2024-02-28", "2月底, 2024-02-01"})
    void countsOnItsDay(String time, String day) {
        Entry entry = read("时间: " + time).entry().orElseThrow();
        assertThat(EntryFacts.eventDay(new Item(entry, "")).orElseThrow()).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "时间: 2024-13-05,   6:10: 错误 E123 会议时间“2024-13-05”不是有效的日期和时间；请写成 2024-03-15 15:00、2024年3月15日下午3时 这样的形式",
        "时间: 2024-06-31,   6:10: 错误 E123 会议时间“2024-06-31”不是有效的日期和时间；请写成 2024-03-15 15:00、2024年3月15日下午3时 这样的形式",
        "时间: 上周五,        6:10: 错误 E123 会议时间“上周五”不是有效的日期和时间；请写成 2024-03-15 15:00、2024年3月15日下午3时 这样的形式",
        "应到: -5,           6:10: 错误 E106 应到人数“-5”不合要求；请写人数，如 18",
        "实到: 5-6,          6:10: 错误 E106 实到人数“5-6”不合要求；请写人数，如 18"
    })
    void isToldWhereItCannotBeRead(String meeting, String told) {
        assertThat(read(meeting).problems()).isEqualTo(List.of("content/a.md:" + told));
    }
}
