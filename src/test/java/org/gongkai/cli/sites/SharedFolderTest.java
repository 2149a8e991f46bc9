package org.gongkai.cli.sites;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongkai.cli.hooks.DirectPush;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.GitServer;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@DisplayName("Settings, templates and assets that the sites of a list share")
class SharedFolderTest extends FolderFixture {

    private static final String CATEGORIES = "content/_data/categories.yml";
    private static final String SHARED_CATEGORIES = "_data/categories.yml";
    private static final String FOOTER = "templates/footer.ftl";

    private SiteFolder shared;
    private SiteFolder first;
    private Path list;

    @BeforeEach
    void twoSites() throws IOException {
        shared = new SiteFolder(folder.resolve("shared"))
                .file(SHARED_CATEGORIES, categories("上级定的栏目", "shared"))
                .file(FOOTER, "<footer>共用的页脚</footer>\n")
                .file("assets/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
                .entry("content/a.md", "标题: 共用文件夹里的条目", "发布日期: 2024-01-02");
        first = site("s1");
        site("s2").file(CATEGORIES, categories("自己定的栏目", "own")).file("assets/logo.svg", "<svg/>");
        new GitFolder(folder.resolve("s1")).commit("first");
        Files.createDirectories(folder.resolve("www"));
        list = folder.resolve("sites.yml");
        Files.writeString(
                list, "共用: shared\n站点:\n- {名称: 甲, 代码: A, 来源: s1, 发布到: www/1}\n- {名称: 乙, 代码: B, 来源: s2, 发布到: www/2}\n");
    }

    private SiteFolder site(String name) {
        return new SiteFolder(folder.resolve(name))
                .file("content/_data/site.yml", "名称: " + name + "支部\n")
                .entry("content/b.md", "标题: " + name + "的第一条", "发布日期: 2024-01-03");
    }

    @Test
    @DisplayName("are under those of each site, whose own files are taken whole; entries are not shared")
    void layers() throws IOException {
        done("publish");

        assertThat(page(1)).contains("上级定的栏目", "共用的页脚", "s1的第一条").doesNotContain("共用文件夹里的条目");
        assertThat(page(2)).contains("自己定的栏目", "共用的页脚").doesNotContain("上级定的栏目");
        assertThat(www(1).resolve("assets/logo.svg")).content().contains("w3.org");
        assertThat(www(2).resolve("assets/logo.svg")).content().isEqualTo("<svg/>");
        assertThat(run("publish").out()).isEmpty();
        for (String command : List.of("check", "verify", "due")) {
            Ran ran = done(command);
        }
        assertThat(run("doctor").err()).startsWith("2 个站点，");
        Ran archived = alone("archive", "2024", "-o", folder.resolve("a.zip"));
        assertThat(archived.status()).as(archived.err()).isZero();
    }

    @Test
    @DisplayName(
            "make the pages anew that depend on them when they change, as if all were made anew, at a commit as well")
    void change() throws IOException {
        String[] build = {
            "--shared", shared.root().toString(), "-o", folder.resolve("out").toString()
        };
        for (String[] source : new String[][] {{}, {"--rev", "HEAD"}}) {
            List<String> words = new ArrayList<>(List.of(build));
            words.addAll(List.of(source));
            String[] all = words.toArray(String[]::new);
            shared.file(SHARED_CATEGORIES, categories("上级定的栏目", "shared"));
            shared.file(FOOTER, "<footer>共用的页脚</footer>\n");
            first.built(all);
            assertThat(first.build(all).out()).contains("写入 0 个文件");

            shared.file(SHARED_CATEGORIES, categories("上级又定的栏目", "shared"));
            shared.file(FOOTER, "<footer>共用的新页脚</footer>\n");
            first.built(all);

            TreeMap<String, String> changed = SiteFolder.files(folder.resolve("out"));
            assertThat(changed.get("index.html")).isNotNull();
            assertThat(Files.readString(folder.resolve("out/index.html"))).contains("上级又定的栏目", "共用的新页脚");
            first.built(Stream.concat(Stream.of(all), Stream.of("--no-cache")).toArray(String[]::new));
            assertThat(SiteFolder.files(folder.resolve("out"))).isEqualTo(changed);
        }
    }

    @Test
    @DisplayName("leave a site identical to its commit; what changed in them is no problem of the commits of a site")
    void base() throws IOException {
        Ran clean = alone("check", "--base", "HEAD");
        assertThat(clean.status()).isZero();
        first.built("--shared", shared.root().toString());
        assertThat(first.page("manifest.json")).containsPattern("\"commit\": ?\"[0-9a-f]{40}\"");

        shared.file(SHARED_CATEGORIES, categories("上级定的栏目", "不行 的"));

        Ran broken = alone("check");
        assertThat(broken.status()).isEqualTo(1);
        assertThat(broken.out()).contains("共用文件夹/_data/categories.yml:2:");
        Ran known = alone("check", "--base", "HEAD");
        assertThat(known.status()).isZero();
        assertThat(known.out()).contains("已有的问题", "共用文件夹/_data/categories.yml:2:");
    }

    @Test
    @DisplayName(
            "are in an edition as they were when it was made, which is tried again if they kept it from being made")
    void edition() throws IOException {
        new GitFolder(first.root()).git("tag", "edition/2023");
        shared.file(FOOTER, "<footer>${没有这个}</footer>\n");
        assertThat(run("publish", "--site", "A").status()).isEqualTo(1);
        shared.file(FOOTER, "<footer>那时的页脚</footer>\n");
        run("publish", "--site", "A");
        shared.file(FOOTER, "<footer>以后的页脚</footer>\n");
        run("publish", "--site", "A");

        assertThat(page(1)).contains("以后的页脚");
        assertThat(Files.readString(www(1).resolve("editions/2023/index.html"))).contains("那时的页脚");
    }

    @Test
    @DisplayName("stay within their folder: links in it are not followed, and nothing is written to it")
    void paths() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "内部");
        Files.createSymbolicLink(shared.root().resolve("assets/secret.txt"), secret);
        Ran linked = run("publish", "--site", "A");
        assertThat(linked.status()).isEqualTo(1);
        assertThat(linked.err()).contains("共用文件夹/assets/secret.txt:1:1: 错误 E401");
        Files.delete(shared.root().resolve("assets/secret.txt"));

        Files.move(shared.root().resolve("_data"), folder.resolve("elsewhere"));
        Files.createSymbolicLink(shared.root().resolve("_data"), folder.resolve("elsewhere"));
        assertThat(run("publish", "--site", "A").err()).contains("共用文件夹/_data:1:1: 错误 E401");

        assertThat(first.build("--shared", "" + shared.root(), "-o", shared.root() + "/assets/out")
                        .err())
                .startsWith("不能把站点写进 assets 文件夹");
    }

    @Test
    @DisplayName("are refused if the folder is not there or nothing of it could be used, with the place in the list")
    void wrongFolder() throws IOException {
        String text = Files.readString(list);
        Files.writeString(list, text.replace("共用: shared", "共用: 没有"));
        assertThat(run("check").errors())
                .containsExactly(
                        "sites.yml:1:5: 错误 E139 没有这个共用文件夹：没有；写一个文件夹，如 共用: shared，里面放 shared/_data 等",
                        "站点清单有错误，什么也没有做。");
        Files.writeString(list, text.replace("共用: shared", "共用: www"));
        assertThat(run("check").err()).contains("E139 共用文件夹里没有 _data、templates、assets，一个也没有：");
        GitServer server = new GitServer(folder);
        Ran bare = first.build("--shared", server.repository().toString());
        assertThat(bare.status()).isEqualTo(2);
        assertThat(bare.err()).startsWith("共用文件夹不能是 git 裸仓库，请用 git clone 取出来，写取出来的文件夹：");
    }

    @Test
    @DisplayName(
            "hold for pushes to a repository with hooks: checked and published with them, and anew when they change")
    void pushed() throws IOException {
        GitServer server = new GitServer(folder);
        Path clone = server.cloned("clone");
        GitServer.write(clone, "content/_data/site.yml", "名称: 推送的支部\n");
        GitServer.entry(clone, "content/b.md", "推送的一条");
        server.commit(clone, "first");
        String row = "{名称: 丙, 代码: C, 来源: '" + server.repository().toString().replace("'", "''") + "', 发布到: "
                + server.to() + "}";
        Files.writeString(list, "共用: shared\n站点:\n- " + row + "\n");
        server.installed();
        assertThat(run("doctor").out()).contains("要处理　共用文件夹：钩子没有用，不是 " + shared.root());
        Ran installed = run("hooks", "install");
        assertThat(installed.out()).contains("共用文件夹：" + shared.root());
        DirectPush git = new DirectPush(server);

        assertThat(git.push(clone).said()).contains("已发布");
        assertThat(server.current().resolve("index.html")).content().contains("上级定的栏目", "共用的页脚");
        assertThat(run("publish").out()).isEmpty();
        assertThat(run("doctor").out()).doesNotContain("共用文件夹");

        shared.file(SHARED_CATEGORIES, categories("上级定的栏目", "不行 的"));
        GitServer.entry(clone, "content/c.md", "推送的第二条");
        server.commit(clone, "second");
        GitServer.Pushed accepted = git.push(clone);
        assertThat(accepted.said()).contains("以前就有 1 个错误", "共用文件夹/_data/categories.yml 第 2 行");

        shared.file(SHARED_CATEGORIES, categories("上级又定的栏目", "shared"));
        SiteFolder.done("hooks", "run", "--repo", server.repository());
        assertThat(server.current().resolve("index.html")).content().contains("上级又定的栏目", "推送的第二条");

        Files.move(shared.root(), folder.resolve("gone"));
        GitServer.entry(clone, "content/d.md", "推送的第三条");
        server.commit(clone, "third");
        GitServer.Pushed refused = git.push(clone);
        assertThat(refused.status()).isNotZero();
        assertThat(refused.said()).isEqualTo("没有这个共用文件夹：" + shared.root() + "；站点没有改动。");
        assertThat(SiteFolder.run("doctor", "--to", "" + server.to(), "--repo", "" + server.repository())
                        .out())
                .contains("共用文件夹：没有这个共用文件夹：" + shared.root());
    }

    private static String categories(String name, String address) {
        return "- {名称: 文章, 标识: articles}\n- {名称: " + name + ", 标识: " + address + "}\n";
    }

    private Path www(int site) {
        return folder.resolve("www/" + site + "/current");
    }

    private String page(int site) throws IOException {
        return Files.readString(www(site).resolve("index.html"));
    }

    /** Runs a command on the first site, which names the shared folder itself. */
    private Ran alone(Object... args) {
        return SiteFolder.run(args, "-s", first.root(), "--shared", shared.root());
    }

    private Ran run(Object... args) {
        return SiteFolder.run(args, "--sites", list);
    }

    private Ran done(Object... args) {
        return SiteFolder.done(args, "--sites", list);
    }
}
