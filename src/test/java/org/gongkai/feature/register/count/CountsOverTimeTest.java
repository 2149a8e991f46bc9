package org.gongkai.feature.register.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.feature.register.count.CountSite.held;

import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeMap;
import org.gongkai.feature.search.index.UnpackedIndex;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts when records change after the text that counts them was published. */
class CountsOverTimeTest {

    private CountSite site;

    @BeforeEach
    void records(@TempDir Path folder) {
        site = new CountSite(folder);
    }

    @Test
    void followTheRecordsInALaterBuild() throws IOException {
        site.text("前{{计数: 文种=支委会, 年度=2024}}次。\n\n`{{x: y}}`")
                .folder()
                .file("content/文章/总结.adoc", "= 总结\n:发布日期: 2024-03-05\n\n共{{计数: 文种=支委会, 年度=2024}}次。\n");
        assertThat(site.built().text()).startsWith("前2次。");
        site.record("补", "支委会", "2024-03-01", held("2024-02-28")).record("后", "支委会", "2024-04-01", held("2024-03-28"));
        assertThat(site.built().text()).startsWith("前3次。");
        assertThat(site.folder()
                        .html("articles/2024/zong-jie.html")
                        .select(".prose")
                        .text())
                .isEqualTo("共3次。");
        assertThat(site.folder().page("articles/feed.xml")).contains("前3次。").doesNotContain("前2次。");
        assertThat(UnpackedIndex.legible(site.folder().output())).contains("前3次。", "共3次。");
        TreeMap<String, String> cached = site.folder().files();
        site.folder().built("--no-cache");
        assertThat(site.folder().files()).isEqualTo(cached);
    }

    @Test
    void tellAMistakeOfACachedTextAgain() {
        site.folder().file("content/_data/kinds.yml", "- {名称: 走访, 标识: visits, 栏目: 走访}\n");
        site.text("{{计数: 文种=走访}}").built();
        site.folder().file("content/_data/kinds.yml", "- {名称: 走访慰问, 标识: visits, 栏目: 走访}\n");
        assertThat(site.problems()).hasSize(1).first().asString().contains("5:10: 错误 E166 没有“走访”这个文种");
        assertThat(SiteFolder.run("check", "-s", site.folder().root().toString())
                        .out())
                .contains("5:10: 错误 E166 没有“走访”这个文种");
    }

    @Test
    void areUnknownInFormerVersionsThatHaveNoFigure() {
        GitFolder git = new GitFolder(site.folder().root());
        site.text("共{{计数: 文种=支委会, 年度=2024}}次。", "成文日期: 2024-01-31");
        git.commit("2024-03-05", "王芳", "小结");
        site.text("共计{{计数: 文种=支委会, 年度=2024}}次。", "成文日期: 2024-03-05");
        git.commit("2024-03-06", "王芳", "改日期");
        site.folder().built();
        assertThat(site.folder()
                        .html("articles/2024/xiao-jie/history/1.html")
                        .select(".prose")
                        .text())
                .contains("共（当时的数没有写下）次。");
        assertThat(site.folder()
                        .html("articles/2024/xiao-jie/history/2.html")
                        .select(".prose")
                        .text())
                .contains("〔改为：共计2次。〕");
        assertThat(site.folder().files().values()).noneMatch(text -> text.contains("{{"));
    }

    @Test
    void areFastEvenIfThereAreMany() {
        site.text(
                "共{{计数: 文种=支委会, 年度=2024}}次。".repeat(1000) + "\n\n" + "{{".repeat(50_000) + "\n\n" + "{{计".repeat(20_000)
                        + "\n\n" + "| {{合计: 党费收缴公示.实交金额}} ".repeat(20) + "\n\n" + "- 共{{计数: 文种=支委会}}次\n".repeat(1000));
        assertThat(site.built().select("a.count")).hasSizeGreaterThanOrEqualTo(2000);
    }
}
