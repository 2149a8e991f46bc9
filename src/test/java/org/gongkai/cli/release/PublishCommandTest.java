package org.gongkai.cli.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.publish.bundle.PublishedSite.FIRST;
import static org.gongkai.testing.SiteFolder.done;
import static org.gongkai.testing.SiteFolder.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongkai.publish.bundle.PublishedSite;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.Program;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.gongkai.testing.SmallDisk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class PublishCommandTest extends FolderFixture {

    private PublishedSite published;

    @BeforeEach
    void aSite() {
        published = new PublishedSite(folder);
    }

    @Test
    void publishesWhatABuildMakes() {
        Ran ran = published.publish();

        int files = (int) published.served().keySet().stream()
                        .filter(name -> !name.endsWith("/"))
                        .count()
                - 1;
        assertThat(ran.status()).isZero();
        assertThat(ran.errors()).containsExactly(SiteFolder.NO_HISTORY);
        assertThat(ran.out().replaceAll("\\d+ 个页面", "N 个页面"))
                .isEqualTo("发布批次 " + FIRST + "：2 条，N 个页面，" + files + " 个文件；新增 " + files + "，改动 0，减少 0\n当前："
                        + published.current().resolve("index.html") + "\n下次变化：无（内容不改就不必重新发布）\n");
        assertThat(published.served()).isEqualTo(published.site.built().files());
    }

    @Test
    void whatReadersSeeIsReadableForAWebServerWhateverTheUmask() throws IOException {
        published.site.file(
                "content/_data/site.yml", "受众:\n- {名称: 群众, 范围: [社会]}\n- {名称: 党员, 范围: [社会, 本单位], 目录: dang}\n");
        Path to = folder.resolve("new/to");

        Ran ran = Program.runUnder("077", "publish", "-s", published.site.root().toString(), "--to", to.toString());

        assertThat(ran.status()).as(ran.err()).isZero();
        Path dang = to.resolve("dang");
        assertThat(List.of(to.getParent(), to, dang, dang.resolve("releases")))
                .allSatisfy(open -> assertThat(permissions(open)).isEqualTo("rwxr-xr-x"));
        try (Stream<Path> files = Files.walk(dang.resolve("current").toRealPath())) {
            assertThat(files).hasSizeGreaterThan(10).allSatisfy(file -> assertThat(permissions(file))
                    .matches("r-.r-.r-."));
        }
        assertThat(permissions(dang.resolve("records.jsonl"))).isEqualTo("rw-------");
        assertThat(permissions(dang.resolve("addresses"))).isEqualTo("rwx------");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void saysThatNothingChanged() {
        published.published();

        Ran ran = published.publish();

        assertThat(ran)
                .isEqualTo(new Ran(
                        0,
                        "没有变化，没有新的发布批次\n当前：" + published.current().resolve("index.html") + "\n下次变化：无（内容不改就不必重新发布）\n",
                        SiteFolder.NO_HISTORY + "\n"));
    }

    @Test
    void aMistakeLeavesTheReleaseThatStands() {
        published.published();
        TreeMap<String, String> before = published.served();
        published.site.entry("content/c.md", "标题: 丙", "发布日期: 2024-13-01");

        Ran ran = published.publish();

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.errors())
                .containsExactly(
                        "content/c.md:3:7: 错误 E123 发布日期“2024-13-01”不是有效日期；请写成 2020-01-31 这样的形式", "发现 1 个错误，站点没有改动。");
        assertThat(published.served()).isEqualTo(before);
    }

    @Test
    void refusesToLoseAddresses() {
        published.published();
        published.site.delete("content/a.md");

        Ran ran = published.publish();

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.errors())
                .containsExactly(
                        SiteFolder.NO_HISTORY,
                        "网址 articles/2024/a.html 没有了；请在换了地址的条目里写上 旧址: articles/2024/a.html，"
                                + "或把条目留着写上 状态: 已撤回；确实不再需要，加上 --allow-lost",
                        "网址 old.html 没有了；请在换了地址的条目里写上 旧址: old.html，或把条目留着写上 状态: 已撤回；确实不再需要，加上 --allow-lost",
                        "没有发布，站点没有改动。");
        assertThat(published.page("old.html")).contains("第一条内容");
        assertThat(published.publish("--allow-lost").out()).contains("失效的网址：articles/2024/a.html、old.html\n");
        assertThat(published.with("releases").out()).contains("；失效网址 2 个\n");
    }

    @Test
    void takesARedirectForAnAddress() {
        published.published();
        published
                .site
                .delete("content/a.md")
                .entry("content/a2.md", "标题: 第一条内容", "发布日期: 2024-01-02", "旧址: [old.html, articles/2024/a.html]");

        assertThat(published.publish().status()).isZero();
        assertThat(published.page("articles/2024/a.html")).contains("articles/2024/a2.html");
    }

    @Test
    void tellsAProgramInOneObject() {
        Ran ran = published.publish("--format", "json");

        assertThat(ran.out())
                .startsWith("{\"problems\":[],\"entries\":2,")
                .endsWith(",\"lost\":[],\"returned\":[],\"notes\":[]}]}\n")
                .contains("\"releases\":[{\"audience\":\"本单位\",\"release\":\"" + FIRST + "\",\"current\":\""
                        + published.current() + "\",");
        assertThat(published.publish("--format", "json").out())
                .contains("\"written\":0,", "\"release\":null", "\"added\":0,\"changed\":0,\"removed\":0,");
        published.site.delete("content/a.md");
        Ran lost = published.publish("--format", "json");
        assertThat(lost.status()).isEqualTo(1);
        assertThat(lost.out()).contains("\"lost\":[\"articles/2024/a.html\",\"old.html\"]");
        assertThat(lost.err()).isEqualTo("没有发布，站点没有改动。\n");
    }

    @Test
    void givesEachOfSeveralAudiencesAStoreOfItsOwn() {
        published.site.file(
                "content/_data/site.yml", "受众:\n- {名称: 群众, 范围: [社会]}\n- {名称: 党员, 范围: [社会, 本单位], 目录: dang}\n");

        Ran ran = published.publish();

        assertThat(ran.out())
                .contains(
                        "群众：发布批次 " + FIRST,
                        "党员：发布批次 " + FIRST,
                        "当前：" + published.to.resolve("qun-zhong/current/index.html"),
                        "当前：" + published.to.resolve("dang/current/index.html"));
        assertThat(published.to.resolve("dang/current/articles/2024/a.html")).exists();
        assertThat(published.to.resolve("current")).doesNotExist();
        assertThat(published.edit("新").publish("--audience", "党员").status()).isZero();
        assertThat(published.with("releases").out().lines())
                .hasSize(5)
                .contains(published.to.resolve("dang") + "：", published.to.resolve("qun-zhong") + "：");
        assertThat(published.verify("--all").status()).isZero();
        assertThat(run("rollback", "--to", published.to.resolve("dang")).out()).startsWith("已换回发布批次 " + FIRST + "。");
    }

    @Test
    void rollsAllAudiencesBackToWhatStoodTogether() {
        published.site.file(
                "content/_data/site.yml", "受众:\n- {名称: 群众, 范围: [社会]}\n- {名称: 党员, 范围: [社会, 本单位], 目录: dang}\n");
        published.publish();
        assertThat(published.with("rollback"))
                .isEqualTo(new Ran(
                        1,
                        "",
                        "那时还没有 dang 的发布批次，各公开对象不能一起换回；只换一个的，请写明它的文件夹，如 --to " + published.to.resolve("dang")
                                + "；站点没有改动。\n"));
        published.site.entry("content/c.md", "标题: 给大家的", "发布日期: 2024-05-06", "公开范围: 社会");
        published.publish();
        assertThat(published.edit("只给党员").publish("--audience", "党员").status()).isZero();

        assertThat(published.with("rollback").out())
                .isEqualTo("dang：已换回发布批次 " + FIRST + "-2。\nqun-zhong：已经是那时的发布批次，没有改动。\n");
        assertThat(published.with("rollback").out())
                .isEqualTo("dang：已换回发布批次 " + FIRST + "。\nqun-zhong：已换回发布批次 " + FIRST + "。\n");
        assertThat(published.to.resolve("qun-zhong/current/articles/2024/c.html"))
                .doesNotExist();
        assertThat(published.with("rollback", FIRST + "-2").out())
                .isEqualTo("dang：已换回发布批次 " + FIRST + "-2。\nqun-zhong：已换回发布批次 " + FIRST + "-2。\n");
        assertThat(published.with("rollback", FIRST + "-9").status()).isEqualTo(2);
        assertThat(published.verify("--all").status()).isZero();
    }

    @Test
    void prunesAllAudiencesOrNone() throws IOException {
        published.site.file("content/_data/site.yml", "受众:\n- {名称: 群众, 范围: [社会]}\n- {名称: 党员, 范围: [本单位], 目录: dang}\n");
        published.publish();
        assertThat(published.edit("新").publish("--audience", "党员").status()).isZero();
        Files.writeString(published.to.resolve("qun-zhong/records.jsonl"), "坏\n");

        Ran ran = published.with("prune", "--keep", "1", "--json");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(published.to.resolve("dang/releases/" + FIRST)).exists();
    }

    @Test
    void leavesWhatStandsWhenASiteGetsAudiencesOrLosesThem() {
        published.published();
        TreeMap<String, String> before = published.served();
        published.site.file(
                "content/_data/site.yml", "受众:\n- {名称: 群众, 范围: [社会]}\n- {名称: 党员, 范围: [社会, 本单位], 目录: dang}\n");

        Ran ran = published.publish();

        assertThat(ran.status()).isZero();
        assertThat(ran.errors())
                .contains("提示：公开对象变了，以前发布在 " + published.current() + " 的站点原样留着，不再更新；请把网页服务器改过来：“群众”用 "
                        + published.to.resolve("qun-zhong/current") + "，“党员”用 " + published.to.resolve("dang/current")
                        + "，每个公开对象的读者只能指到他们自己的那一个。");
        assertThat(published.served()).isEqualTo(before);
        assertThat(published.verify("--all").status()).isZero();
        assertThat(published.with("releases").out().lines().map(line -> line.replaceFirst("　.*", "")))
                .containsExactly(
                        published.to + "（以前的站点，不再更新）：",
                        "  2024-06-01 12:00",
                        published.to.resolve("dang") + "：",
                        "* 2024-06-01 12:00",
                        published.to.resolve("qun-zhong") + "：",
                        "* 2024-06-01 12:00");
        assertThat(published.with("releases", "--format", "json").out())
                .contains("[{\"folder\":\"" + published.to + "\",\"release\":\"" + FIRST + "\",\"current\":false,")
                .containsOnlyOnce("\"current\":false");
        assertThat(published.with("rollback").errors())
                .allMatch(line -> line.startsWith("那时还没有 dang 的发布批次，各公开对象不能一起换回"));
        assertThat(published.edit("新").publish().errors()).anyMatch(line -> line.startsWith("提示：公开对象变了"));
        assertThat(published.served()).isEqualTo(before);

        published.site.delete("content/_data/site.yml");
        Ran back = published.publish();

        assertThat(back.status()).isZero();
        assertThat(back.errors())
                .contains("提示：公开对象变了，以前发布在 " + published.to.resolve("dang/current") + "、"
                        + published.to.resolve("qun-zhong/current") + " 的站点原样留着，不再更新；请把网页服务器改过来：“本单位”用 "
                        + published.current() + "，每个公开对象的读者只能指到他们自己的那一个。");
        assertThat(published.served()).isNotEqualTo(before);
        assertThat(published.page("articles/2024/b.html")).contains("新");
        assertThat(published.verify("--all").status()).isZero();
        assertThat(published
                        .with("takedown", "articles/2024/a.html", "--reason", "试")
                        .status())
                .isZero();
        for (String current : List.of("current", "dang/current", "qun-zhong/current")) {
            assertThat(published.to.resolve(current).resolve("articles/2024/a.html"))
                    .satisfiesAnyOf(page -> assertThat(page).content().contains("本页已撤下"), page -> assertThat(page)
                            .doesNotExist());
        }
    }

    @Test
    void publishesAJBakeProject() {
        SiteFolder project = new SiteFolder(folder.resolve("jbake"))
                .file(
                        "jbake.properties",
                        "site.host=http://a.example\nrender.index=false\nrender.archive=false\nrender.feed=false\n")
                .file("templates/page.ftl", "${content.body}")
                .file("content/a.md", "title=甲\ndate=2024-01-02\ntype=page\nstatus=published\n~~~~~~\n\n正文\n");
        String to = folder.resolve("jbake-published").toString();

        done("publish", "-s", project.root(), "--to", to);
        done("verify", to);
        project.delete("content/a.md")
                .file("content/b.md", "title=乙\ndate=2024-01-02\ntype=page\nstatus=published\n~~~~~~\n\n正文\n");
        assertThat(run("publish", "-s", project.root(), "--to", to).errors())
                .contains("没有发布，站点没有改动。")
                .anyMatch(line -> line.startsWith("网址 a.html 没有了"));
        project.file("assets/manifest.json", "{}");
        assertThat(run("publish", "-s", project.root(), "--to", to).errors())
                .anyMatch(line -> line.startsWith("项目自己有一个 manifest.json，与发布用的文件清单重名，不能发布"));
    }

    @Test
    void saysThatTheDiskIsFull() throws IOException {
        try (SmallDisk disk = new SmallDisk(folder.resolve("published"), "size=1m")) {
            published.published();
            TreeMap<String, String> before = published.served();
            published
                    .site
                    .file("content/c.txt", "很长的附件。".repeat(60_000))
                    .entry("content/c.md", "标题: 丙", "发布日期: 2024-01-02", "附件: c.txt");

            Ran ran = published.publish();

            assertThat(ran.status()).isEqualTo(3);
            assertThat(ran.errors())
                    .singleElement()
                    .asString()
                    .startsWith("磁盘已满，写不下了")
                    .endsWith("；站点没有改动。");
            assertThat(published.served()).isEqualTo(before);
            assertThat(published.verify("--all").status()).isZero();
            published.site.delete("content/c.md").delete("content/c.txt");
            assertThat(published.edit("新").publish().status()).isZero();
            assertThat(disk.folder()).isEqualTo(published.to);
        }
    }

    @Test
    void saysThatTheFolderIsReadOnlyAndVerifiesThereAllTheSame() throws IOException {
        try (SmallDisk disk = new SmallDisk(folder.resolve("published"), "size=2m")) {
            published.published();
            disk.remount("ro");

            assertThat(published.edit("新").publish().errors())
                    .singleElement()
                    .asString()
                    .startsWith("文件夹只能读，不能写：")
                    .endsWith("；站点没有改动。");
            assertThat(published.with("rollback").status()).isEqualTo(3);
            assertThat(published.with("prune", "--keep", "1").status()).isEqualTo(3);
            assertThat(published.verify("--all").status()).isZero();
            assertThat(published.with("releases").status()).isZero();
        }
    }

    @Test
    void wantsAFolderOutsideTheSource() {
        assertThat(run("publish", "-s", published.site.root()).errors())
                .containsExactly("缺少参数：--to。用法见 gongkai publish --help");
        Path inside = published.site.root().resolve("content/published");
        assertThat(run("publish", "-s", published.site.root(), "--to", inside))
                .isEqualTo(new Ran(2, "", "不能把站点写进 content 文件夹：" + inside + "。\n"));
        assertThat(inside).doesNotExist();
        assertThat(published.publish("--wait", "x").errors())
                .containsExactly("--wait 的值“x”不对：请写秒数，如 60。用法见 gongkai publish --help");
        assertThat(published.publish("--key", folder.resolve("none")).status()).isEqualTo(3);
        assertThat(published.to).doesNotExist();
    }

    @Test
    void takesNoFileForItsFolder() throws IOException {
        Files.writeString(published.to, "外来");

        Ran ran = published.publish();

        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.errors()).hasSize(1);
        assertThat(published.to).hasContent("外来");
    }

    @ParameterizedTest
    @ValueSource(strings = {"releases", "rollback"})
    void wantsSomethingPublished(String command) {
        assertThat(published.with(command)).isEqualTo(new Ran(2, "", "这里还没有发布过：" + published.to + "。\n"));
    }
}
