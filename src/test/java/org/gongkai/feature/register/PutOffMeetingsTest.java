package org.gongkai.feature.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A meeting that was put off or cancelled is shown as such, and does not count. Today is 1 June 2024. */
class PutOffMeetingsTest extends SiteFixture {

    private static final String CSV = "registers/meetings/meetings.csv";

    @BeforeEach
    void branch() {
        site.file("content/_data/organisation.yml", "支部: 甲\n委员会: [{职务: 书记}]\n党小组: [{名称: 外业组}]\n")
                .file("content/_data/site.yml", "公布应办事项: 是\n")
                .entry("content/旧.md", "标题: 旧", "发布日期: 2024-01-10");
    }

    private void entry(String name, String meeting, String... more) {
        site.published(
                "content/会/" + name + ".md",
                Stream.concat(
                                Stream.of(
                                        "标题: 支部委员会会议（" + name + "）",
                                        "文种: 支委会",
                                        "发布日期: 2024-05-31",
                                        "会议: {" + meeting + "}"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private List<String> problems() {
        return site.build().problems();
    }

    private String expected(String what) {
        String json = site.page("registers/meetings/meetings.json");
        String found = json.substring(json.indexOf("\"what\": \"" + what + "\""));
        return found.substring(0, found.indexOf("}"))
                .replaceAll("(?s).*\"due\": \"(.*?)\".*\"done\": (\\w+).*", "$1 $2");
    }

    private String counted(String period) {
        site.file("content/小结.md", "---\n标题: 小结\n发布日期: 2024-06-01\n---\n共{{计数: 文种=支委会, 期间=" + period + "}}次。\n");
        site.built();
        return site.html("articles/2024/xiao-jie.html").select("article").text().replaceAll(".*共(\\d+)次.*", "$1");
    }

    @Test
    void putOffWithinItsMonthIsOneMeeting() {
        entry("通知", "时间: 2024-03-05 15:00, 地点: 二楼, 次数: 3, 状态: 延期, 改到: 2024-03-12 9:00");
        entry("纪要", "时间: 2024-03-12 9:00, 地点: 三楼, 次数: 3, 应到: 1, 实到: 1");

        assertThat(problems()).isEmpty();
        assertThat(site.page(CSV))
                .contains("2024-03-05,支委会,支部委员会会议（通知）,,3,,,,,延期到2024年3月12日,")
                .contains("2024-03-12,支委会,支部委员会会议（纪要）,,3,,1,1,100.0,,");
        assertThat(site.html("registers/meetings/index.html").select("td:contains(延期到) a, dd:contains(延期到) a"))
                .extracting(link -> link.attr("href"))
                .contains("../../meetings/2024/hui-ji-yao.html");
        assertThat(counted("2024年3月")).isEqualTo("1");
        assertThat(expected("3月支委会")).isEqualTo("2024-03-31 true");
    }

    @Test
    void putOffToAnotherMonthIsNotMissingInItsOwn() {
        entry("通知", "时间: 2024-03-29, 地点: 二楼, 改到: 4月2日");
        entry("纪要", "时间: 2024-04-02 9:00, 地点: 三楼");

        assertThat(problems()).isEmpty();
        assertThat(expected("3月支委会")).isEqualTo("2024-04-02 true");
        assertThat(counted("2024年3月") + counted("2024年4月")).isEqualTo("01");
    }

    @Test
    void putOffToADayToComeIsDueThen() {
        entry("通知", "时间: 2024-05-29, 地点: 二楼, 状态: 改期, 改到: 2024-06-05 15:00");

        assertThat(problems()).isEmpty();
        assertThat(expected("5月支委会")).isEqualTo("2024-06-05 false");
        assertThat(site.html("month.html").text()).contains("6月5日15时").contains("支部委员会会议（通知）");
        String calendar = site.page("registers/meetings/meetings.ics");
        assertThat(calendar)
                .contains("STATUS:CANCELLED")
                .contains("SUMMARY:支部委员会会议（通知）（延期到2024年6月5日）")
                .contains("DTSTART:20240605T070000Z")
                .containsOnlyOnce("BEGIN:VALARM");
        assertThat(calendar.split("STATUS:CANCELLED", -1)).hasSize(2);
    }

    @Test
    void cancelledIsShownAndMissing() {
        entry("通知", "时间: 2024-05-29 15:00, 地点: 二楼, 次数: 2, 状态: 取消（防汛值班）");
        entry("一", "时间: 2024-03-12 15:00, 地点: 二楼, 次数: 1");
        entry("三", "时间: 2024-04-29 15:00, 地点: 二楼, 次数: 3");

        assertThat(problems()).isEmpty();
        assertThat(site.page(CSV)).contains("2024-05-29,支委会,支部委员会会议（通知）,,2,,,,,取消,");
        assertThat(expected("5月支委会")).isEqualTo("2024-05-31 false");
        assertThat(site.page("registers/meetings/meetings.json"))
                .contains("\"支委会\": 2")
                .doesNotContain("支委会第2次");
        assertThat(site.html("meetings/2024/hui-tong-zhi.html").text()).contains("会议状态 取消（防汛值班）");
    }

    @Test
    void thePaperThatPutsItOffSpeaksForTheSitting() {
        entry("预告", "时间: 2024-05-29 15:00, 地点: 二楼");
        entry("通知", "时间: 2024-05-29 15:00, 地点: 二楼会议室, 状态: 取消");

        assertThat(problems()).isEmpty();
        assertThat(counted("2024年5月")).isEqualTo("0");
        assertThat(site.page("registers/meetings/meetings.ics").split("BEGIN:VEVENT"))
                .hasSize(2);
    }

    @Test
    void neverHeldAfterItsMonthIsToldToTheWriter() {
        entry("未开", "时间: 2024-03-05 15:00, 地点: 二楼, 次数: 3, 状态: 延期, 改到: 2024-04-12 9:00");
        entry("不知", "时间: 2024-04-05 15:00, 地点: 二楼, 状态: 延期");
        entry("预告", "时间: 2024-03-05 15:00, 地点: 二楼, 次数: 3");
        entry("别组", "时间: 2024-04-12 15:00, 地点: 二楼, 党小组: 外业组");

        assertThat(problems())
                .containsExactly(
                        "content/会/不知.md:5:5: 警告 W375 会议延期，到2024年4月底还没有开过的记录；"
                                + "开了的，请登记，日期要和“改到”的一样；又改了日子的，改“改到”；不开了的，状态写“取消”",
                        "content/会/未开.md:5:5: 警告 W375 会议延期到2024年4月12日，到2024年4月底还没有开过的记录；"
                                + "开了的，请登记，日期要和“改到”的一样；又改了日子的，改“改到”；不开了的，状态写“取消”");
    }

    @Test
    void heldForOthersOnlyIsHeld() {
        site.file("content/_data/site.yml", "受众:\n- {名称: 社会公众, 范围: [社会]}\n- {名称: 本单位, 范围: [社会, 本单位], 目录: inner}\n");
        entry("通知", "时间: 2024-03-05 15:00, 地点: 二楼, 状态: 延期, 改到: 2024-03-12");
        entry("纪要", "时间: 2024-03-12 9:00, 地点: 三楼", "公开范围: 本单位");

        assertThat(problems()).isEmpty();
        assertThat(site.page(CSV)).contains("延期到2024年3月12日").doesNotContain("纪要");
        assertThat(site.page("registers/meetings/index.html")).doesNotContain("hui-ji-yao");
        assertThat(site.page("../site-inner/" + CSV)).contains("纪要");
    }

    @Test
    void isUnderstoodInAsciiDocWithEnglishKeys() {
        site.file(
                "content/会/a.adoc",
                "---\ntitle: 支部委员会会议\nkind: 支委会\ndate: 2024-05-20\n"
                        + "meeting: {time: 2024-05-09 15:00, place: 二楼, state: 推迟, moved-to: ２０２４年５月３０日}\n"
                        + String.join("\n", SiteFolder.PUBLICATION) + "\n---\n\n正文。\n");
        entry("纪要", "时间: 2024-05-30 9:00, 地点: 三楼");

        assertThat(problems()).isEmpty();
        assertThat(site.page(CSV)).contains("延期到2024年5月30日");
    }

    @Test
    void toTheNextYearNeedsTheYear() {
        entry("丁", "时间: 2024-12-28 15:00, 状态: 延期, 改到: 1月6日");

        assertThat(problems()).contains("content/会/丁.md:5:40: 错误 E123 会议改到的时间“2024-01-06”比会议时间早半年以上；改到第二年的，请写上年份");
    }

    @Test
    void otherWordsAreRefused() {
        entry("甲", "时间: 2024-03-05 15:00, 状态: 延迟召开");
        entry("乙", "时间: 2024-03-05 15:00, 状态: 取消, 改到: 2024-03-06");
        entry("丙", "时间: 2024-03-05 15:00, 改到: 2024-02-30");

        assertThat(problems())
                .containsExactly(
                        "content/会/丙.md:5:32: 错误 E123 会议改到的时间“2024-02-30”不是有效的日期和时间；请写成 2024-03-15 15:00、2024年3月15日下午3时 这样的形式",
                        "content/会/乙.md:5:32: 错误 E375 会议状态写的是“取消”，又写了“改到”；改到另一天开的，状态写“延期”；不开了的，删去“改到”",
                        "content/会/甲.md:5:32: 错误 E375 会议状态“延迟召开”不是可以选的词；可以写：延期（另写“改到”）、取消；照常开的不用写，写“已召开”也可以");
    }
}
