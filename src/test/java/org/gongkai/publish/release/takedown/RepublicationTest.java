package org.gongkai.publish.release.takedown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.done;
import static org.gongkai.testing.SiteFolder.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.feature.search.index.UnpackedIndex;
import org.gongkai.publish.bundle.PublishedSite;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Republication of an entry that was taken down: moved, renumbered, written anew, of an older commit. */
@Tag("slow")
class RepublicationTest extends PublishedSource {

    private static final String FILE = "content/通知/值班.md";
    private static final String FIRST = "notices/2024/zhi-ban.html";
    private static final String LAST = "proclamations/2024/a1-2024-00003.html";
    private static final String TITLE = "国庆节值班安排表";
    private static final String TEXT = "国庆节期间由第一党小组和第二党小组轮流值班，每天上午八点半到下午五点半，值班电话见办公室门口的牌子，有事请找当天的值班员。";

    private GitFolder git;

    /** The entry stood in another column without a number first; both addresses were published. */
    @BeforeEach
    void anEntryThatWasMoved() {
        git = new GitFolder(site.root());
        site.entry("content/制度/公章.md", "标题: 公章使用办法", "发布日期: 2024-02-01", "栏目: 制度");
        entry(FILE, TITLE, TEXT, "栏目: 通知");
        git.commit("2024-04-01", "测试", "first").git("tag", "before");
        published();
        entry(FILE, TITLE, TEXT, "栏目: 公告", "索引号: A1/2024-00003");
        git.commit("2024-04-02", "测试", "second");
        published();
    }

    private void entry(String file, String title, String text, String... more) {
        List<String> header = new ArrayList<>(List.of("标题: " + title, "发布日期: 2024-04-01"));
        header.addAll(List.of(more));
        site.file(file, "---\n" + String.join("\n", header) + "\n---\n\n" + text + "\n");
    }

    private Ran takeDown(String address) {
        return done("takedown", address, "--to", to, "--reason", "含有个人信息");
    }

    private interface Change {
        void make();
    }

    private void move(String file, Change change) {
        try {
            Files.createDirectories(site.root().resolve(file).getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        git.git("mv", FILE, file);
        change.make();
    }

    /** What somebody may do to the source, by a name for messages. */
    private Map<String, Change> ways() {
        Map<String, Change> ways = new LinkedHashMap<>();
        ways.put("as it was", () -> {});
        ways.put("another column", () -> entry(FILE, TITLE, TEXT, "栏目: 学习", "索引号: A1/2024-00003"));
        ways.put("another year", () -> entry(FILE, TITLE, TEXT, "栏目: 公告", "年度: 2023", "索引号: A1/2024-00003"));
        ways.put("another number", () -> entry(FILE, "别的标题", "别的正文。", "栏目: 公告", "索引号: A1/2024-00009"));
        ways.put("no number", () -> entry(FILE, "别的标题", "别的正文。", "栏目: 公告"));
        ways.put("where it stood first", () -> entry(FILE, "别的标题", "别的正文。", "栏目: 通知"));
        ways.put("another file", () -> move("content/其他/安排.md", () -> {}));
        ways.put(
                "another file, column and number",
                () -> move(
                        "content/其他/安排.md",
                        () -> entry("content/其他/安排.md", TITLE, TEXT, "栏目: 学习", "索引号: A1/2024-00009")));
        ways.put("another markup", () -> {
            site.delete(FILE);
            site.file(
                    "content/其他/安排.adoc",
                    "= 别的标题\n:发布日期: 2024-04-09\n:栏目: 学习\n\n" + TEXT.replace("轮流值班", "*轮流值班*") + "\n");
        });
        ways.put("a former address of its own", () -> {
            site.delete(FILE);
            entry("content/新.md", "别的标题", "别的正文。", "旧址: " + LAST);
        });
        ways.put("a former address that it had first", () -> {
            site.delete(FILE);
            entry("content/新.md", "别的标题", "别的正文。", "旧址: " + FIRST);
        });
        ways.put("deleted and written anew under another name with the same text", () -> {
            site.delete(FILE);
            git.commit("2024-04-03", "测试", "deleted");
            site.entry("content/其他.md", "标题: 占位", "发布日期: 2024-04-01");
            git.commit("2024-04-04", "测试", "something else");
            site.file(
                    "content/安排/新的.md",
                    "---\n标题: 别的标题\n发布日期: 2024-04-05\n---\n\n"
                            + TEXT.replace("，", "，\n").replace("第一党小组", "**第一党小组**") + "\n");
        });
        ways.put("deleted and written anew under another name with the same title on the same day", () -> {
            site.delete(FILE);
            git.commit("2024-04-03", "测试", "deleted");
            entry("content/安排/新的.md", TITLE, "改写过的正文，不长。", "栏目: 学习", "索引号: A1/2024-00009");
        });
        ways.put("deleted and written anew with the same number", () -> {
            site.delete(FILE);
            git.commit("2024-04-03", "测试", "deleted");
            entry(FILE, "别的标题", "别的正文。", "栏目: 学习", "索引号: A1/2024-00003");
        });
        return ways;
    }

    @Test
    @Promise("A takedown removes an entry, not an address")
    void noneIsOpenWhateverBecomesOfTheFile() {
        takeDown(LAST);
        String before = git.git("rev-parse", "HEAD").strip();

        ways().forEach((name, way) -> {
            way.make();
            git.commit("2024-04-10", "测试", name);
            Ran refused = publish();
            assertThat(refused.status()).as(name + "\n" + refused.err()).isEqualTo(1);
            assertThat(refused.err())
                    .as(name)
                    .contains("网址 " + LAST + " 的页面已于 2024-06-01 撤下（含有个人信息），源文件 content/")
                    .contains("；请删去这一条，或写上 状态: 已撤回；要重新公开，先运行 takedown " + LAST + " --undo（连同 --to 和 --reason）\n")
                    .endsWith("没有发布，站点没有改动。\n");
            git.git("reset", "-q", "--hard", before);
        });
        done("verify", to, "--all");
    }

    @Test
    @Promise("A takedown removes an entry, not an address")
    void noneIsOpenWithoutAHistory() throws IOException {
        takeDown(LAST);
        SiteFolder copy = new SiteFolder(folder.resolve("copy"));
        site = copy;
        Map<String, Change> ways = ways();
        ways.keySet().removeIf(name -> name.matches(".*(deleted|another file).*|as it was|where it stood first"));
        ways.put(
                "with another name and text",
                () -> entry("content/新的.md", "别的标题", "别的正文。", "栏目: 学习", "索引号: A1/2024-00003"));

        ways.forEach((name, way) -> {
            copy.file(FILE, "");
            way.make();
            if (name.startsWith("with another")) {
                copy.delete(FILE);
            }
            Ran refused = publish("--allow-lost");
            assertThat(refused.status()).as(name + "\n" + refused.err()).isEqualTo(1);
            assertThat(refused.err()).as(name).contains("网址 " + LAST + " 的页面已于 2024-06-01 撤下");
            SiteFolder.files(copy.root().resolve("content")).keySet().stream()
                    .filter(path -> path.endsWith(".md") || path.endsWith(".adoc"))
                    .forEach(path -> copy.delete("content/" + path));
        });
    }

    @Test
    void noReleaseHoldsItUnderAnAddressThatItHadBefore() throws IOException {
        Ran ran = takeDown(LAST);

        assertThat(ran.out()).contains("同一条的其他网址也换成了说明：" + FIRST);
        for (Path file : files()) {
            assertThat(legible(file)).as(file.toString()).doesNotContain(TITLE, "第一党小组");
        }
        done("rollback", "--to", to);
        assertThat(Files.readString(to.resolve("current").resolve(FIRST))).contains("本页已撤下");
        done("prune", "--to", to, "--keep", "1");
        done("rollback", "--to", to, PublishedSite.FIRST + "-2");
        assertThat(Files.readString(to.resolve("current").resolve(FIRST))).contains("本页已撤下");
        assertThat(Files.readString(to.resolve("current").resolve(LAST))).contains("本页已撤下");
        done("verify", to, "--all");
    }

    /** The text of a file; of the manifest of a search index, all that the index says. */
    private static String legible(Path file) throws IOException {
        boolean ofSearch = file.toString().contains("/search/");
        return ofSearch && file.endsWith("m.js")
                ? UnpackedIndex.legible(file.getParent().getParent())
                // The parts of workbooks are stored, so that texts are legible in their bytes.
                : ofSearch ? "" : new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(to)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    @Promise("A takedown removes an entry, not an address")
    void anEditionOfAnOlderCommitHoldsTheNotice() throws IOException {
        takeDown(LAST);
        site.delete(FILE);
        git.commit("2024-04-03", "测试", "deleted");
        git.git("tag", "edition/2024", "before");

        Ran ran = publish();

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(Files.readString(to.resolve("current/editions/2024").resolve(FIRST)))
                .contains("本页已撤下");
        for (Path file : files()) {
            assertThat(legible(file)).as(file.toString()).doesNotContain(TITLE, "第一党小组");
        }
        done("verify", to, "--all");
    }

    @Test
    void aWithdrawalGoesThroughAndTheNoticeStays() throws IOException {
        takeDown(LAST);
        entry(FILE, TITLE, TEXT, "栏目: 公告", "索引号: A1/2024-00003", "状态: 已撤回");
        git.commit("2024-04-03", "测试", "withdrawn");

        published();

        for (String address : List.of(FIRST, LAST)) {
            assertThat(Files.readString(to.resolve("current").resolve(address)))
                    .contains("本页已撤下", "含有个人信息")
                    .doesNotContain("refresh");
        }
        site.entry("content/制度/公章.md", "标题: 公章使用办法", "发布日期: 2024-02-01", "栏目: 制度", "标签: 印章");
        git.commit("2024-04-04", "测试", "something else");
        published();
        assertThat(Files.readString(to.resolve("current").resolve(LAST))).contains("本页已撤下");
        assertThat(publish().out()).startsWith("没有变化，没有新的发布批次");
    }

    @Test
    void mayBeOpenedByEitherAddress() {
        takeDown(FIRST);
        assertThat(publish().status()).isEqualTo(1);

        Ran undone = run("takedown", LAST, "--to", to, "--undo", "--reason", "查明无误");

        assertThat(undone).isEqualTo(new Ran(0, "以后可以重新发布 " + LAST + "。\n", ""));
        published();
        assertThat(run("releases", "--to", to, "--log").out()).contains("允许重新公开 " + FIRST + "（查明无误）");
    }

    @Test
    void anotherEntryIsNotTakenForIt() {
        takeDown(LAST);
        site.delete(FILE);
        entry("content/通知/值班二.md", "国庆节值班安排补充", TEXT.replace("国庆节", "中秋节"), "栏目: 公告", "索引号: A1/2024-00004");
        site.entry("content/通知/会.md", "标题: " + TITLE, "发布日期: 2024-05-01", "栏目: 通知");
        git.commit("2024-04-03", "测试", "others");

        published();
    }

    @Test
    void anEntryInAFileThatItHadBeforeIsSpared() throws IOException {
        String file = "content/通知/最新.md";
        String address = "notices/2024/zui-xin.html";
        entry(file, "第一次最新消息", "旧的消息。", "栏目: 通知");
        git.commit("2024-04-03", "测试", "news");
        published();
        git.git("mv", file, "content/通知/三月.md");
        git.commit("2024-04-04", "测试", "kept");
        published();
        site.file(file, "---\n标题: 第二次最新消息\n发布日期: 2024-04-05\n栏目: 通知\n---\n\n新的消息。\n");
        git.commit("2024-04-05", "测试", "more news");
        published();

        takeDown("notices/2024/san-yue.html");

        assertThat(Files.readString(to.resolve("current").resolve(address)))
                .contains("第二次最新消息")
                .doesNotContain("第一次");
        assertThat(Files.readString(
                        to.resolve("releases/" + PublishedSite.FIRST + "-3").resolve(address)))
                .contains("本页已撤下");
        site.delete("content/通知/三月.md");
        git.commit("2024-04-06", "测试", "deleted");
        published();
        assertThat(Files.readString(to.resolve("current").resolve(address))).contains("第二次最新消息");
        done("verify", to, "--all");
    }

    @Test
    void titlesThatItHadBeforeAreLookedForToo() {
        entry(FILE, "改过的题目很长", TEXT, "栏目: 公告", "索引号: A1/2024-00003");
        site.file("content/制度/公章.md", "---\n标题: 公章使用办法\n发布日期: 2024-02-01\n栏目: 制度\n---\n\n见《" + TITLE + "》。\n");
        git.commit("2024-04-03", "测试", "another title");
        published();

        assertThat(takeDown(LAST).err()).contains("请再看一看，这些文件里还有它的标题或网址：", "zhi-du/2024/gong-zhang.html");
    }

    @Test
    void whatAComparisonWithItsSuccessorSaysOfItGoesToo() throws IOException {
        site.published("content/制度/新.md", "标题: 新的值班办法", "文种: 规章制度", "发布日期: 2024-04-03", "栏目: 制度", "替代: ../通知/值班.md");
        git.commit("2024-04-03", "测试", "successor");
        published();
        Path successor = to.resolve("current/zhi-du/2024/xin.html");
        Path comparison = to.resolve("current/zhi-du/2024/xin/history/replaces-proclamations-2024-a1-2024-00003.html");
        assertThat(successor).content().contains("新旧对照");
        assertThat(comparison).content().contains("轮流值班");

        assertThat(takeDown(LAST).status()).isZero();

        assertThat(comparison).content().contains("本页已撤下").doesNotContain("轮流值班", TITLE);
        assertThat(successor).content().doesNotContain("replaces-", TITLE);
        done("verify", to, "--all");
    }
}
