package org.gongkai.pipeline.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.gongkai.cli.option.ProgramRevision;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.live.SiteSnapshot.LiveFile;
import org.gongkai.problem.Problem;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A site page by page is the site that is built. */
@Tag("slow")
class SiteSnapshotTest extends SiteFixture {

    private static final String DAY = "2025-06-30";
    private static final String NOTICE = "content/通知/开会.md";

    @BeforeEach
    void write() {
        site.published(NOTICE, "标题: 关于召开党员大会的通知", "发布日期: 2025-03-03", "栏目: 通知", "标签: [会议]")
                .published("content/通知/检修.md", "标题: 泵房检修", "发布日期: 2025-03-04", "栏目: 通知", "旧址: [old/a.html]")
                .published("content/制度/借阅.md", "标题: 图书借阅", "发布日期: 2024-05-04", "栏目: 制度", "附件: [表.txt]")
                .published("content/制度/旧.md", "标题: 旧制度", "发布日期: 2023-05-04", "栏目: 制度", "失效日期: 2025-01-01")
                .published("content/通知/以后.md", "标题: 以后的事", "发布日期: 2025-12-01", "栏目: 通知")
                .published("content/通知/草稿.md", "标题: 没写完的通知", "发布日期: 2025-03-09", "栏目: 通知", "状态: 草稿")
                .file("content/制度/表.txt", "甲\t乙\n");
    }

    private BuildRequest request(boolean drafts) {
        return BuildRequest.of(site.root())
                .asOf(Optional.of(LocalDate.parse(DAY)))
                .drafts(drafts)
                .jobs(2);
    }

    private PreviewReader open(boolean drafts) throws IOException {
        return PreviewReader.open(
                request(drafts), ProgramRevision.ofProgram().number(), Clock.systemUTC(), SiteFolder.SHARED);
    }

    private static String text(SiteSnapshot snapshot, String address) throws IOException {
        return new String(snapshot.file(address).orElseThrow().bytes(), StandardCharsets.UTF_8);
    }

    /** Every file of the site that is built, by address, must be what the snapshot has there. */
    private void assertSameAsBuilt(boolean drafts) throws IOException {
        site.built(drafts ? new String[] {"--as-of", DAY, "--drafts"} : new String[] {"--as-of", DAY});
        TreeMap<String, String> built = site.files();
        built.keySet().removeIf(address -> address.endsWith("/") || address.equals("manifest.json"));
        try (PreviewReader reader = open(drafts)) {
            SiteSnapshot snapshot = reader.read();
            Set<String> different = new TreeSet<>();
            for (Map.Entry<String, String> file : built.entrySet()) {
                Optional<LiveFile> shown = snapshot.file(file.getKey());
                if (!shown.map(it -> new String(it.bytes(), StandardCharsets.ISO_8859_1))
                        .equals(Optional.of(file.getValue()))) {
                    different.add(file.getKey());
                }
            }
            assertThat(different).isEmpty();
        }
    }

    @Test
    @Promise("it gives out only what the previewed site")
    void hasTheFilesOfABuild() throws IOException {
        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1_700, 900, BufferedImage.TYPE_INT_RGB), "jpg", photo);
        site.file("content/制度/书架.jpg", photo.toByteArray())
                .published("content/制度/书架.md", "标题: 书架", "发布日期: 2024-05-04", "栏目: 制度", "附件: [书架.jpg]");

        assertSameAsBuilt(false);
    }

    @Test
    void hasTheFilesOfABuildWithDraftsAndHistory() throws IOException {
        GitFolder git = new GitFolder(site.root());
        site.file(".gitignore", "/target/\n");
        git.commit("2025-03-03", "张三", "第一稿");
        site.published(NOTICE, "标题: 关于召开党员大会的通知", "发布日期: 2025-03-03", "栏目: 通知", "标签: [会议, 党员]");
        git.commit("2025-03-05", "张三", "加标签");

        assertSameAsBuilt(true);
    }

    @Test
    void showsAnEntryWithAnUnsavedText() throws IOException {
        try (PreviewReader reader = open(false)) {
            SiteSnapshot before = reader.read();
            String text = Files.readString(site.root().resolve(NOTICE));
            SiteSnapshot edited = reader.with(
                    before,
                    NOTICE,
                    text.replace("正文。", "改到[检修](检修.md)。\n\n又见[没有](没有.md)。").getBytes(StandardCharsets.UTF_8));

            String address = before.items().get(NOTICE).address();
            assertThat(text(edited, address)).contains("检修</a>").doesNotContain("正文。");
            assertThat(text(before, address)).contains("正文。");
            assertThat(edited.problems(NOTICE)).extracting(Problem::code).contains("E201");
            assertThat(before.problems(NOTICE)).isEmpty();
        }
    }

    /** Defaults, own kinds and holidays decide about a header, however often it is read. */
    @Test
    void readsAnEntryAgainWithTheSettingsOfTheSite() throws IOException {
        site.file("content/_data/site.yml", "默认: {公开范围: 本单位, 发布机构: 第一党支部, 责任人: 办公室}\n")
                .file(
                        "content/_data/kinds.yml",
                        "- {名称: 巡查, 标识: patrols, 栏目: 通知, 必填: [公开], 字段: [{名称: 户数, 类型: number}]}\n")
                .file("content/_data/holidays/2025.yml", "年: 2025\n休: [{名称: 检修, 日期: 2025-06-09 至 2025-06-13}]\n")
                .entry(
                        "content/公示/评优.md",
                        "标题: 优秀党员人选的公示",
                        "文种: 评优公示",
                        "发布日期: 2025-06-06",
                        "公示: 2025-06-06 起 5 个工作日",
                        "保密审查: 宣传委员 2025-06-05",
                        "审批: 书记 2025-06-05")
                .entry(
                        "content/通知/巡查.md",
                        "标题: 六月巡查",
                        "文种: 巡查",
                        "发布日期: 2025-06-06",
                        "户数: 3",
                        "保密审查: 宣传委员 2025-06-05",
                        "审批: 书记 2025-06-05");
        try (PreviewReader reader = open(true)) {
            SiteSnapshot before = reader.read();
            reader.check(before, () -> false);
            assertThat(text(before, before.items().get("content/公示/评优.md").address()))
                    .contains("6月19日截止");
            for (String path : before.items().keySet()) {
                SiteSnapshot again =
                        reader.with(before, path, Files.readAllBytes(site.root().resolve(path)));
                String address = before.items().get(path).address();
                assertThat(text(again, address)).isEqualTo(text(before, address));
                assertThat(again.problems(path)).as(path).isEqualTo(before.problems(path));
            }
        }
    }

    @Test
    void readsAnEntryWhoseHeaderIsBrokenAsMissing() throws IOException {
        try (PreviewReader reader = open(false)) {
            SiteSnapshot before = reader.read();
            SiteSnapshot edited =
                    reader.with(before, NOTICE, "---\n标题: [\n---\n\n正文。\n".getBytes(StandardCharsets.UTF_8));

            assertThat(edited.items())
                    .doesNotContainKey(NOTICE)
                    .hasSize(before.items().size() - 1);
            assertThat(edited.problems(NOTICE)).isNotEmpty().allMatch(problem -> problem.line() <= 3);
            assertThat(text(edited, "index.html")).doesNotContain("关于召开党员大会的通知");
        }
    }

    @Test
    void findsTheProblemsThatACheckFinds() throws IOException {
        site.file("content/通知/错.md", "---\n标题: 错\n发布日期: 2025-13-01\n栏目: 通知\n---\n\n见[没有](没有.md)。\n")
                .file("content/通知/警.md", "---\n标题: 警\n发布日期: 2025-03-01\n栏目: 通知\n---\n\n![](图.png)\n");
        try (PreviewReader reader = open(true)) {
            SiteSnapshot snapshot = reader.read();
            reader.check(snapshot, () -> false);

            assertThat(snapshot.problems())
                    .extracting(Problem::text)
                    .isNotEmpty()
                    .isEqualTo(site.build("--as-of", DAY, "--drafts").problems());
        }
    }

    @Test
    void aSecondCheckFindsWhatAFirstOneWould() throws IOException {
        String title = "标题: 泵房大修与借用钥匙登记办法";
        site.published("content/制度/钥匙.md", title, "发布日期: 2024-05-04", "栏目: 制度")
                .file("templates/footer.ftl", "<footer>泵房大修与借用钥匙登记办法</footer>\n");
        try (PreviewReader reader = open(false)) {
            SiteSnapshot first = reader.read();
            reader.check(first, () -> false);
            assertThat(first.problems()).extracting(Problem::code).doesNotContain("E305");
            // Now pages that have not changed name what their readers may not see.
            site.published("content/制度/钥匙.md", title, "发布日期: 2024-05-04", "栏目: 制度", "状态: 草稿");

            SiteSnapshot snapshot = reader.read();
            reader.check(snapshot, () -> false);

            assertThat(snapshot.problems()).extracting(Problem::code).contains("E305");
            assertThat(snapshot.problems())
                    .extracting(Problem::text)
                    .isEqualTo(site.build("--as-of", DAY).problems());
        }
    }

    @Test
    void aCancelledCheckDoesNotKeepTheNextFromFindingEverything() throws IOException {
        site.file("content/通知/错.md", "---\n标题: 错\n发布日期: 2025-03-01\n栏目: 通知\n---\n\n见[没有](没有.md)。\n");
        try (PreviewReader reader = open(true)) {
            SiteSnapshot snapshot = reader.read();
            AtomicInteger asked = new AtomicInteger();
            assertThatThrownBy(() -> reader.check(snapshot, () -> asked.incrementAndGet() > 3))
                    .isInstanceOf(CancellationException.class);

            reader.check(snapshot, () -> false);

            assertThat(snapshot.problems())
                    .extracting(Problem::text)
                    .isEqualTo(site.build("--as-of", DAY, "--drafts").problems());
        }
    }

    @Test
    void writesNothing() throws IOException {
        GitFolder git = new GitFolder(site.root());
        git.commit("2025-03-03", "张三", "第一稿");
        TreeMap<String, String> before = SiteFolder.files(site.root());
        Path scratch;
        try (PreviewReader reader = open(true)) {
            SiteSnapshot snapshot = reader.read();
            reader.check(snapshot, () -> false);
            snapshot.file("search/nothing.js");
            scratch = reader.scratch();
            assertThat(scratch).isDirectory();
        }
        assertThat(scratch).doesNotExist();
        TreeMap<String, String> after = SiteFolder.files(site.root());
        after.keySet().removeIf(path -> path.startsWith(".git/gongkai"));

        assertThat(after).isEqualTo(before);
    }
}
