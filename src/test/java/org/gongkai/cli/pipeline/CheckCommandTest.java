package org.gongkai.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.run;

import java.nio.file.Path;
import java.util.TreeMap;
import org.gongkai.cli.Explained;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckCommandTest extends SiteFixture {

    @BeforeEach
    void aSite() {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02");
    }

    @Test
    void saysThatNothingIsWrongAndWritesNothing() {
        TreeMap<String, String> before = SiteFolder.files(folder);

        assertThat(check()).isEqualTo(new Ran(0, "", "检查完成：没有发现问题。\n"));
        assertThat(SiteFolder.files(folder)).isEqualTo(before);
    }

    @Test
    void tellsWhereEveryProblemIs() {
        site.entry("content/b.md", "标题: 乙", "发布日期: 2024-13-40", "状态: 草搞").entry("content/c.md", "标题: 丙");

        Ran ran = check();

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out())
                .isEqualTo(
                        """
                        content/b.md:3:7: 错误 E123 发布日期“2024-13-40”不是有效日期；请写成 2020-01-31 这样的形式
                        content/b.md:4:5: 错误 E108 没有“草搞”这个状态；您是不是要写“草稿”
                        content/c.md:1:1: 错误 E104 缺少“发布日期”；请在文件头里写上“发布日期: ……”

                        汇总：
                        """
                                + sums("错误 E104 1 处", "错误 E108 1 处", "错误 E123 1 处"));
        assertThat(ran.err()).isEqualTo("检查完成：发现 3 个错误。\n");
    }

    @Test
    void findsWhatABuildFindsLateToo() {
        site.entry("content/b.md", "标题: 乙", "发布日期: 2024-01-02", "旧址: index.html");

        assertThat(check().out()).startsWith("content/b.md:4:5: 错误 E303 旧址 index.html 是本站现有的网页地址；请删去这个旧址\n");
        assertThat(check().status()).isEqualTo(1);
        site.file("templates/post.ftl", "${没有}").entry("content/b.md", "标题: 乙", "发布日期: 2024-01-02");
        assertThat(check().found()).isEqualTo(site.build().problems());
        assertThat(site.build().problems()).hasSize(1);
    }

    @Test
    void lastsThroughWarnings() {
        new SiteFolder(folder.resolve("empty"));

        Ran ran = run("check", "-s", folder.resolve("empty"));

        assertThat(ran)
                .isEqualTo(new Ran(
                        0,
                        "content:1:1: 警告 W404 content 文件夹里还没有条目；条目是 .md 或 .adoc 文件，写法见使用手册\n\n汇总：\n"
                                + sums("警告 W404 1 处"),
                        "检查完成：有 1 个警告，没有错误。\n"));
    }

    @Test
    void countsByRuleTheMostFirst() {
        site.entry("content/b.md", "标题: 乙", "发布日期: x", "成文日期: y", "状态: z");

        assertThat(check().out()).endsWith("汇总：\n" + sums("错误 E123 2 处，1 个文件", "错误 E108 1 处"));
    }

    @Test
    void tellsAProgramInOneObject() {
        site.entry("content/b.md", "标题: 乙", "发布日期: 2024-07-01");

        Ran ran = check("--json");

        assertThat(ran.status()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().replaceAll("\"pages\":\\d+", "\"pages\":N"))
                .isEqualTo(
                        "{\"problems\":[],\"entries\":1,\"pages\":N,\"written\":0,\"unchanged\":0,\"nextChange\":\"2024-07-01\",\"millis\":0}\n");
    }

    @Test
    void countsThePagesThatABuildWouldMake() {
        String pages = site.build("--format", "json").out().replaceAll(".*(\"pages\":\\d+).*\n", "$1");

        assertThat(check("--format", "json").out()).contains(pages);
    }

    @Test
    void takesAnyDayForToday() {
        assertThat(check("--as-of", "2023-01-01", "--format", "json").out())
                .contains("\"entries\":0", "\"nextChange\":\"2024-01-02\"");
    }

    @Test
    void checksJBakeProjectsToo() {
        SiteFolder project = new SiteFolder(folder.resolve("jbake"))
                .file("jbake.properties", "site.host=http://a.example\n")
                .file("templates/page.ftl", "${content.body}")
                .file("content/a.md", "title=甲\ndate=2024-13-40\ntype=page\nstatus=published\n~~~~~~\n\n正文\n");

        Ran ran = run("check", "-s", project.root());

        assertThat(ran.found()).isNotEmpty().isEqualTo(project.build().problems());
        assertThat(ran.status()).isEqualTo(project.build().status());
        project.file("content/a.md", "title=甲\ndate=2024-01-02\ntype=page\nstatus=published\n~~~~~~\n\n正文\n");
        assertThat(run("check", "-s", project.root()).found())
                .isEqualTo(project.build().problems());
    }

    @Test
    void wantsASite() {
        Path none = folder.resolve("none");

        assertThat(run("check", "-s", none))
                .isEqualTo(new Ran(2, "", "这里没有 content 文件夹：" + none + "；新建站点用 gongkai init。\n"));
        assertThat(run("check", "--revision", "x"))
                .isEqualTo(new Ran(2, "", "不认识的参数：--revision x；是不是 --rev。用法见 gongkai check --help\n"));
    }

    private Ran check(String... more) {
        return run("check", "-s", site.root(), more);
    }

    /** The problems without their lines. */
    /** Lines of the sum; the names of rules are told by their explanations. */
    private static String sums(String... lines) {
        StringBuilder sums = new StringBuilder();
        for (String line : lines) {
            String[] words = line.split(" ", 3);
            sums.append("  ").append(words[0]).append(' ').append(words[1]).append(' ');
            sums.append(Explained.name(words[1])).append(words[2]).append('\n');
        }
        return sums.toString();
    }
}
