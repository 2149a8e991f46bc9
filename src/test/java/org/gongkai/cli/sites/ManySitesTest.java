package org.gongkai.cli.sites;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@DisplayName("Commands on the sites of a list")
class ManySitesTest extends FolderFixture {

    private Path list;

    @BeforeEach
    void fourSites() throws IOException {
        List<String> lines = new ArrayList<>(List.of("站点:", "- {名称: 机关党委, 代码: JG}", "- {名称: 一处总支, 代码: YC, 上级: JG}"));
        for (int i = 1; i <= 4; i++) {
            new SiteFolder(folder.resolve("s" + i))
                    .file("content/_data/site.yml", "名称: 第" + i + "支部\n")
                    .entry("content/a.md", "标题: 第" + i + "支部的第一条", "发布日期: 2024-01-0" + i);
            lines.add("- {名称: 第" + i + "支部, 代码: Z" + i + ", 来源: s" + i + ", 发布到: www/" + i + ", 上级: "
                    + (i < 3 ? "YC" : "JG") + "}");
        }
        Files.createDirectories(folder.resolve("www"));
        list = Files.write(folder.resolve("sites.yml"), lines);
    }

    @Test
    @DisplayName("publish all of them; one that fails is named and stops no other, and a second run changes nothing")
    void publish() throws IOException {
        Files.writeString(folder.resolve("s2/content/a.md"), "---\n标题: 坏的\n---\n");

        Ran first = run("publish");

        assertThat(first.status()).isEqualTo(1);
        assertThat(first.out())
                .containsSubsequence("【第1支部 Z1】（1/4） 发布批次 ", "【第3支部 Z3】（3/4） ", "【第4支部 Z4】（4/4） 发布批次 ")
                .hasLineCount(3);
        assertThat(first.err()).contains("【第2支部 Z2】（2/4）\n", "content/a.md").endsWith("4 个站点，3 个完成，1 个没有：第2支部（Z2）。\n");
        assertThat(folder.resolve("www/2/current")).doesNotExist();

        Ran second = done("publish", "--site", "Z1,Z3", "Z4");
        assertThat(second).isEqualTo(new Ran(0, "", "3 个站点，3 个完成。\n"));
        assertThat(done("publish", "--json", "--site", "Z1").out())
                .startsWith("[{\"code\":\"Z1\",\"status\":0,\"result\":{\"problems\":[]")
                .endsWith("}]\n");
        assertThat(run("verify", "--site", "Z1", "Z3").err()).isEqualTo("2 个站点，2 个完成。\n");
    }

    @Test
    @DisplayName("take those of a unit, of its units, and of one part of the list, which together are all")
    void some() {
        done("check");
        assertThat(named(run("check", "--site=YC"))).containsExactly("Z1", "Z2");
        assertThat(named(run("check", "--site", "JG"))).containsExactly("Z1", "Z2", "Z3", "Z4");
        assertThat(named(run("check", "--shard", "1/3"))).containsExactly("Z1", "Z4");
        assertThat(named(run("check", "--shard=2/3"))).containsExactly("Z2");
        assertThat(named(run("check", "--shard", "3/3"))).containsExactly("Z3");
        assertThat(named(run("check", "--shard", "8/9"))).isEmpty();
    }

    @Test
    @DisplayName("give the same sites whether one is made at a time or all at once")
    void sameBytes() throws IOException {
        done("publish", "--jobs", "4");
        TreeMap<String, byte[]> together = files();
        Files.move(folder.resolve("www"), folder.resolve("before"));
        Files.createDirectories(folder.resolve("www"));
        done("publish", "--jobs", "1");

        TreeMap<String, byte[]> apart = files();
        assertThat(apart.keySet()).isEqualTo(together.keySet()).hasSizeGreaterThan(40);
        assertThat(apart).allSatisfy((path, bytes) -> assertThat(bytes).isEqualTo(together.get(path)));
    }

    @Test
    @DisplayName("print what programs read as one JSON text, and configurations of servers with a port for each")
    void forPrograms() {
        assertThat(run("due", "--format", "json").out())
                .startsWith("[{\"code\":\"Z1\",\"status\":0,\"result\":[]},")
                .endsWith("{\"code\":\"Z4\",\"status\":0,\"result\":[]}]\n");
        run("publish");
        assertThat(run("server", "nginx", "--port", "8000").out())
                .containsSubsequence("listen 8000", "listen 8001", "listen 8002", "listen 8003");
    }

    @Test
    @DisplayName("are not run if the list, a code or an option is wrong, and the reason is given with its place")
    void wrong() throws IOException {
        assertThat(run("publish", "--site", "Z9").err()).startsWith("站点清单里没有代码“Z9”");
        assertThat(run("publish", "--shard", "3/2").err()).startsWith("--shard 写成 2/8 这样");
        assertThat(run("publish", "--jobs", "0").err()).startsWith("--jobs 写1到999的数");
        assertThat(run("build").err()).startsWith("这个命令不能用 --sites；");
        assertThat(SiteFolder.run("publish", "--sites", folder.resolve("no.yml"))
                        .status())
                .isEqualTo(2);

        Files.writeString(
                list,
                """
                站点:
                - {名称: 甲, 代码: A, 来源: s1, 发布到: www/1}
                - {名称: 乙, 代码: A, 来源: s2, 发布到: www/1/b}
                - {名称: 丙, 代码: C, 来源: s3, 上级: B}
                - {名称: 丁, 代码: D, 上级: E}
                - {名称: 戊, 代码: E, 上级: D}
                - {名称: 己}
                - {名称: 庚, 代码: 庚}
                """);
        Ran ran = run("publish");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.errors())
                .containsExactly(
                        "sites.yml:3:15: 错误 E139 “代码”“A”写了两次；第2行已有，请各写一个不同的（不分大小写）",
                        "sites.yml:3:31: 错误 E139 “发布到”的文件夹和别的站点重了，或者一个在另一个里面：www/1/b；每个站点写自己的文件夹",
                        "sites.yml:4:3: 错误 E139 “来源”和“发布到”要么都写，要么都不写（只是上级单位、没有网站的）；每一项写：- {名称: 第一支部, 代码: ZB01, 来源: git/zb01.git, 发布到: sites/zb01}",
                        "sites.yml:7:3: 错误 E139 没有写“代码”；每一项写：- {名称: 第一支部, 代码: ZB01, 来源: git/zb01.git, 发布到: sites/zb01}",
                        "sites.yml:8:15: 错误 E139 “代码”不能写“庚”；可以写：字母、数字和连字符，最多 40 个，例如 ZB01",
                        "sites.yml:4:30: 错误 E139 没有代码是“B”的上级；可以写：A、C、D、E",
                        "sites.yml:5:22: 错误 E139 “丁”的上级绕回了它自己；请把上级写成一棵树",
                        "sites.yml:6:22: 错误 E139 “戊”的上级绕回了它自己；请把上级写成一棵树",
                        "站点清单有错误，什么也没有做。");
    }

    private static List<String> named(Ran ran) {
        return Pattern.compile("【第.支部 (Z.)】")
                .matcher(ran.out())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private TreeMap<String, byte[]> files() throws IOException {
        TreeMap<String, byte[]> files = new TreeMap<>();
        for (int i = 1; i <= 4; i++) {
            Path current = folder.resolve("www/" + i + "/current").toRealPath();
            try (Stream<Path> all = Files.walk(current)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files.put(i + "/" + current.relativize(file), Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    private Ran run(Object... args) {
        return SiteFolder.run(args, "--sites", list);
    }

    private Ran done(Object... args) {
        return SiteFolder.done(args, "--sites", list);
    }
}
