package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeSet;
import org.gongkai.testing.GitFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which pages a build makes anew. The footer of this site tells when its page was made, so that every making shows. */
@Tag("slow")
class UnchangedPagesTest extends GitFixture {

    /** A template that asks for the moment is refused, but the name of the variable is not found where it is put together. */
    private static final String FOOTER = "<footer>${('.n' + 'ow')?eval?string('yyyyMMddHHmmssSSS')}</footer>\n";

    @BeforeEach
    void threeEntries() {
        site.file("templates/footer.ftl", FOOTER).file("content/_data/site.yml", "名称: 示例支部\n");
        entry("一", "2024-03-01", "第一条的正文。");
        entry("二", "2024-03-02", "第二条的正文，见[第一条](一.md)。");
        entry("三", "2024-03-03", "第三条的正文。");
        git.commit("三条");
    }

    @Test
    void aBuildOfTheSameMakesNothing() {
        build();

        assertThat(made()).isEmpty();
    }

    @Test
    void aBodyThatChangedMakesItsPageAndTheListsThatShowIt() {
        build();
        entry("一", "2024-03-01", "第一条的新正文。");
        git.commit("改一条");

        assertThat(made())
                .contains("notices/2024/yi.html", "index.html", "notices/index.html", "feed.xml")
                .doesNotContain(
                        "notices/2024/er.html",
                        "notices/2024/san.html",
                        "years/index.html",
                        "404.html",
                        "sitemap.html");
    }

    @Test
    void aTitleThatChangedMakesThePagesThatNameIt() {
        build();
        entry("一", "2024-03-01", "第一条的正文。", "关于一的新标题");
        git.commit("改标题");

        assertThat(made()).contains("notices/2024/yi.html", "notices/2024/er.html");
    }

    @Test
    void anEntryMoreMakesItsNeighboursAndNoOther() {
        build();
        entry("四", "2024-03-04", "第四条的正文。");
        git.commit("加一条");

        assertThat(made())
                .contains("notices/2024/si.html", "notices/2024/san.html", "index.html", "years/index.html")
                .doesNotContain("notices/2024/yi.html");
    }

    @Test
    void anotherDayMakesThePagesThatShowTheDay() {
        build();

        assertThat(made("--as-of", "2024-06-02"))
                .contains("index.html", "registers/index.html")
                .allMatch(page ->
                        page.matches("(?:index|month)\\.html|registers/(?:due/)?index\\.html|registers/.*\\.json"));
    }

    @Test
    void aTemplateThatShowsTheNumberOfEntriesMakesEveryPageWhenItChanges() {
        site.file("templates/footer.ftl", "<footer>${site.total}</footer>" + FOOTER);
        git.commit("模板");
        build();
        entry("四", "2024-03-04", "第四条的正文。");
        git.commit("加一条");

        assertThat(made()).contains("notices/2024/yi.html", "404.html");
    }

    @Test
    void aTemplateThatChangedMakesEveryPage() {
        build();
        site.file("templates/footer.ftl", FOOTER + "<!-- 新 -->");
        git.commit("模板");

        assertThat(made()).containsAll(pages());
    }

    @Test
    void aPageThatSomebodyChangedIsMadeAgain() throws IOException {
        build();
        Path page = site.output().resolve("notices/2024/yi.html");
        Files.writeString(page, Files.readString(page).replace("第一条的正文", "第二条的正文"));
        Files.delete(site.output().resolve("notices/2024/san.html"));
        Map<String, String> before = site.files();

        build();

        assertThat(site.page("notices/2024/yi.html")).contains("第一条的正文");
        assertThat(site.page("notices/2024/san.html")).contains("第三条的正文");
        assertThat(site.files().get("notices/2024/er.html")).isEqualTo(before.get("notices/2024/er.html"));
    }

    @Test
    void aPageThatSomebodyChangedIsMadeAgainByABuildThatFindsAnotherEntryChanged() throws IOException {
        build();
        Path page = site.output().resolve("notices/2024/yi.html");
        FileTime time = Files.getLastModifiedTime(page);
        Files.writeString(page, Files.readString(page).replace("第一条的正文", "第二条的正文"));
        Files.setLastModifiedTime(page, time);
        entry("三", "2024-03-03", "第三条的新正文。");
        git.commit("改一条");

        assertThat(made()).contains("notices/2024/yi.html", "notices/2024/san.html");

        assertThat(site.page("notices/2024/yi.html")).contains("第一条的正文");
    }

    @Test
    void aBuildThatKnowsNothingOfTheOthersLeavesNothingToBeMistaken() {
        build();
        entry("一", "2024-03-01", "第一条的新正文。");
        git.commit("改一条");
        build("--no-cache");
        git.git("reset", "-q", "--hard", "HEAD~1");
        entry("三", "2024-03-03", "第三条的新正文。");
        git.commit("改另一条");

        build();

        assertThat(site.page("notices/2024/yi.html")).contains("第一条的正文");
        assertThat(site.page("notices/2024/san.html")).contains("第三条的新正文");
    }

    @Test
    void aFaultKeepsNothingAndIsToldAgain() {
        entry("四", "2024-03-04", "见[没有的](五.md)。");
        git.commit("错一条");

        assertThat(site.build("--rev", "HEAD").problems()).hasSize(1);
        assertThat(site.build("--rev", "HEAD").problems()).hasSize(1);

        entry("四", "2024-03-04", "改正了。");
        git.commit("改正");
        build();
        assertThat(site.page("notices/2024/si.html")).contains("改正了");
    }

    @Test
    void aLinkThatDiesIsToldThoughItsEntryDidNotChange() {
        build();
        site.delete("content/通知/一.md");
        git.commit("删一条");

        assertThat(site.build("--rev", "HEAD").problems())
                .singleElement()
                .asString()
                .startsWith("content/通知/二.md:9:15: 错误 E201");
    }

    @Test
    void whatAnAttachmentMaySayIsLookedForAgainWhenItDoesNotSayItAnyMore() {
        site.file("templates/footer.ftl", "<footer>人事调整初步方案</footer>" + FOOTER);
        site.file("content/通知/草稿.md", "---\n标题: 人事调整初步方案\n发布日期: 2024-03-05\n栏目: 通知\n状态: 草稿\n---\n\n正文。\n");
        site.file("content/通知/议题.txt", "人事调整初步方案\n");
        entry("一", "2024-03-01", "见[议题](议题.txt)。");
        git.commit("会上讨论过");
        build();
        build();
        site.file("content/通知/议题.txt", "别的事\n");
        git.commit("不再提");

        assertThat(site.build("--rev", "HEAD").problems())
                .singleElement()
                .asString()
                .contains("错误 E305", "404.html 等");
    }

    @Test
    void theSameFolderWithoutACommitIsKnownOnceItsFilesHaveRested() throws InterruptedException {
        Thread.sleep(2_600);
        site.built();
        Map<String, String> before = site.files();

        site.built();

        assertThat(site.files()).isEqualTo(before);
    }

    /** The body and the header name two files of one name; the address of each follows from which was named first. */
    @Test
    void linksOfABodyThatIsKnownLeadWhereTheyLedWhenItWasMade() {
        site.file("content/通知/甲/表.txt", "甲表\n").file("content/通知/乙/表.txt", "乙表\n");
        site.file(
                "content/通知/三.md", "---\n标题: 关于三的通知\n发布日期: 2024-03-03\n栏目: 通知\n附件: 甲/表.txt\n---\n\n见[乙表](乙/表.txt)。\n");
        git.commit("两张表");
        build();
        entry("四", "2024-03-04", "第四条的正文。");
        git.commit("加一条");
        build();

        assertThat(site.html("notices/2024/san.html").select(".prose a").attr("href"))
                .isNotEqualTo("san/biao.txt");
        assertThat(site.page("notices/2024/"
                        + site.html("notices/2024/san.html").select(".prose a").attr("href")))
                .isEqualTo("乙表\n");
        assertThat(site.page("notices/2024/san/biao.txt")).isEqualTo("甲表\n");
    }

    @Test
    void aReleaseSharesWhatTheLastOneHasAndHealsWhatWasDamaged() throws IOException {
        Path store = folder.resolve("store");
        publish(store);
        Path first = store.resolve("current").toRealPath();
        Path damaged = first.resolve("notices/2024/yi.html");
        String whole = Files.readString(damaged);
        damaged.toFile().setWritable(true);
        Files.writeString(damaged, whole.replace("第一条的正文", "第二条的正文"));
        entry("四", "2024-03-04", "第四条的正文。");
        git.commit("加一条");

        publish(store);

        Path second = store.resolve("current").toRealPath();
        assertThat(second).isNotEqualTo(first);
        assertThat(Files.readString(second.resolve("notices/2024/yi.html"))).contains("第一条的正文");
        assertThat(Files.isSameFile(first.resolve("notices/2024/er.html"), second.resolve("notices/2024/er.html")))
                .isTrue();
        assertThat(SiteFolder.run("verify", second.toString()).errors()).isEmpty();
    }

    private void publish(Path store) {
        assertThat(SiteFolder.run("publish", "-s", site.root().toString(), "--rev", "HEAD", "--to", store.toString())
                        .errors())
                .isEmpty();
    }

    private void entry(String name, String date, String body, String... title) {
        site.file(
                "content/通知/" + name + ".md",
                "---\n标题: " + (title.length > 0 ? title[0] : "关于" + name + "的安排") + "\n发布日期: " + date
                        + "\n栏目: 通知\n---\n\n## 节\n\n" + body + "\n");
    }

    private void build(String... more) {
        assertThat(ran(more).errors()).isEmpty();
    }

    private SiteFolder.Ran ran(String... more) {
        String[] all = new String[more.length + 2];
        all[0] = "--rev";
        all[1] = "HEAD";
        System.arraycopy(more, 0, all, 2, more.length);
        return site.build(all);
    }

    /** The pages that a build makes anew. */
    private TreeSet<String> made(String... more) {
        Map<String, String> before = site.files();
        build(more);
        TreeSet<String> made = new TreeSet<>();
        site.files().forEach((address, bytes) -> {
            if (!bytes.equals(before.get(address)) && !address.equals("manifest.json")) {
                made.add(address);
            }
        });
        return made;
    }

    private TreeSet<String> pages() {
        TreeSet<String> pages = new TreeSet<>(site.files().keySet());
        pages.removeIf(address -> !address.endsWith(".html"));
        return pages;
    }
}
