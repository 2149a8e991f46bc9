package org.gongkai.check.personal;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.check.file.Invented;
import org.gongkai.testing.SiteFixture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class PersonalDataRuleTest extends SiteFixture {

    private static final String HEADER = "---\n标题: 甲\n发布日期: 2024-01-02\n---\n\n";
    private static final String MOBILE = Invented.mobile();
    private static final String MOBILE_HINT = "；请改写办公电话，或把中间四位换成星号；本就对外公布的号码，写进 content/_data/privacy.yml 的“允许”";

    @Test
    void tellsOfNumbersInBodiesWithoutShowingThem() {
        String id = Invented.id("19000101");
        site.file(
                "content/a.md",
                HEADER + "报名请找某甲，" + id + "，电话 " + MOBILE + "。\n\n卡号 " + Invented.card(16)
                        + "，1990年1月2日出生，住甲乙路1号2栋。\n");

        assertThat(site.build().problems())
                .containsExactly(
                        "content/a.md:6:8: 错误 E270 这里有身份证号：**************" + id.substring(14) + "；请删去；要和同名的人区分时最多写末四位",
                        "content/a.md:6:30: 错误 E272 这里有手机号：130****0000"
                                + "；请改写办公电话，或把中间四位换成星号；本就对外公布的号码，写进 content/_data/privacy.yml 的“允许”",
                        "content/a.md:8:4: 错误 E273 这里有银行卡号：************"
                                + Invented.card(16).substring(12) + "；请删去",
                        "content/a.md:8:21: 错误 E274 这里有出生年月日：1990****；请只写到年月",
                        "content/a.md:8:33: 警告 W275 这里有疑似住址：住甲乙*****"
                                + "；家庭住址请删去；是办公地址的话，把它写进 content/_data/privacy.yml 的“允许”");
    }

    @Test
    void looksIntoHeadersOfEveryForm() {
        site.file("content/a.md", "---\n标题: 找" + MOBILE + "\n发布日期: 2024-01-02\n---\n\n正文。\n")
                .file("content/b.adoc", "= 乙\n:发布日期: 2024-01-02\n:摘要: 找" + MOBILE + "\n\n正文。\n");

        assertThat(site.build().problems())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("content/a.md:2:6: 错误 E272 这里有手机号：130****0000"))
                .anyMatch(line -> line.startsWith("content/b.adoc:3:7: 错误 E272 这里有手机号：130****0000"));
    }

    @Test
    void looksIntoCodeForItGoesOutWithThePage() {
        site.file("content/a.md", HEADER + "如 `" + MOBILE + "`。\n\n```\n电话 " + MOBILE + "\n```\n\n    " + MOBILE + "\n")
                .file("content/b.adoc", "= 乙\n:发布日期: 2024-01-02\n\n----\n" + MOBILE + "\n----\n");

        assertThat(site.build().problems())
                .containsExactly(
                        "content/a.md:6:4: 错误 E272 这里有手机号：130****0000" + MOBILE_HINT,
                        "content/a.md:9:4: 错误 E272 这里有手机号：130****0000" + MOBILE_HINT,
                        "content/a.md:12:5: 错误 E272 这里有手机号：130****0000" + MOBILE_HINT,
                        "content/b.adoc:5:1: 错误 E272 这里有手机号：130****0000" + MOBILE_HINT);
    }

    @Test
    void looksIntoTablesForDaysOfBirth() {
        String rows =
                "| 姓名 | 出生日期 | 入党日期 |\n|---|---|---|\n| 甲 | 1990-01-02 | 2020-05-06 |\n| 乙 | 1991年1月 | 2020-05-06 |\n";
        site.file("content/a.md", HEADER + rows + "\n会议日期 2024-01-02\n")
                .file("content/b.adoc", "= 乙\n:发布日期: 2024-01-02\n\n|===\n|姓名 |生日\n|甲 |19900102\n|===\n");

        assertThat(site.build().problems())
                .containsExactly(
                        "content/a.md:8:7: 错误 E274 这里有出生年月日：1990****；请只写到年月",
                        "content/b.adoc:6:5: 错误 E274 这里有出生年月日：1990****；请只写到年月");
    }

    @Test
    void countsCharactersThatComputersKeepAsTwo() {
        site.file("content/a.md", HEADER + "😀𠀀 " + MOBILE + "\n");

        assertThat(site.build().problems())
                .containsExactly("content/a.md:6:4: 错误 E272 这里有手机号：130****0000" + MOBILE_HINT);
    }

    @Test
    void looksIntoLinksButNotIntoAddressesOnTheWeb() {
        site.file(
                "content/a.md",
                HEADER + "<http://a.example/" + MOBILE + "> [拨打](tel:" + MOBILE + ") <!-- " + MOBILE + " -->\n");

        assertThat(site.build().problems())
                .filteredOn(line -> line.contains("E272"))
                .containsExactly(
                        "content/a.md:6:41: 错误 E272 这里有手机号：130****0000" + MOBILE_HINT,
                        "content/a.md:6:59: 错误 E272 这里有手机号：130****0000" + MOBILE_HINT);
    }

    @Test
    void leavesWhatTheSiteAllows() {
        site.file("content/_data/privacy.yml", "允许:\n  - 130 0000 0000\n  - {内容: 1990年1月2日, 说明: 烈士生平}\n")
                .file("content/a.md", HEADER + "值班电话 130-0000-0000，某烈士1990年01月02日出生。\n");

        assertThat(site.build().problems()).isEmpty();
    }

    @Test
    void tellsWhatIsWrongWithWhatTheSiteAllows() {
        site.file("content/_data/privacy.yml", "允许: [{内容: [12380]}]\n放行: [12380]\n")
                .entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02");

        assertThat(site.build().problems())
                .containsExactly(
                        "content/_data/privacy.yml:1:11: 错误 E276 “内容”应是一段文字；不要写成列表或分组",
                        "content/_data/privacy.yml:2:1: 错误 E103 不认识的字段“放行”；可以写：允许");
    }
}
