package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.gongkai.check.file.Invented;
import org.gongkai.testing.CleanCorpus;
import org.gongkai.testing.GitFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What earlier runs kept of entries never shows in what a later run tells: it says what a run says that begins anew. */
@Tag("slow")
class KeptBetweenRunsTest extends GitFixture {

    @Test
    void aResultOfAPublicNoticeIsMissedOnTheDayOnWhichItIsDue() {
        site.published(
                "content/通知/甲.md",
                "标题: 关于甲的公示",
                "文种: 公示",
                "发布日期: 2024-04-29",
                "公示: {起: 2024-05-06, 止: 2024-05-10, 工作日: 5}",
                "监督电话: 内线 6022");
        git.commit("公示");

        assertThat(told("--as-of", "2024-05-20")).isEmpty();
        assertThat(told("--as-of", "2024-06-20")).singleElement().asString().contains("W151");
        assertThat(told("--as-of", "2024-05-20")).isEmpty();
    }

    @Test
    void otherSettingsAreOtherRules() {
        site.entry("content/通知/甲.md", "标题: 甲", "发布日期: 2024-04-29", "索引号: SLSW01/2024-00001", "次数: 3");
        site.file("content/通知/乙.md", "---\n标题: 乙\n发布日期: 2024-04-30\n---\n\n电话 " + Invented.mobile() + "。\n");
        git.commit("开始");
        assertThat(told()).hasSize(2).anyMatch(line -> line.contains("E103")).anyMatch(line -> line.contains("E272"));

        site.file("content/_data/kinds.yml", "- {名称: 文章, 字段: [{名称: 次数, 类型: 数字}]}\n");
        git.commit("文种");
        assertThat(told()).singleElement().asString().contains("E272");

        site.file("content/_data/privacy.yml", "允许: [\"" + Invented.mobile() + "\"]\n");
        git.commit("号码");
        assertThat(told()).isEmpty();

        site.file("content/_data/site.yml", "名称: 支部\n机构代码: SLSW02\n");
        git.commit("代码");
        assertThat(told()).singleElement().asString().contains("W140");

        git.git("checkout", "-q", "HEAD~3", "--", "content");
        git.git("rm", "-rqf", "content/_data");
        git.commit("都回去");
        assertThat(told()).hasSize(2);
    }

    @Test
    void papersAreComparedAgainWhenOneStatesAnotherFigure() {
        paper("甲", "2024-04-01", "2024年经费预算5100元。");
        paper("乙", "2024-04-02", "2024年经费预算5100元。");
        git.commit("开始");
        assertThat(told()).isEmpty();

        paper("乙", "2024-04-02", "2024年经费预算5200元。");
        git.commit("另一个数");
        assertThat(told()).singleElement().asString().contains("W335");

        paper("甲", "2024-04-01", "2024年经费预算5100元，后来追加过。");
        git.commit("说明");
        assertThat(told()).isEmpty();

        paper("乙", "2024-04-02", "2024年经费预算5200元，略。");
        paper("甲", "2024-04-01", "2024年经费预算5100元。");
        git.commit("去掉说明");
        assertThat(told()).singleElement().asString().contains("W335");
    }

    private void paper(String name, String day, String text) {
        site.file("content/通知/" + name + ".md", "---\n标题: 关于" + name + "的安排\n发布日期: " + day + "\n---\n\n" + text + "\n");
    }

    @Test
    void aFileThatTheTextOfADraftNoLongerNamesIsTold() {
        site.entry("content/通知/甲.md", "标题: 甲", "发布日期: 2024-04-29");
        site.file("content/通知/名单.txt", "名单\n");
        site.file("content/通知/乙.md", "---\n标题: 乙\n发布日期: 2024-04-30\n状态: 草稿\n---\n\n见 名单.txt。\n");
        git.commit("开始");
        assertThat(told()).isEmpty();

        site.file("content/通知/乙.md", "---\n标题: 乙\n发布日期: 2024-04-30\n状态: 草稿\n---\n\n见那个表。\n");
        git.commit("不提了");
        assertThat(told()).singleElement().asString().contains("W256");
    }

    @Test
    void aFileThatWasPutInThePlaceOfAnotherShowsEvenWithItsSizeAndTime() throws Exception {
        site.entry("content/通知/甲.md", "标题: 甲", "发布日期: 2024-04-29");
        git.commit("开始");
        Path file = site.root().resolve("content/通知/甲.md");
        FileTime time = Files.getLastModifiedTime(file);
        // What was written just now is not trusted yet.
        Thread.sleep(2_600);
        assertThat(toldOfTheFolder()).isEmpty();
        assertThat(toldOfTheFolder()).isEmpty();

        Path other = folder.resolve("other.md");
        Files.writeString(other, Files.readString(file).replace("标题", "标提"));
        Files.setLastModifiedTime(other, time);
        assertThat(Files.size(other)).isEqualTo(Files.size(file));
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        Thread.sleep(2_600);

        assertThat(toldOfTheFolder()).anyMatch(line -> line.contains("E103")).anyMatch(line -> line.contains("E104"));
    }

    @Test
    void whatCanBeFoundIsKeptByACheckThatMakesNoIndex() throws IOException {
        new CleanCorpus(10).write(site);
        git.commit("开始");
        site.built("--rev", "main");
        Path texts = site.root().resolve(".git/gongkai/search-texts-committed/0");
        byte[] before = Files.readAllBytes(texts);
        site.file("content/通知/甲.md", "---\n标题: 关于甲的安排\n发布日期: 2024-04-29\n---\n\n正文。\n");
        git.commit("加一条");
        assertThat(told()).isEmpty();

        site.built("--rev", "main");

        assertThat(texts).hasBinaryContent(before);
        same("after a check", "--rev", "main");
    }

    @Test
    void anExemptionHoldsForWhatWasKept() {
        site.file("content/通知/甲.md", "---\n标题: 甲\n发布日期: 2024-04-29\n例外: W231 引用原文\n---\n\n建立台帐。\n");
        git.commit("开始");

        assertThat(told()).isEmpty();
        assertThat(told()).isEmpty();
        same("exempted", "--rev", "main");
        site.file("content/通知/甲.md", "---\n标题: 甲\n发布日期: 2024-04-29\n---\n\n建立台帐。\n");
        git.commit("不例外了");
        assertThat(told()).singleElement().asString().contains("W231");
    }

    @Test
    void whateverIsDamagedIsFoundOutAgain() throws IOException {
        site.published("content/通知/甲.md", "标题: 关于甲的通知", "文种: 通知", "发布日期: 2024-02-01", "索引号: SLSW01/2024-00001");
        site.file("content/乙.md", "---\n标题: 乙\n发布日期: 2024-04-29\n公开范围: 社会\n---\n\n建立台帐，见[甲](通知/甲.md)。\n");
        git.commit("2024-02-01", "甲", "两条");
        site.published("content/通知/甲.md", "标题: 关于甲和乙的通知", "文种: 通知", "发布日期: 2024-02-01", "索引号: SLSW01/2024-00001");
        git.commit("2024-03-01", "乙", "改一条");
        SiteFolder.Ran right = site.build("--rev", "main");
        var files = site.files();
        Path folder = site.root().resolve(".git/gongkai");
        List<Path> kept;
        try (Stream<Path> all = Files.list(folder)) {
            kept = all.filter(Files::isRegularFile).sorted().toList();
        }
        assertThat(kept).hasSizeGreaterThanOrEqualTo(5);
        Random random = new Random(20240601);
        for (int round = 0; round < 12; round++) {
            List<byte[]> whole = new ArrayList<>();
            for (Path file : kept) {
                whole.add(Files.readAllBytes(file));
            }
            for (int i = 0; i < kept.size(); i++) {
                byte[] bytes = whole.get(i);
                switch (random.nextInt(4)) {
                    case 0 -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                    case 1 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
                    case 2 -> bytes = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(9));
                    default -> bytes = whole.get(random.nextInt(whole.size()));
                }
                Files.write(kept.get(i), bytes);
            }

            SiteFolder.Ran ran = site.build("--rev", "main");

            assertThat(ran.errors()).as("round " + round).isEqualTo(right.errors());
            assertThat(site.files()).as("round " + round).isEqualTo(files);
        }
    }

    /** What was visible is looked at anew when it is hidden, wherever its title, its text or its address were shown. */
    @Test
    void whatIsHiddenNowIsShownNowhereThoughNothingElseChanged() {
        site.file("content/_段.adoc", "共用的一段。\n");
        site.file("content/乙.md", "---\n标题: 乙\n发布日期: 2024-04-29\n公开范围: 社会\n---\n\n见[](甲.md)。\n");
        site.file("content/丙.adoc", "= 丙\n:发布日期: 2024-04-28\n:公开范围: 社会\n\ninclude::_段.adoc[]\n\n见xref:甲.md[]。\n");
        site.entry("content/甲.md", "标题: 走访企业的初步打算", "发布日期: 2024-04-30", "公开范围: 社会", "标签: [走访打算名单]");
        git.commit("公开");
        site.built("--rev", "main");
        assertThat(site.page("articles/2024/yi.html")).contains("走访企业的初步打算");

        site.entry("content/甲.md", "标题: 走访企业的初步打算", "发布日期: 2024-04-30", "公开范围: 特定对象", "状态: 草稿", "标签: [走访打算名单]");
        site.file("content/_段.adoc", "换了的一段。\n");
        git.commit("收回");
        site.built("--rev", "main");
        var incremental = site.files();
        site.built("--rev", "main", "--no-cache");

        assertThat(site.files()).isEqualTo(incremental);
        assertThat(site.page("articles/2024/bing.html")).contains("换了的一段");
        for (String page : List.of("articles/2024/yi.html", "articles/2024/bing.html", "index.html", "feed.xml")) {
            assertThat(site.page(page)).doesNotContain("走访企业", "走访打算");
        }
    }

    @Test
    void formerVersionsAreTheSame() {
        site.published("content/通知/甲.md", "标题: 关于甲的通知", "文种: 通知", "发布日期: 2024-02-01", "索引号: SLSW01/2024-00001");
        site.published("content/通知/丙.md", "标题: 关于丙的通知", "文种: 通知", "发布日期: 2024-02-01", "索引号: SLSW01/2024-00002");
        git.commit("2024-02-01", "甲", "两条");
        site.published("content/通知/甲.md", "标题: 关于甲和乙的通知", "文种: 通知", "发布日期: 2024-02-01", "索引号: SLSW01/2024-00001");
        site.delete("content/通知/丙.md");
        git.commit("2024-03-01", "乙", "改一条，删一条");
        site.published("content/通知/甲.md", "标题: 关于乙的通知", "文种: 通知", "发布日期: 2024-02-01", "索引号: SLSW01/2024-00001");
        git.commit("2024-04-01", "丙", "再改");
        site.built();
        var first = site.files();
        assertThat(first.keySet())
                .filteredOn(file -> file.matches(".*00001/history/\\d\\.html"))
                .hasSize(3);
        assertThat(site.root().resolve(".git/gongkai/revisions")).exists();
        site.built();
        assertThat(site.files()).isEqualTo(first);

        site.published("content/通知/丁.md", "标题: 关于丁的通知", "文种: 通知", "发布日期: 2024-05-01", "索引号: SLSW01/2024-00002");
        git.commit("2024-05-01", "丁", "重用号码");
        assertThat(told()).anyMatch(line -> line.contains("E142"));
        assertThat(told()).anyMatch(line -> line.contains("E142"));
        same("former numbers", "--rev", "main");
    }

    /** Runs with what was kept and without, and wants the same bytes. */
    private void same(String what, String... more) {
        assertThat(check(more, "--format", "json")).as(what).isEqualTo(check(more, "--no-cache", "--format", "json"));
    }

    private List<String> told(String... more) {
        return check(more, "--rev", "main").found();
    }

    private List<String> toldOfTheFolder() {
        return check(new String[0]).found();
    }

    private Ran check(String[] some, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("check", "-s", site.root().toString()));
        arguments.addAll(List.of(some));
        arguments.addAll(List.of(more));
        return SiteFolder.run(arguments.toArray(String[]::new));
    }
}
