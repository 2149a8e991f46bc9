package org.gongkai.publish.release.takedown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.done;
import static org.gongkai.testing.SiteFolder.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongkai.feature.search.pack.ScriptFile;
import org.gongkai.io.Json;
import org.gongkai.publish.release.Sites;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an entry brings besides its page, its files and its titles goes with it: tags, and attachments that come again. */
@Tag("slow")
class TakedownTracesTest extends PublishedSource {

    private static final String PAGE = "notices/2024/a.html";
    private static final String LIST = "走访时带去慰问品和慰问信，由组织委员登记。\n";
    private static final String FORM = "缴纳党费登记表，每季度填一次，交组织委员。\n";

    private GitFolder git;

    /** An entry with a tag and an attachment of its own, and others that it shares; two releases and an edition. */
    @BeforeEach
    void aSite() {
        git = new GitFolder(site.root());
        site.file("content/通知/名单.txt", LIST).file("content/通知/表.txt", FORM);
        entry("a", "走访慰问的情况", "标签: [独有的标签, 共有的标签]", "事项: [独有的事项, 共有的事项]", "附件: [名单.txt, 表.txt]");
        entry("b", "缴纳党费的办法", "标签: 共有的标签", "事项: 共有的事项", "附件: 表.txt");
        git.commit("2024-04-01", "测试", "first").git("tag", "edition/2024");
        published();
        entry("c", "召开支部党员大会的通知", "标签: 会议");
        git.commit("2024-04-02", "测试", "second");
        published();
    }

    private void entry(String name, String title, String... more) {
        site.entry(
                "content/通知/" + name + ".md",
                Stream.concat(Stream.of("标题: " + title, "发布日期: 2024-04-01", "栏目: 通知"), Stream.of(more))
                        .toArray(String[]::new));
    }

    private Ran takeDown(String page, Object... more) {
        return run("takedown", page, "--to", to, "--reason", "试", more);
    }

    /** Every file of the store but its records, by its path; the texts of packed files too. */
    private TreeMap<String, String> all() {
        TreeMap<String, String> all = Sites.all(to);
        return all;
    }

    @Test
    @Promise("Tags that only this entry has")
    void aTagThatNoOtherEntryHasGoesWithItsPageAndItsAddress() {
        String tag = "du-you-de-biao-qian";
        assertThat(all().keySet())
                .anyMatch(path -> path.startsWith("editions/2024/tags/" + tag))
                .anyMatch(path -> path.contains("/tags/" + tag) && path.startsWith("releases"));

        assertThat(takeDown(PAGE).status()).isZero();

        assertThat(all()).allSatisfy((path, text) -> {
            assertThat(path).doesNotContain(tag);
            assertThat(text).as(path).doesNotContain(tag, "独有的标签");
        });
        done("verify", to, "--all");
    }

    @Test
    void aMatterThatNoOtherEntryReportsGoesWithItsPage() throws IOException {
        assertThat(all().keySet()).anyMatch(path -> path.contains("/matters/du-you-de-shi-xiang"));

        assertThat(takeDown(PAGE).status()).isZero();

        assertThat(all()).allSatisfy((path, text) -> {
            assertThat(path).doesNotContain("du-you-de-shi-xiang");
            assertThat(text).as(path).doesNotContain("du-you-de-shi-xiang", "独有的事项");
        });
        assertThat(Json.object(ScriptFile.arguments(Files.readAllBytes(to.resolve("current/search/p.js"))))
                        .orElseThrow()
                        .textLists("places"))
                .extracting(place -> place.get(0))
                .contains("共有的事项")
                .doesNotContain("独有的事项");
        assertThat(all().get("editions/2024/matters/index.html")).contains("共有的事项");
        assertThat(all().entrySet())
                .filteredOn(file -> file.getKey().contains("/matters/gong-you-de-shi-xiang"))
                .isNotEmpty()
                .allSatisfy(
                        file -> assertThat(file.getValue()).contains("缴纳党费的办法").doesNotContain("走访慰问"));
        done("verify", to, "--all");
    }

    @Test
    void aTagOfOthersStays() {
        takeDown(PAGE);

        assertThat(all().get("editions/2024/tags/index.html")).contains("共有的标签");
        assertThat(all().keySet()).anyMatch(path -> path.startsWith("editions/2024/tags/gong-you-de-biao-qian"));
        assertThat(all()).containsKey("editions/2024/sitemap.xml");
    }

    @Test
    @Promise("Attachments that other entries have too")
    void anAttachmentThatIsElsewhereTooIsNamedAndStaysAllowed() {
        assertThat(takeDown(PAGE).err())
                .contains("它的附件在别的条目里还有，照样公开：notices/2024/b/biao.txt；"
                        + "也不该公开的，请再用 takedown 撤下那一条（附件所在的文件夹名加 .html 就是它的网址）。\n");
        site.delete("content/通知/a.md");
        entry("d", "第二季度缴纳党费的安排", "附件: 表.txt");

        published();

        assertThat(takeDown("notices/2024/b.html").err()).contains("照样公开：notices/2024/d/biao.txt；");
    }

    @Test
    @Promise("They also search every page and text attachment")
    void anAttachmentThatWentDoesNotComeBackWithAnotherEntry() {
        assertThat(takeDown(PAGE).err()).doesNotContain("ming-dan");
        site.delete("content/通知/a.md");
        site.delete("content/通知/名单.txt");
        site.file("content/学习/附件.txt", LIST);
        site.entry("content/学习/e.md", "标题: 学习资料", "发布日期: 2024-05-01", "栏目: 学习", "附件: 附件.txt");

        Ran refused = publish();

        assertThat(refused.status()).isOne();
        assertThat(refused.err())
                .contains("网址 " + PAGE + " 的页面已于 2024-06-01 撤下（试），源文件 content/学习/e.md 里还有它的附件或文字"
                        + "（xue-xi/2024/e/fu-jian.txt），现在的网址是 xue-xi/2024/e.html；请从这一条里去掉；要重新公开，先运行 takedown "
                        + PAGE + " --undo（连同 --to 和 --reason）\n");
        assertThat(takeDown(PAGE, "--undo").status()).isZero();
        assertThat(publish("--allow-lost").status()).isZero();
    }

    @Test
    void theTextOfAnAttachmentDoesNotComeBackEither() {
        takeDown(PAGE);
        site.delete("content/通知/a.md");
        site.file("content/学习/附件.txt", "附：" + LIST + "完。\n");
        site.entry("content/学习/e.md", "标题: 学习资料", "发布日期: 2024-05-01", "栏目: 学习", "附件: 附件.txt");

        assertThat(publish().err()).contains("content/学习/e.md 里还有它的附件或文字（xue-xi/2024/e/fu-jian.txt）");
    }

    @Test
    @Promise("The messages of commits that changed it")
    void whatCommitsSayOfItGoesFromTheListsOfChanges() {
        rewritten("a", "第二稿。");
        rewritten("b", "第二稿。");
        git.commit("2024-04-03", "测试", "名单里去掉两户");
        published();
        rewritten("b", "第三稿。");
        git.commit("2024-04-04", "测试", "更正缴纳党费办法，另见走访慰问的情况汇总");
        published();
        rewritten("b", "第四稿。");
        git.commit("2024-04-05", "测试", "每季度缴纳一次");
        published();
        assertThat(to.resolve("current/changes/index.html")).content().contains("名单里去掉两户", "每季度缴纳一次");
        assertThat(to.resolve("current/notices/2024/b/history/index.html"))
                .content()
                .contains("情况汇总");

        assertThat(takeDown(PAGE).status()).isZero();

        assertThat(all())
                .allSatisfy((path, text) ->
                        assertThat(text).as(path).doesNotContain("名单里去掉两户").doesNotContain("情况汇总"));
        assertThat(to.resolve("current/changes/index.html")).content().contains("每季度缴纳一次", "缴纳党费的办法");
        assertThat(to.resolve("current/notices/2024/b/history/index.html"))
                .content()
                .contains("每季度缴纳一次", "第3版");
        done("verify", to, "--all");

        site.entry("content/通知/a.md", "标题: 走访慰问的情况", "发布日期: 2024-04-01", "栏目: 通知", "状态: 已撤回", "撤回原因: 试");
        git.commit("2024-04-06", "测试", "withdrawn");
        published();
        assertThat(to.resolve("current/changes/index.html"))
                .content()
                .contains("每季度缴纳一次")
                .doesNotContain("名单里去掉两户")
                .doesNotContain("情况汇总");
    }

    private void rewritten(String name, String text) {
        Path file = site.root().resolve("content/通知/" + name + ".md");
        try {
            Files.writeString(file, Files.readString(file) + "\n" + text + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
