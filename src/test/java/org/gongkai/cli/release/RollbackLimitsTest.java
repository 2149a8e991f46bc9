package org.gongkai.cli.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.publish.bundle.PublishedSite;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFolder.Ran;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A rollback makes nothing public again that was withdrawn, restricted or deleted since, unless it is named. */
@Tag("slow")
class RollbackLimitsTest extends FolderFixture {

    private static final String FIRST = PublishedSite.FIRST;
    private static final String TWO = "受众:\n- {名称: 群众, 范围: [社会]}\n- {名称: 党员, 范围: [社会, 本单位], 目录: dang}\n";

    private PublishedSite published;

    @BeforeEach
    void aSiteForTwoAudiences() {
        published = new PublishedSite(folder);
        published.site.file("content/_data/site.yml", TWO);
        entry("a", "公开范围: 社会");
        entry("b", "公开范围: 社会");
        entry("c", "公开范围: 社会");
        published.published();
    }

    private void entry(String name, String... more) {
        List<String> header = new ArrayList<>(List.of("标题: 内容" + name, "发布日期: 2024-01-02"));
        header.addAll(List.of(more));
        published.site.entry("content/" + name + ".md", header.toArray(String[]::new));
    }

    private Ran rollBack(String... more) {
        return published.with("rollback", more);
    }

    private Path page(String audience, String name) {
        return published.to.resolve(audience).resolve("current/articles/2024/" + name + ".html");
    }

    private static Ran refusal(String release, String entries) {
        return new Ran(
                1,
                "",
                "发布批次 " + release + " 里有后来撤回、缩小公开范围或者删去的条目，换回去读者又会看到：" + entries
                        + "；确实要让它们重新公开，逐条写上 --with-withdrawn 网址；不该再公开的，先用 takedown 撤下，再换回；站点没有改动。\n");
    }

    @Test
    void namesWhatReadersSeeAgainAsItWasBeforeItsRevision() throws IOException {
        entry("a", "公开范围: 社会", "修订日期: 2024-01-05");
        published.published();

        assertThat(rollBack("--reason", "图片打不开").err())
                .contains("注意：读者又看到 articles/2024/a.html（2024年1月5日修订以前的），请尽快改好，重新发布。");
        assertThat(published.to.resolve("dang/records.jsonl"))
                .content()
                .contains("图片打不开；重新公开 articles/2024/a.html（2024年1月5日修订以前的）");
        assertThat(Jsoup.parse(Files.readString(page("dang", "a")))
                        .select("#main > .since")
                        .outerHtml())
                .contains("这一条后来于2024年1月5日修订过，这里是那以前的内容，见<a href=\"../../changes/index.html\">更新记录</a>。");
        assertThat(page("dang", "b")).content().doesNotContain("后来于");
        assertThat(Jsoup.parse(Files.readString(published.to.resolve("dang/current/changes/index.html")))
                        .select(".announced")
                        .text())
                .isEqualTo("2024年6月1日 网站换回了以前发布的内容 内容a：后来于2024年1月5日修订过");
        assertThat(run("verify", published.to.resolve("dang"), "--all").status())
                .isZero();
        assertThat(rollBack(FIRST).err()).doesNotContain("修订以前");
    }

    @Test
    @Promise("A rollback, or the import of an older archive")
    void namesWhatWouldComeBackAndForWhom() {
        entry("a", "公开范围: 本单位");
        entry("b", "公开范围: 社会", "状态: 已撤回");
        published.site.delete("content/c.md");
        published.published("--allow-lost");

        assertThat(rollBack())
                .isEqualTo(refusal(
                        FIRST,
                        "公开对象 dang 的 articles/2024/b.html、articles/2024/c.html；公开对象 qun-zhong 的"
                                + " articles/2024/a.html、articles/2024/b.html、articles/2024/c.html"));
        assertThat(page("qun-zhong", "a")).doesNotExist();

        assertThat(run("rollback", "--to", published.to.resolve("dang")))
                .isEqualTo(refusal(FIRST, "articles/2024/b.html、articles/2024/c.html"));
    }

    @Test
    @Promise("A rollback, or the import of an older archive")
    void publishesAgainWhatIsNamedAndRecordsIt() {
        entry("a", "公开范围: 本单位");
        entry("b", "公开范围: 社会", "状态: 已撤回");
        published.published("--allow-lost");

        assertThat(rollBack("--with-withdrawn", "articles/2024/a.html").err())
                .startsWith("发布批次 " + FIRST)
                .contains("公开对象 dang 的 articles/2024/b.html；公开对象 qun-zhong 的 articles/2024/b.html；");
        Ran ran = rollBack(
                "--with-withdrawn",
                "articles/2024/a.html",
                "--with-withdrawn",
                "articles/2024/b.html",
                "--reason",
                "误撤");

        assertThat(ran.err()).isEmpty();
        assertThat(page("qun-zhong", "a")).content().contains("内容a");
        assertThat(page("dang", "b")).content().doesNotContain("撤回");
        assertThat(published.with("releases", "--log").out())
                .contains("换回发布批次 " + FIRST + "（误撤；重新公开 articles/2024/a.html、articles/2024/b.html）");
    }

    @Test
    @Promise("It compares releases, by file and index number")
    void letsEverythingElseBeRolledBackAndForthAsBefore() {
        entry("a", "公开范围: 社会", "栏目: 通知", "旧址: articles/2024/a.html");
        entry("b", "公开范围: 社会", "摘要: 后来的话");
        entry("d", "公开范围: 社会");
        published.published();
        assertThat(page("dang", "b")).content().contains("后来的话");
        entry("b", "公开范围: 本单位", "摘要: 还没有发布");

        assertThat(rollBack().status()).isZero();
        assertThat(page("dang", "b")).content().contains("内容b").doesNotContain("后来的话");
        assertThat(page("qun-zhong", "b")).content().contains("内容b");
        assertThat(rollBack(FIRST + "-2").status())
                .as("newer than what readers see")
                .isZero();
    }

    @Test
    void comparesWithTheNewestReleaseEvenIfReadersSeeAnOlderOne() {
        entry("a", "公开范围: 社会", "标签: [改过]");
        published.published();
        entry("b", "公开范围: 社会", "状态: 已撤回");
        published.published();
        assertThat(rollBack(FIRST, "--with-withdrawn", "articles/2024/b.html").status())
                .isZero();

        assertThat(rollBack(FIRST + "-2").status())
                .as("readers see it again already")
                .isOne();
    }

    @Test
    void takesWhatWasTakenDownAsGone() {
        published.site.delete("content/c.md");
        entry("d", "公开范围: 社会");
        published.published("--allow-lost");
        assertThat(published
                        .with("takedown", "articles/2024/c.html", "--reason", "有个人信息")
                        .status())
                .isZero();

        assertThat(rollBack().status()).isZero();
        assertThat(page("dang", "c")).content().contains("本页已撤下");
    }

    @Test
    void refusesAReleaseThatWasMadeForALaterDay() {
        published.published("--as-of", "2030-01-01");
        published.published("--as-of", "2024-06-01");

        assertThat(rollBack(FIRST + "-2"))
                .isEqualTo(new Ran(1, "", "发布批次 " + FIRST + "-2 是按 2030-01-01 生成的，还没到这一天，不能换回；站点没有改动。\n"));
    }
}
