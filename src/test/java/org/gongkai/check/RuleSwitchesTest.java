package org.gongkai.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 规则 in {@code site.yml} and 例外 in a header. */
@Tag("slow")
class RuleSwitchesTest extends SiteFixture {

    @BeforeEach
    void aSiteWithADeadLinkAndAnImageWithoutText() {
        site.file("content/a.md", "---\n标题: 甲\n发布日期: 2024-01-02\n---\n\n[无](x.md)\n\n正文<b onclick=\"x\">字</b>\n");
        assertThat(site.build().problems())
                .containsExactly(
                        "content/a.md:6:5: 错误 E201 链接“x.md”指向的文件不存在；您是不是要写“a.md”",
                        "content/a.md:8:6: 警告 W164 网页属性 onclick 不允许使用，已去掉；正文只用文字、表格、图片和链接；要显示这段代码本身，请放进代码块");
    }

    @Test
    void aSiteMaySwitchRulesOffAndWeighThemOtherwise() {
        site.file("content/_data/site.yml", "规则: {e201: 警告, W164: 关}\n");

        Ran ran = site.build();

        assertThat(ran.status()).isZero();
        assertThat(ran.problems()).containsExactly("content/a.md:6:5: 警告 E201 链接“x.md”指向的文件不存在；您是不是要写“a.md”");

        site.file("content/_data/site.yml", "rules:\n  E201: off\n  W164: error\n");
        assertThat(site.build().problems())
                .containsExactly("content/a.md:8:6: 错误 W164 网页属性 onclick 不允许使用，已去掉；正文只用文字、表格、图片和链接；要显示这段代码本身，请放进代码块");
        assertThat(site.build().status()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {E30l: 关}    | 2:4: 错误 E191 没有“E30l”这个规则代码；您是不是要写“E301”
                    {什么: 关}    | 2:4: 错误 E191 没有“什么”这个规则代码；全部代码见使用手册“规则一览”
                    {E304: 关}    | 2:4: 错误 E192 规则 E304（特定对象不能上站）不能关，也不能有例外；请删去这一项，改正报出的内容
                    {E123: 警告}  | 2:4: 错误 E192 规则 E123（不是有效日期）不能关，也不能有例外；请删去这一项，改正报出的内容
                    {W164: 不要}  | 2:10: 错误 E190 “W164”不能写“不要”；可以写：关、警告、错误
                    {W164: 警高}  | 2:10: 错误 E190 “W164”不能写“警高”；您是不是要写“警告”
                    [W164]        | 2:3: 错误 E190 “规则”应由“名称: 值”组成；例如：规则: {W205: 关}
                    """)
    void aSiteIsToldWhatItMayNotSwitch(String rules, String problem) {
        site.file("content/_data/site.yml", "规则:\n  " + rules + "\n");

        assertThat(site.build().problems())
                .contains("content/_data/site.yml:" + problem)
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    [{规则: E201, 理由: 原文如此}, {规则: W164, 理由: 旧稿}]
                    [E201 原文如此, W164：旧稿]
                    E201 原文如此；w164 旧稿
                    """)
    void anEntryMayBeExcused(String exceptions) {
        site.file(
                "content/a.md",
                "---\n标题: 甲\n发布日期: 2024-01-02\n例外: " + exceptions + "\n---\n\n[无](x.md)\n\n正文<b onclick=\"x\">字</b>\n");

        assertThat(SiteFolder.run("check", "-s", site.root().toString()))
                .isEqualTo(new Ran(0, "用上的例外：\n  content/a.md E201 原文如此\n  content/a.md W164 旧稿\n", "检查完成：没有发现问题。\n"));
        assertThat(site.build().problems()).isEmpty();
        assertThat(site.files().toString()).doesNotContain("旧稿", "例外");
    }

    @Test
    void anEntryMayBeExcusedInHeadersWithoutNestingToo() {
        site.delete("content/a.md")
                .file("content/b.md", "标题=乙\n发布日期=2024-01-02\n例外=E201 原文如此\n~~~~~~\n\n[无](x.md)\n")
                .file("content/c.adoc", "= 丙\n:发布日期: 2024-01-02\n:exceptions: E201 原文，如此\n\nlink:x.md[无]\n");

        assertThat(site.build()).extracting(Ran::status, Ran::problems).containsExactly(0, List.of());
    }

    @Test
    void oneEntryIsNotExcusedByAnother() {
        site.entry("content/b.md", "标题: 乙", "发布日期: 2024-01-02", "例外: E201 别的");

        assertThat(site.build().problems())
                .containsExactly(
                        "content/a.md:6:5: 错误 E201 链接“x.md”指向的文件不存在；您是不是要写“a.md”",
                        "content/a.md:8:6: 警告 W164 网页属性 onclick 不允许使用，已去掉；正文只用文字、表格、图片和链接；要显示这段代码本身，请放进代码块");
        site.delete("content/a.md");
        assertThat(site.build().problems()).containsExactly("content/b.md:4:5: 警告 W194 例外 E201 没有用上：本条没有这个问题；请删去这个例外");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    W164              | 4:5: 错误 E193 例外 W164 没有写理由；例如 - {规则: W205, 理由: ……}，或写成“W205 理由”
                    [{规则: W164}]    | 4:11: 错误 E193 例外 W164 没有写理由；例如 - {规则: W205, 理由: ……}，或写成“W205 理由”
                    [{理由: 旧稿}]    | 4:6: 错误 E193 例外没有写规则代码；例如 - {规则: W205, 理由: ……}，或写成“W205 理由”
                    因为是旧稿        | 4:5: 错误 E193 例外“因为是旧稿”没有以规则代码开头；例如 - {规则: W205, 理由: ……}，或写成“W205 理由”
                    E30l 旧稿         | 4:5: 错误 E191 没有“E30l”这个规则代码；您是不是要写“E301”
                    E304 领导同意     | 4:5: 错误 E192 规则 E304（特定对象不能上站）不能关，也不能有例外；请删去这一项，改正报出的内容
                    """)
    void anEntryIsToldWhyItIsNotExcused(String exceptions, String problem) {
        site.delete("content/a.md").entry("content/b.md", "标题: 乙", "发布日期: 2024-01-02", "例外: " + exceptions);

        assertThat(site.build().problems()).containsExactly("content/b.md:" + problem);
    }

    /** What keeps something from being read, what is secret, and what is somebody's own: nobody may let these pass. */
    private static final List<String> FIXED = List.of(
            ("E100 E101 E102 E103 E104 E105 E106 E107 E108 E109 E110 E111 E112 E113 E114 E115 E116 E117 E118 E119"
                            + " E120 E121 E123 E125 E126 E127 E128 E129 E130 E131 E133 E158 E160 E161 E162 E190 E191 E192 E193"
                            + " E222 E223 E250 E251 E253 E254 E255 E256 E260 E266 E267 E270 W271 E272 E273 E274 W275 E276 E301 E302 E303 E304"
                            + " E402 E405 E406 E407 E408 E410 E411 E412 E413 E414 E415 E501")
                    .split(" "));

    @Test
    @Promise("no site and no entry can switch these rules off")
    void noSiteMaySwitchOffReadingSecrecyAndPersonalData() {
        String rules = FIXED.stream().map(code -> "  " + code + ": 关\n").collect(Collectors.joining());
        site.file("content/_data/site.yml", "规则:\n" + rules);

        assertThat(site.build().problems())
                .filteredOn(line -> line.contains(" E192 "))
                .extracting(line -> line.replaceAll(".* 规则 (\\S+)（.*", "$1"))
                .containsExactlyElementsOf(FIXED);
    }

    @Test
    @Promise("no site and no entry can switch these rules off")
    void noEntryMayBeExcusedFromReadingSecrecyAndPersonalData() {
        String exceptions = FIXED.stream().map(code -> "- " + code + " 领导同意\n").collect(Collectors.joining());
        site.file("content/b.md", "---\n标题: 乙\n发布日期: 2024-01-02\n例外:\n" + exceptions + "---\n\n正文。\n");

        assertThat(site.build().problems())
                .filteredOn(line -> line.contains(" E192 "))
                .extracting(line -> line.replaceAll(".* 规则 (\\S+)（.*", "$1"))
                .containsExactlyElementsOf(FIXED);
    }
}
