package org.gongkai.cli.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.publish.bundle.PublishedSite.FIRST;
import static org.gongkai.testing.SiteFolder.done;
import static org.gongkai.testing.SiteFolder.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.gongkai.publish.bundle.PublishedSite;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code releases}, {@code rollback}, {@code prune}, {@code verify} and {@code takedown} on a site of two releases. */
@Tag("slow")
class ReleaseCommandsTest extends FolderFixture {

    private static final String SECOND = FIRST + "-2";

    private PublishedSite published;

    @BeforeEach
    void twoReleases() {
        published =
                new PublishedSite(folder).published("--by", "李明").edit("改过。").published("--by", "王芳");
    }

    @Test
    void listsReleasesNewestFirstWithAMarkAtTheCurrentOne() {
        assertThat(published
                        .with("releases")
                        .out()
                        .replaceAll("\\d+ 个(页面|文件)", "N 个$1")
                        .lines())
                .containsExactly(
                        "* 2024-06-01 12:00　王芳　发布批次 " + SECOND + "：2 条，N 个页面，N 个文件；新增 0，改动 7，减少 0；按 2024-06-01 生成",
                        "  2024-06-01 12:00　李明　发布批次 " + FIRST + "：2 条，N 个页面，N 个文件；新增 "
                                + (published.served().keySet().stream()
                                                .filter(name -> !name.endsWith("/"))
                                                .count()
                                        - 1)
                                + "，改动 0，减少 0；按 2024-06-01 生成");
    }

    @Test
    void listsReleasesForAProgram() {
        assertThat(published.with("releases", "--format", "json").out())
                .startsWith("[{\"folder\":\"" + published.to + "\",\"release\":\"" + SECOND
                        + "\",\"current\":true,\"pruned\":false,\"at\":\"2024-06-01T12:00+08:00\",\"by\":\"王芳\",")
                .contains("},{\"folder\":\"" + published.to + "\",\"release\":\"" + FIRST + "\",\"current\":false,")
                .endsWith(",\"lost\":[]}]\n");
    }

    @Test
    void rollsBackAndSaysWhoDidItAndWhy() {
        assertThat(published.with("rollback", "--by", "李明", "--reason", "写错了"))
                .isEqualTo(new Ran(
                        0, "已换回发布批次 " + FIRST + "。\n当前：" + published.current().resolve("index.html") + "\n", ""));
        assertThat(published.page("articles/2024/b.html")).doesNotContain("改过");
        assertThat(published.with("rollback", FIRST).out()).startsWith("已经是当前发布批次，没有改动。\n");
        assertThat(published.with("releases", "--log").out().lines().toList().get(3))
                .isEqualTo("2024-06-01 12:00　李明　换回发布批次 " + FIRST + "（写错了）");
        assertThat(published.with("rollback").err()).isEqualTo("没有比当前更早的发布批次。\n");
        assertThat(published.with("rollback").status()).isEqualTo(2);
        assertThat(published.with("rollback", "20240601").err())
                .isEqualTo("没有“20240601”这个发布批次；您是不是要写“" + FIRST + "”。\n");
    }

    @Test
    void refusesToRollBackToADamagedRelease() throws IOException {
        damage(FIRST, "index.html", "坏");

        assertThat(published.with("rollback"))
                .isEqualTo(new Ran(1, "", "发布批次 " + FIRST + " 不完整，不能启用：改动：index.html；站点没有改动。\n"));
    }

    @Test
    void prunesAndKeepsTheRecords() {
        assertThat(published.with("prune", "--keep", "1")).isEqualTo(new Ran(0, "删去了 1 个发布批次：" + FIRST + "。\n", ""));
        assertThat(published.release(FIRST)).doesNotExist();
        assertThat(published.with("prune", "--keep", "1").out()).isEqualTo("没有要删的发布批次。\n");
        assertThat(published.with("releases").out().lines().toList().get(1)).endsWith("（已清理）");
        assertThat(published.with("prune", "--keep", "0").err())
                .isEqualTo("--keep 的值“0”不对：请写 1 或更大的数。用法见 gongkai prune --help\n");
        assertThat(published.with("rollback", FIRST).status()).isEqualTo(2);
        assertThat(published.verify("--all").status()).isZero();
    }

    @Test
    void verifiesAStoreAReleaseAndAPlainSite() {
        assertThat(published.verify().out().lines().toList().get(1)).isEqualTo("当前发布批次 " + SECOND + "：完好");
        assertThat(published.verify("--all").out().lines().skip(1))
                .containsExactly("current：完好", "releases/" + FIRST + "：完好", "releases/" + SECOND + "：完好");
        assertThat(run("verify", published.release(FIRST))).isEqualTo(new Ran(0, "发布批次 " + FIRST + "：完好\n", ""));
        assertThat(run("verify", published.current()).out()).isEqualTo("发布批次 " + SECOND + "：完好\n");
        assertThat(run("verify", published.site.built().output()).out()).isEqualTo("站点：与它自己的清单相符（没有封存，清单本身无从核对）\n");
        assertThat(run("verify", published.site.root()).err())
                .isEqualTo("这里没有发布过的站点，也没有 manifest.json：" + published.site.root() + "。\n");
        assertThat(run("verify", folder.resolve("none")).status()).isEqualTo(2);
    }

    /** A command that is killed between its record and the switch leaves the old link, or none if it was the first. */
    @Test
    void saysWhichSwitchTheNextCommandCompletes() throws IOException {
        Files.delete(published.current());
        Files.createSymbolicLink(published.current(), Path.of("releases", FIRST));

        Ran ran = published.verify();

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out().lines().skip(1))
                .containsExactly(
                        "current 指向发布批次 " + FIRST + "，不是记录里的当前发布批次 " + SECOND
                                + "：上一条命令记下以后没有换过去就断了，或者有人改动过；下一条发布、换回、撤下或清理的命令会先换到 " + SECOND + "，不必修",
                        "当前发布批次 " + FIRST + "：完好");
        assertThat(published.verify("--json").out())
                .startsWith("{\"ok\":false,\"verified\":[{\"subject\":\"current 指向发布批次 " + FIRST)
                .endsWith("{\"subject\":\"当前发布批次 " + FIRST + "\",\"findings\":[]}]}\n");
        published.publish();
        assertThat(published.verify().status()).isZero();
        assertThat(published.page("articles/2024/b.html")).contains("改过");
    }

    @Test
    void saysThatReadersSeeNothingYetIfTheFirstPublicationDied() throws IOException {
        PublishedSite first = new PublishedSite(folder.resolve("first")).published();
        Files.delete(first.current());

        assertThat(first.verify().out()).contains("还没有 current，记录里的当前发布批次是 " + FIRST + "：");
        assertThat(first.verify().status()).isEqualTo(1);
        assertThat(first.with("prune", "--keep", "9").status()).isZero();
        assertThat(first.verify().status()).isZero();
    }

    @Test
    void namesWhatIsWrong() throws IOException {
        damage(SECOND, "index.html", "坏");
        damage(SECOND, "404.html", null);
        damage(SECOND, "x.html", "多");

        Ran ran = published.verify();

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out().lines().skip(1))
                .containsExactly("当前发布批次 " + SECOND + "：3 处不对", "  缺少：404.html", "  多出：x.html", "  改动：index.html");
        assertThat(ran.err()).isEqualTo("核对完成：有 3 处不对。\n");
        done("verify", published.release(FIRST));
        Files.writeString(published.site.built().output().resolve("feed.xml"), "坏");
        assertThat(run("verify", published.site.output()).out()).isEqualTo("站点：1 处不对\n  改动：feed.xml\n");
    }

    @Test
    void knowsNoReleaseThatWasNotRecorded() throws IOException {
        Files.createDirectories(published.release("20240601-130000"));

        assertThat(run("verify", published.release("20240601-130000")))
                .isEqualTo(new Ran(1, "发布批次 20240601-130000：发布记录里没有它\n", "核对完成：有 1 处不对。\n"));
    }

    @Test
    void takesAPageDownForGood() {
        Ran ran = published.with("takedown", "/articles/2024/b.html", "--reason", "含有个人信息", "--by", "李明");

        assertThat(ran.status()).isZero();
        assertThat(ran.out()).startsWith("已撤下 articles/2024/b.html：" + published.to + "\n  releases/" + FIRST + "：改动 ");
        assertThat(ran.err()).isEqualTo("源文件没有改动；请删去这一条，或写上 状态: 已撤回，否则下一次发布会被拒绝。\n");
        assertThat(published.served()).allSatisfy((file, bytes) -> assertThat(
                        new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                .as(file)
                .doesNotContain("第二条内容"));
        assertThat(published.verify("--all").status()).isZero();
        assertThat(published.with("releases", "--log").out())
                .contains("2024-06-01 12:00　李明　撤下 articles/2024/b.html（含有个人信息）；改动 2 处\n");

        Ran refused = published.publish();
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.errors())
                .containsExactly(
                        SiteFolder.NO_HISTORY,
                        "网址 articles/2024/b.html 的页面已于 2024-06-01 撤下（含有个人信息），源文件 content/b.md 里还有；"
                                + "请删去这一条，或写上 状态: 已撤回；要重新公开，先运行 takedown articles/2024/b.html --undo（连同 --to 和 --reason）",
                        "没有发布，站点没有改动。");
        published.site.delete("content/b.md");
        assertThat(published.publish().status()).isZero();
        assertThat(published.page("articles/2024/b.html")).contains("本页已撤下");
        assertThat(published
                        .with("takedown", "articles/2024/b.html", "--reason", "x")
                        .out())
                .isEqualTo("articles/2024/b.html 已经撤下，没有改动。\n");
    }

    @Test
    void letsAPageThatWasTakenDownComeBack() {
        published.with("takedown", "articles/2024/b.html", "--reason", "试");

        assertThat(published.with("takedown", "articles/2024/b.html", "--undo", "--reason", "查明无误"))
                .isEqualTo(new Ran(0, "以后可以重新发布 articles/2024/b.html。\n", ""));
        assertThat(published.publish().status()).isZero();
        assertThat(published.page("articles/2024/b.html")).contains("改过");
        assertThat(published.with("takedown", "articles/2024/b.html", "--undo", "--reason", "x"))
                .isEqualTo(new Ran(1, "", "这个网址没有撤下：articles/2024/b.html。\n"));
    }

    @Test
    void takesDownOnlyPagesOfEntriesThatAreThere() {
        assertThat(published.with("takedown", "articles/2024/c.html", "--reason", "试"))
                .isEqualTo(new Ran(1, "", "各发布批次里都没有这个网址：articles/2024/c.html；您是不是要写“articles/2024/a.html”。\n"));
        assertThat(published.with("takedown", "articles/index.html", "--reason", "试"))
                .isEqualTo(new Ran(2, "", "只能撤下条目的网页，如 notices/2024/a.html：articles/index.html。\n"));
        assertThat(published
                        .with("takedown", "registers/wall/2024-03.html", "--reason", "试")
                        .status())
                .isEqualTo(2);
        assertThat(published.with("takedown", "articles/2024/a.html").err()).isEqualTo("请用 --reason 写明原因。\n");
        assertThat(published.verify("--all").status()).isZero();
    }

    @Test
    void tellsAProgramWhatWasDone() {
        String store = "{\"folder\":\"" + published.to + "\",";
        assertThat(json("rollback"))
                .startsWith(store + "\"release\":\"" + FIRST + "\",\"current\":\"" + published.current() + "\"");
        assertThat(json("rollback", SECOND)).endsWith("\"revised\":[]}");
        assertThat(json("takedown", "articles/2024/b.html", "--reason", "试"))
                .startsWith(store + "\"address\":\"articles/2024/b.html\",\"notices\":[")
                .contains("\"changed\":{\"releases/" + FIRST + "\":");
        assertThat(json("takedown", "articles/2024/b.html", "--reason", "试")).isEmpty();
        assertThat(json("takedown", "articles/2024/b.html", "--reason", "误", "--undo"))
                .isEqualTo("{\"restored\":\"articles/2024/b.html\"}");
        assertThat(published.with("takedown", "articles/2024/c.html", "--reason", "试", "--json"))
                .isEqualTo(new Ran(
                        1,
                        "{\"ok\":false,\"done\":[]}\n",
                        "各发布批次里都没有这个网址：articles/2024/c.html；您是不是要写“articles/2024/a.html”。\n"));
        assertThat(json("prune", "--keep", "1")).isEqualTo(store + "\"releases\":[\"" + FIRST + "\"]}");
        assertThat(run("export", "bundle", "--to", published.to, "-o", folder.resolve("a.zip"), "--json")
                        .out())
                .startsWith(
                        "{\"ok\":true,\"done\":[{\"file\":\"" + folder.resolve("a.zip") + "\",\"release\":\"" + SECOND);
        assertThat(published.with("releases", "--log", "--json").out())
                .startsWith("[" + store
                        + "\"number\":1,\"at\":\"2024-06-01T12:00+08:00\",\"by\":\"李明\",\"event\":\"publish\"")
                .contains("\"event\":\"takedown\"", "\"event\":\"restore\"", "\"event\":\"prune\"");
        assertThat(published.with("prune", "--keep", "1", "--json", "--format", "text"))
                .isEqualTo(new Ran(2, "", "--json 和 --format text 只能写一个。\n"));
    }

    /** What a command says in JSON that it did. */
    private String json(String command, String... options) {
        Ran ran = published.with(
                command, Stream.concat(Stream.of("--json"), Stream.of(options)).toArray());
        assertThat(ran.out()).startsWith("{\"ok\":true,\"done\":[").endsWith("]}\n");
        return ran.out().substring(19, ran.out().length() - 3);
    }

    private void damage(String release, String path, String text) throws IOException {
        Path file = published.release(release).resolve(path);
        Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.deleteIfExists(file);
        if (text != null) {
            Files.writeString(file, text);
        }
    }
}
