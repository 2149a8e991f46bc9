package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.gongkai.testing.GitFixture;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What git knows and what was published, together: addresses that live on, editions that stay, pages taken down. */
@Tag("slow")
class PublishedHistoryTest extends GitFixture {

    private static final String ENTRY = "notices/2024/a1-2024-00001.html";
    private static final String HISTORY = "notices/2024/a1-2024-00001/history/index.html";

    private Path store;

    @BeforeEach
    void aNoticeAndARule() {
        site.entry("content/制度/公章.md", "标题: 公章使用办法", "发布日期: 2024-02-01", "栏目: 制度");
        store = folder.resolve("store");
        notice("第一稿的话。").commit("2024-04-01", "甲委员", "公开");
    }

    private GitFolder notice(String text) {
        site.file(
                "content/通知/开会.md",
                "---\n标题: 关于开会的通知\n栏目: 通知\n发布日期: 2024-04-01\n索引号: A1/2024-00001\n---\n\n" + text + "\n");
        return git;
    }

    @Test
    void noAddressIsLostWhenFilesMoveAndNumbersCome() {
        published();
        git.git("mv", "content/制度/公章.md", "content/制度/印章.md");
        git.commit("2024-04-02", "甲委员", "改名");
        published();
        site.entry("content/制度/印章.md", "标题: 公章使用办法", "发布日期: 2024-02-01", "栏目: 规定", "索引号: A1/2024-00007");
        git.commit("2024-04-03", "甲委员", "编号，换栏目");
        published();

        for (String former : List.of("zhi-du/2024/gong-zhang.html", "zhi-du/2024/yin-zhang.html")) {
            assertThat(page(former).select("meta[http-equiv=refresh]").attr("content"))
                    .isEqualTo("0; url=../../gui-ding/2024/a1-2024-00007.html");
        }
    }

    @Test
    @Promise("Earlier versions are those that were published")
    void showsNoTextThatWasReplacedBeforeItWasPublished() throws IOException {
        published();
        notice("没有收下的话。").commit("2024-04-02", "甲委员", "没有收下");
        notice("第二稿的话。").commit("2024-04-03", "乙委员", "改好");
        published();
        assertThat(page(HISTORY).select(".version-name").eachText()).hasSize(2);
        assertThat(page(HISTORY).text()).contains("乙委员", "改好", "4月3日").doesNotContain("4月2日", "甲委员 没有收下");
        TreeMap<String, String> first = SiteFolder.files(current().toRealPath());
        first.forEach((name, text) -> assertThat(text).as(name).doesNotContain("没有收下"));

        // Colleagues who fetch before they push make merges whose first parent is their own commit.
        git.git("checkout", "-q", "-b", "own", "HEAD~1");
        site.entry("content/制度/新.md", "标题: 新办法", "发布日期: 2024-04-04", "栏目: 制度");
        git.commit("2024-04-04", "丙委员", "新办法");
        git.git("merge", "-q", "-m", "合并", "main");
        git.git("checkout", "-q", "-B", "main");
        published();
        assertThat(SiteFolder.files(current().toRealPath()).get(HISTORY)).isEqualTo(first.get(HISTORY));

        Path other = folder.resolve("other");
        SiteFolder.done("publish", "-s", site.root(), "--to", other);
        assertThat(other.resolve("current").resolve(HISTORY)).content().contains("没有收下");
    }

    @Test
    void anEntryThatIsDeletedIsMissedUntilItIsWithdrawn() {
        published();
        site.delete("content/制度/公章.md");
        git.commit("2024-04-02", "甲委员", "删去");

        Ran refused = publish();
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("网址 zhi-du/2024/gong-zhang.html 没有了");

        site.entry("content/制度/公章.md", "标题: 公章使用办法", "发布日期: 2024-02-01", "栏目: 制度", "状态: 已撤回");
        git.commit("2024-04-03", "甲委员", "撤回");
        published();
        assertThat(page("zhi-du/2024/gong-zhang.html").text()).contains("本条已撤回").contains("2024年4月3日撤回");
    }

    @Test
    @Promise("existing editions are changed by a takedown only")
    void anEditionIsPublishedOnceAndCarriedOn() {
        git.git("tag", "edition/2024-04");
        notice("第二稿的话。").commit("2024-05-01", "甲委员", "改");
        published();
        TreeMap<String, String> first = SiteFolder.files(current().resolve("editions/2024-04"));
        assertThat(page("editions/2024-04/" + ENTRY).text()).contains("第一稿的话").doesNotContain("第二稿");
        assertThat(page("editions/2024-04/index.html").text()).contains("截至2024年4月1日");

        site.entry("content/制度/新.md", "标题: 新办法", "发布日期: 2024-05-02", "栏目: 制度");
        git.commit("2024-05-02", "甲委员", "新办法");
        git.git("tag", "edition/2024-05");
        published();

        assertThat(SiteFolder.files(current().resolve("editions/2024-04"))).isEqualTo(first);
        assertThat(links(ENTRY)).containsExactly("2024-05", "2024-04", "全部");
        assertThat(links("zhi-du/2024/xin.html")).containsExactly("2024-05", "全部");
        assertThat(links("editions/2024-05/" + ENTRY)).containsExactly("最新", "2024-04", "全部");
        assertThat(links("editions/2024-04/" + ENTRY)).containsExactly("最新", "全部");
        assertThat(page("editions/index.html").select(".line-title a").eachText())
                .containsExactly("2024-05", "2024-04");
        assertThat(run("verify", store.toString(), "--all").status()).isZero();
        everyLinkLeadsToAFile();
    }

    private List<String> links(String page) {
        return page(page).select(".editions a").eachText();
    }

    private void everyLinkLeadsToAFile() {
        for (String name : SiteFolder.files(current()).keySet()) {
            if (name.endsWith(".html") && !name.endsWith("404.html")) {
                Path file = current().resolve(name);
                page(name).select("a[href], link[href]").eachAttr("href").forEach(href -> assertThat(file.getParent()
                                .resolve(href.replaceFirst("#.*", ""))
                                .normalize())
                        .as(name + " → " + href)
                        .exists());
            }
        }
    }

    @Test
    @Promise("existing editions are changed by a takedown only")
    void anEditionDoesNotFollowATagThatIsMoved() {
        git.git("tag", "edition/2024");
        published();
        notice("第二稿的话。").commit("2024-05-01", "甲委员", "改");
        git.git("tag", "-f", "edition/2024");

        Ran ran = publish();

        assertThat(ran.status()).isZero();
        assertThat(ran.err()).contains("标签 edition/2024 换了提交，已经发布的年度存档不改");
        assertThat(page("editions/2024/" + ENTRY).text()).contains("第一稿的话");
    }

    @Test
    void anEditionThatCannotBeMadeHoldsNothingUp() {
        site.entry("content/错.md", "标题: 错", "发布日期: 2024-13-01");
        git.commit("2024-04-02", "甲委员", "错");
        git.git("tag", "edition/坏");
        git.git("tag", "edition/wrong");
        site.delete("content/错.md");
        git.commit("2024-04-03", "甲委员", "改正");

        Ran ran = publish();

        assertThat(ran.status()).isZero();
        assertThat(ran.err())
                .contains("标签 edition/坏 的名字不能作网址", "标签 edition/wrong 有 1 个错误，没有做成年度存档；第一个是 content/错.md:3:7");
        assertThat(current().resolve("editions")).doesNotExist();
    }

    @Test
    void publishesFromABareRepositoryAsFromTheFolder() throws IOException {
        git.git("tag", "edition/2024");
        published();
        Path bare = folder.resolve("site.git");
        git.git("clone", "-q", "--bare", ".", bare.toString());
        Path other = folder.resolve("other");

        SiteFolder.done("publish", "-s", bare, "--rev", "main", "--to", other);
        assertThat(SiteFolder.files(other.resolve("current").toRealPath()))
                .isEqualTo(SiteFolder.files(current().toRealPath()))
                .containsKey("editions/2024/index.html");
    }

    @Test
    @Promise("existing editions are changed by a takedown only")
    @Promise("a takedown removes a page from the indexes")
    void takesAPageDownWithItsHistoryInEveryReleaseAndEdition() throws IOException {
        git.git("tag", "edition/2024");
        notice("第二稿的话。").commit("2024-05-01", "甲委员", "改了一句");
        published();
        notice("第三稿的话。").commit("2024-05-02", "甲委员", "又改一句");
        published();

        SiteFolder.done("takedown", ENTRY, "--to", store, "--reason", "含有个人信息");
        assertThat(run("verify", store.toString(), "--all").status()).isZero();
        for (Path file : allFiles()) {
            assertThat(text(file)).as(file.toString()).doesNotContain("稿的话", "关于开会的通知");
        }
        assertThat(page(ENTRY).text()).contains("本页已", "含有个人信息");
        assertThat(page("editions/2024/" + ENTRY).text()).contains("本页已");
        assertThat(page("changes/index.html").text()).doesNotContain("关于开会的通知");
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private List<Path> allFiles() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String part : List.of("releases", "editions")) {
            try (var all = Files.walk(store.resolve(part))) {
                all.filter(Files::isRegularFile).forEach(files::add);
            }
        }
        return files;
    }

    private Ran publish() {
        return run("publish", "-s", site.root().toString(), "--to", store.toString());
    }

    private void published() {
        Ran ran = publish();
        assertThat(ran.status()).as(ran.err()).isZero();
    }

    private Path current() {
        return store.resolve("current");
    }

    private Document page(String address) {
        try {
            return Jsoup.parse(Files.readString(current().resolve(address)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
