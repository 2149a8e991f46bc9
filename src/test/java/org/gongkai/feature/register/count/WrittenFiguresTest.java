package org.gongkai.feature.register.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.feature.register.count.CountSite.held;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures that stand beside their questions. */
class WrittenFiguresTest extends CountFixture {
    private static final String EXEMPTION = "在文件头里写 例外: W239 和理由";
    private static final String CORRECT =
            "（也可以用 gongkai figures --write " + CountSite.TEXT + "），在正文末尾写明更正的日期和原因，重新审批；不更正的，" + EXEMPTION;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {{计数: 文种=支委会, 年度=2024 = 2次}} | 2次
            {{计数：文种＝支委会，年度＝2024＝两次}} | 两次
            ｛｛计数: 文种=支委会, 年度=2024=２｝｝ | ２
            {{合计: 党费收缴公示.实交金额 = 7,344.50元}} | 7,344.50元
            {{合计: 党费收缴公示.实交金额, 年度=2024 = 7344.5 元}} | 7344.5 元
            """)
    void areShownAsTheyStandWithALinkToTheirRows(String typed, String shown) {
        site.record(
                "甲", "党费收缴公示", "2024-02-12", "期间: {起: 2024-01-01, 止: 2024-01-31}", "实交金额: 7344.50", "应交金额: 7344.50");
        assertThat(site.approved(
                                "## 共" + typed + "\n\n| 会 | 数 |\n| --- | --- |\n| 合计 | " + typed + " |",
                                "摘要: \"共" + typed + "\"")
                        .built()
                        .select("h2 a.count, td a.count")
                        .eachText())
                .containsExactly(shown, shown);
        assertThat(site.problems().stream().filter(line -> line.contains("39"))).isEmpty();
        assertThat(site.folder().page("articles/feed.xml")).contains("共" + shown);
    }

    /** Sums of money have decimal places if they have 角 or 分; written ones stay as they are. */
    @Test
    void wholeSumsAreWrittenWithoutDecimalPlaces() {
        site.record(
                "甲", "党费收缴公示", "2024-02-12", "期间: {起: 2024-01-01, 止: 2024-01-31}", "实交金额: 3456.00", "应交金额: 3456.50");
        assertThat(site.approved("{{合计: 党费收缴公示.实交金额}}元，{{合计: 党费收缴公示.应交金额}}元，{{合计: 党费收缴公示.实交金额 = 3456.00}}元。")
                        .problems())
                .filteredOn(line -> line.contains("39 "))
                .extracting(line -> line.replaceAll(".*写成“|”，或者用.*", ""))
                .containsExactly("{{合计: 党费收缴公示.实交金额 = 3456}}", "{{合计: 党费收缴公示.应交金额 = 3456.50}}");
    }

    @Test
    void areRequiredOfApprovedTextsOnly() {
        String asked = "{{计数: 文种=支委会, 年度=2024}}";
        assertThat(site.approved("共" + asked + "次。").problems())
                .contains(CountSite.TEXT + ":11:2: 错误 E239 “" + asked + "”没有写数：本条已经审批，数是正文的一部分；"
                        + "写成“{{计数: 文种=支委会, 年度=2024 = 2}}”，或者用 gongkai figures --write " + CountSite.TEXT
                        + " 写上；从前发布的，加 --as-published 写上发布时的数");
        assertThat(site.approved("共" + asked + "次。", "状态: 草稿").problems()).noneMatch(line -> line.contains("E239"));
        assertThat(site.text("共" + asked + "次。").problems()).isEmpty();
    }

    @Test
    void stayAsTheyWereSignedWhileTheWriterIsToldWhatMadeTheDifference() {
        String asked = "{{计数: 文种=支委会, 年度=2023 = 3次}}";
        site.record("补", "支委会", "2024-04-12", held("2023-02-28"));
        site.record("去年", "支委会", "2023-12-20", held("2023-12-19"), "状态: 已撤回", "撤回日期: 2024-05-06", "撤回原因: 重复");
        assertThat(site.approved(asked).built().text()).isEqualTo("3次");
        assertThat(site.problems().stream().filter(line -> line.contains("W239")))
                .containsExactly(CountSite.TEXT + ":11:1: 警告 W239 “" + asked + "”签发时写的是3次，按现在的记录是1次："
                        + "《第一党支部支委会（补）》（content/支委会/补.md）后来登记、《第一党支部支委会（去年）》"
                        + "（content/支委会/去年.md）后来撤下；要更正的，写成“{{计数: 文种=支委会, 年度=2023 = 1次}}”" + CORRECT);
        assertThat(site.approved("{{计数: 文种=支委会, 年度=2024 = 七次}}").problems().stream()
                        .filter(line -> line.contains("W239")))
                .hasSize(1)
                .first()
                .asString()
                .contains("签发时写的是七次，按现在的记录是2次：没有后来登记或撤下的，相差的条目改过或者删去了，也可能当时就写错了；");
        assertThat(site.approved("{{计数: 文种=支委会, 年度=2024 = 7次}}", "例外: W239 含联席会")
                        .problems())
                .noneMatch(line -> line.contains("W239"));
    }

    @Test
    void areComparedInOtherTextsToo() {
        assertThat(site.text("{{计数: 文种=支委会, 年度=2024 = 1,234次}}").problems())
                .containsExactly(CountSite.TEXT + ":5:1: 警告 W239 “{{计数: 文种=支委会, 年度=2024 = 1,234次}}”写的是1,234次，"
                        + "按现在的记录是2次；请改成2次，或者删去最后一个等号和后面的数，由程序来数");
        assertThat(site.text("{{计数: 文种=支委会, 年度=2024 = 若干次}}").problems())
                .containsExactly(CountSite.TEXT + ":5:25: 错误 E166 等号后面的“若干次”不是数；写成 7、7次、7,344元 或 七次，或者删去这个等号和后面的字");
    }

    @Test
    void remainIfTheirQuestionCannotBeAnsweredAnyMore() {
        site.folder().file("content/_data/organisation.yml", "党小组:\n- {名称: 第一党小组}\n");
        String asked = "{{计数: 文种=支委会, 党小组=第二党小组 = 4次}}";
        assertThat(site.approved(asked).built().text()).isEqualTo("4次");
        assertThat(site.problems().stream().filter(line -> line.contains("W239")))
                .containsExactly(CountSite.TEXT + ":11:1: 警告 W239 “" + asked
                        + "”现在数不出来，网页照写的显示：没有“第二党小组”这个党小组；您是不是要写“第一党小组”；" + EXEMPTION);
    }

    @Test
    void ofTextsThatNobodyApprovedDiscloseNothingToAnAudienceThatDoesNotSeeAllOfIt() {
        site.folder()
                .file("content/_data/site.yml", "公开对象:\n- {名称: 群众, 范围: [社会]}\n- {名称: 党员, 范围: [社会, 本单位], 目录: dang}\n");
        site.record("内部", "支委会", "2024-02-20", held("2024-02-20"), "公开范围: 本单位");
        site.text("共{{计数: 文种=支委会, 年度=2024 = 3次}}，去年{{计数: 文种=支委会, 年度=2023 = 2次}}。", "公开范围: 社会")
                .built();
        assertThat(site.folder().html(CountSite.ADDRESS).select(".prose").text())
                .isEqualTo("共2次，去年1次。");
        assertThat(site.folder().page("../site-dang/" + CountSite.ADDRESS)).contains(">3次</a>", ">1次</a>");
    }

    @Test
    void areWrittenByACommandThatKeepsAllElse() throws IOException {
        String body = "共{{计数: 文种=支委会, 年度=2024}}次，`{{计数: 文种=支委会}}`，{{计数: 文种=支委会, 年度=2023 = 9次}}。";
        site.approved(body, "摘要: \"开了{{计数: 文种=支委会}}次\"")
                .folder()
                .file("content/文章/乙.md", "---\n标题: 乙\n发布日期: 2024-03-05\n---\n{{计数: 文种=支委会}}");
        assertThat(figures().out())
                .isEqualTo(
                        """
                        content/文章/乙.md:5：{{计数: 文种=支委会}} 现在是3
                        content/文章/小结.md:10：{{计数: 文种=支委会}} 没有写数：本条已经审批，数是正文的一部分
                        content/文章/小结.md:12：{{计数: 文种=支委会, 年度=2024}} 没有写数：本条已经审批，数是正文的一部分
                        content/文章/小结.md:12：{{计数: 文种=支委会, 年度=2023 = 9次}} 签发时写的是9次，按现在的记录是1次：没有后来登记或撤下的，相差的条目改过或者删去了，也可能当时就写错了
                        """);
        String crlf = "\uFEFF" + source().replace("\n", "\r\n");
        site.folder().file(CountSite.TEXT, crlf);
        assertThat(figures("--write").status()).isZero();
        String written = crlf.replace("年度=2024}}", "年度=2024 = 2}}").replace("开了{{计数: 文种=支委会}}", "开了{{计数: 文种=支委会 = 3}}");
        assertThat(source()).isEqualTo(written);
        assertThat(figures("--write", CountSite.TEXT).status()).isZero();
        assertThat(source()).isEqualTo(written.replace("= 9次", "= 1次"));
        assertThat(figures("--write").err()).contains("没有要写的数。");
    }

    @Test
    void areWrittenAsThePageShowedThemOnPublication() throws IOException {
        GitFolder git = new GitFolder(site.folder().root());
        site.approved("共{{计数: 文种=支委会, 年度=2023}}次。");
        git.commit("2024-03-05", "王芳", "总结");
        site.record("去年", "支委会", "2023-12-20", held("2023-12-19"), "状态: 已撤回", "撤回日期: 2024-05-06", "撤回原因: 重复")
                .record("补甲", "支委会", "2024-04-12", held("2023-02-28"))
                .record("补乙", "支委会", "2024-04-12", held("2023-03-28"));
        git.commit("2024-05-06", "王芳", "撤回、补登");
        assertThat(figures("--write", "--as-published").out())
                .isEqualTo("content/文章/小结.md:11：{{计数: 文种=支委会, 年度=2023 = 1}}\n");
        assertThat(source()).contains("共{{计数: 文种=支委会, 年度=2023 = 1}}次。");
        assertThat(site.problems().stream().filter(line -> line.contains("39")))
                .hasSize(1)
                .first()
                .asString()
                .contains("W239", "签发时写的是1，按现在的记录是2：《", "后来登记");
    }

    @Test
    void ofFilesThatAreNotUtf8AreLeftToTheWriter() throws IOException {
        site.approved("共{{计数: 文种=支委会, 年度=2024}}次。");
        byte[] before = source().getBytes(Charset.forName("GB18030"));
        Files.write(site.folder().root().resolve(CountSite.TEXT), before);

        assertThat(figures("--write").out())
                .isEqualTo(CountSite.TEXT + ":11：没有写，文件刚刚有别的程序改过，或者不是 UTF-8；请手工写成 {{计数: 文种=支委会, 年度=2024 = 2}}\n");
        assertThat(site.folder().root().resolve(CountSite.TEXT)).hasBinaryContent(before);
    }

    @Test
    void ofIncludedFilesAreLeftToTheWriterWhoIsToldWhichFile() {
        site.folder()
                .file("content/_共用/数.adoc", "共{{计数: 文种=支委会, 年度=2024}}次。\n")
                .published("content/文章/丙.adoc", "标题: 丙", "发布日期: 2024-03-05")
                .file(
                        "content/文章/丙.adoc",
                        "= 丙\n:发布日期: 2024-03-05\n:公开范围: 社会\n:审批: 书记 2024-03-05\n:保密审查: 宣传委员 2024-03-04\n\ninclude::../_共用/数.adoc[]\n");

        SiteFolder.Ran ran = figures("--write", "content/文章/丙.adoc");

        assertThat(ran.out())
                .isEqualTo("content/文章/丙.adoc:7：没有写，它在包含的文件 content/_共用/数.adoc 里；请手工写成 {{计数: 文种=支委会, 年度=2024 = 2}}\n");
        assertThat(ran.status()).isEqualTo(1);
    }

    @Test
    void areListedForProgramsWithTheSameProblemsAsACheckTells() {
        site.approved("共{{计数: 文种=支委会, 年度=2024}}次，{{计数: 文种=支委会, 年度=2023 = 9次}}。");

        assertThat(figures("--format", "json").out())
                .startsWith("{\"problems\":[{\"severity\":\"error\",\"code\":\"E239\",\"path\":\"" + CountSite.TEXT
                        + "\",\"line\":11,\"column\":2,")
                .contains("\"entries\":1,\"figures\":[{\"path\":\"" + CountSite.TEXT
                        + "\",\"line\":11,\"column\":2,\"typed\":\"{{计数: 文种=支委会, 年度=2024}}\",\"figure\":null,"
                        + "\"written\":\"{{计数: 文种=支委会, 年度=2024 = 2}}\",\"approved\":true}");
        assertThat(figures("--format", "json", "--write").status()).isEqualTo(2);
    }

    /** What is corrected after signing changes no page; only the writer is told. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void keepTheSignedNumberOnThePageWhateverIsCorrected(int corrections) {
        site.approved("共{{计数: 文种=支委会, 年度=2024 = 2次}}。");
        for (int i = 0; i < corrections; i++) {
            site.record("补" + i, "支委会", "2024-05-1" + i, held("2024-01-1" + i));
        }

        assertThat(site.built().text()).isEqualTo("共2次。");
        assertThat(site.problems().stream().filter(line -> line.contains("W239")))
                .hasSize(corrections == 0 ? 0 : 1);
    }

    private String source() throws IOException {
        return Files.readString(site.folder().root().resolve(CountSite.TEXT));
    }

    private SiteFolder.Ran figures(String... more) {
        List<Object> command =
                new ArrayList<>(List.of("figures", "-s", site.folder().root()));
        command.addAll(List.of(more));
        return SiteFolder.run(command.toArray());
    }
}
