package org.gongkai.publish.release.takedown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.done;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.gongkai.testing.GitFolder;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rollbacks and takedowns stand in the list of changes of every later release, without a word of what they were about. */
@Tag("slow")
class InterventionsTest extends PublishedSource {

    private GitFolder git;

    @BeforeEach
    void twoReleases() {
        git = new GitFolder(site.root());
        entry("a", "走访慰问的情况", "");
        entry("b", "缴纳党费的办法", "");
        entry("c", "家庭困难同志名册", "状态: 草稿");
        git.commit("2024-04-01", "测试", "first");
        published();
        entry("d", "召开支部党员大会的通知", "");
        git.commit("2024-04-02", "测试", "second");
        published();
    }

    private void entry(String name, String title, String more) {
        site.entry("content/通知/" + name + ".md", "标题: " + title, "发布日期: 2024-04-01", "栏目: 通知", more);
    }

    private List<String> interventions() throws IOException {
        Document page = Jsoup.parse(Files.readString(to.resolve("current/changes/index.html")));
        return page.select("ul.changes li:not(:has(a))").stream()
                .map(Element::text)
                .toList();
    }

    @Test
    void aSiteThatWasOnlyPublishedHasNone() throws IOException {
        assertThat(interventions()).isEmpty();
    }

    @Test
    void aRollbackIsToldAtOnceAndWithItsReasonByTheNextRelease() throws IOException {
        done("rollback", "--to", to, "--reason", "时间写错了");
        assertThat(Files.readString(to.resolve("current/changes/index.html"))).contains("网站换回了以前发布的内容");
        published();

        assertThat(interventions()).containsExactly("2024年6月1日 网站换回了以前发布的内容 说明：时间写错了");
        assertThat(Jsoup.parse(Files.readString(to.resolve("current/changes/index.html")))
                        .select("h2")
                        .eachText())
                .containsExactly("2024年6月", "2024年4月");
    }

    @Test
    void aReasonThatNamesWhatReadersMayNotSeeIsLeftOut() throws IOException {
        done("rollback", "--to", to, "--reason", "误发了《家庭困难同志名册》");
        published();

        assertThat(interventions()).containsExactly("2024年6月1日 网站换回了以前发布的内容");
    }

    @Test
    void aTakedownIsToldOnceAndNotByName() throws IOException {
        done("takedown", "notices/2024/a.html", "--to", to, "--reason", "有个人信息");
        done("takedown", "notices/2024/a.html", "--to", to, "--reason", "有个人信息");
        site.delete("content/通知/a.md");
        git.commit("2024-04-03", "测试", "third");
        published();

        assertThat(interventions()).containsExactly("2024年6月1日 撤下了1个网页 说明：有个人信息");
        assertThat(to.resolve("current/changes/index.html")).content().doesNotContain("走访慰问");
    }

    @Test
    void whatMayBePublishedAgainIsTold() throws IOException {
        done("takedown", "notices/2024/a.html", "--to", to, "--reason", "待核实");
        done("takedown", "notices/2024/a.html", "--to", to, "--undo", "--reason", "已核实");
        published();

        assertThat(interventions()).containsExactly("2024年6月1日 撤下的1个网页允许重新公开 说明：已核实", "2024年6月1日 撤下了1个网页 说明：待核实");
    }
}
