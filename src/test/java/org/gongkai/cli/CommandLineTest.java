package org.gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest extends FolderFixture {

    private SiteFolder site;

    @BeforeEach
    void aSite() {
        site = new SiteFolder(folder.resolve("site")).entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02");
    }

    @Test
    void explainsItselfInChinese() {
        SiteFolder.Ran ran = run("--help");

        assertThat(ran.status()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .contains("用法：gongkai", "把党支部的条目", "build", "检查内容并生成站点", "退出状态：0 完成（可有警告）；1 发现错误")
                .doesNotContain("Usage", "Options", "Commands", "Show", "Print");
        assertThat(run("-h")).isEqualTo(ran);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "build",
                "publish",
                "releases",
                "rollback",
                "verify",
                "prune",
                "takedown",
                "export",
                "import",
                "export bundle",
                "import bundle"
            })
    void explainsEachCommandInChinese(String command) {
        assertThat(SiteFolder.done((command + " --help").split(" ")).out())
                .startsWith("用法：gongkai " + command)
                .contains("选项：", "--debug")
                .doesNotContain("Usage", "Options", "Default", "Show");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-V", "--version"})
    void tellsItsVersion(String option) {
        SiteFolder.Ran ran = run(option);

        assertThat(ran.status()).isZero();
        assertThat(ran.out()).matches("gongkai \\d+\\.\\d+\\.\\d+\\S*（\\d{4}-\\d\\d-\\d\\d，提交 [0-9a-f]{10}\\+?）\\R");
    }

    @Test
    void saysNothingIfQuietAndDone(@TempDir Path folder) {
        SiteFolder site = new SiteFolder(folder).entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02");
        assertThat(SiteFolder.run("check", "-s", site.root(), "--quiet")).isEqualTo(new SiteFolder.Ran(0, "", ""));

        site.entry("content/a.md", "标题: 甲");

        assertThat(SiteFolder.run("check", "-s", site.root(), "--quiet"))
                .isEqualTo(SiteFolder.run("check", "-s", site.root()))
                .matches(ran -> ran.status() == 1);
    }

    @Test
    void tellsItsVersionBehindACommandToo() {
        assertThat(run("build", "--version")).isEqualTo(run("--version"));
    }

    @Test
    void asksForACommand() {
        assertThat(run()).isEqualTo(wrong("没有写命令。用法见 gongkai --help"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    biuld                                   | 不认识的参数：biuld；是不是 build。用法见 gongkai --help
                    --wrong                                 | 不认识的参数：--wrong。用法见 gongkai --help
                    build --qiet                            | 不认识的参数：--qiet；是不是 --quiet。用法见 gongkai build --help
                    clean -s                                | 不认识的参数：-s。用法见 gongkai clean --help
                    build --wrong                           | 不认识的参数：--wrong。用法见 gongkai build --help
                    build 甲 乙                             | 不认识的参数：甲 乙。用法见 gongkai build --help
                    build -o                                | 缺少参数：--output。用法见 gongkai build --help
                    build --as-of                           | 缺少参数：--as-of。用法见 gongkai build --help
                    build --as-of 2024-13-01                | --as-of 的值“2024-13-01”不对：请写成 2020-01-31 这样的日期。用法见 gongkai build --help
                    build --jobs 0                          | --jobs 的值“0”不对：请写 1 到 99 的数。用法见 gongkai build --help
                    build --jobs 四                         | --jobs 的值“四”不对：请写 1 到 99 的数。用法见 gongkai build --help
                    build --format xml                      | --format 的值“xml”不对：可以写：text、json。用法见 gongkai build --help
                    build --drafts=也许                     | --drafts 的值“也许”不对：这个选项后面不写值。用法见 gongkai build --help
                    build --jobs 1 --jobs 2                 | --jobs 写了两次。用法见 gongkai build --help
                    build -s . -s .                         | --source 写了两次。用法见 gongkai build --help
                    """)
    void saysInOneSentenceWhatIsWrongWithItsArguments(String line, String sentence) {
        assertThat(run(line.split(" "))).isEqualTo(wrong(sentence));
    }

    @Test
    void saysWhichAudiencesThereAre() {
        site.file("content/_data/site.yml", "受众:\n- {名称: 党员, 范围: [社会]}\n- {名称: 群众, 范围: [社会], 目录: q}\n");

        assertThat(site.build("--audience", "领导")).isEqualTo(wrong("没有“领导”这个公开对象；可以写：党员、群众。"));
    }

    @Test
    void wantsASiteThatHasContent() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThat(run("build", "-s", empty)).isEqualTo(wrong("这里没有 content 文件夹：" + empty + "；新建站点用 gongkai init。"));
        assertThat(run("build", "-s", folder.resolve("none")))
                .isEqualTo(wrong("这里没有 content 文件夹：" + folder.resolve("none") + "；新建站点用 gongkai init。"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"content", "content/网站", "templates", "assets/x"})
    void neverWritesIntoItsSource(String output) {
        Path target = site.root().resolve(output);

        assertThat(site.build("-o", target))
                .isEqualTo(wrong("不能把站点写进 " + output.replaceFirst("/.*", "") + " 文件夹：" + target + "。"));
    }

    @Test
    void neverWritesIntoItsSourceThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), site.root().resolve("content"));

        assertThat(site.build("-o", link.resolve("site")).status()).isEqualTo(2);
        assertThat(site.root().resolve("content/site")).doesNotExist();
    }

    @Test
    void neverWritesOverItsSource() {
        assertThat(site.build("-o", site.root())).isEqualTo(wrong("不能把站点写到源文件夹上：" + site.root() + "。"));
        assertThat(site.build("-o", folder)).isEqualTo(wrong("不能把站点写到源文件夹上：" + folder + "。"));
    }

    @Test
    void sumsUpWhatItDid() {
        SiteFolder.Ran ran = site.entry("content/b.md", "标题: 乙", "发布日期: 2024-01-02", "栏目: 通知")
                .build();

        assertThat(ran.status()).isZero();
        assertThat(ran.errors()).containsExactly(SiteFolder.NO_HISTORY);
        assertThat(ran.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("站点：" + site.output().resolve("index.html")),
                        line -> assertThat(line).isEqualTo("栏目：文章 1 · 通知 1"),
                        line -> assertThat(line).matches("完成：2 条，\\d+ 个页面；写入 \\d+ 个文件，0 个没有变化；用时 0\\.0 秒"),
                        line -> assertThat(line).isEqualTo("下次变化：无（内容不改就不必重新生成）"));
    }

    @Test
    void tellsAllProblemsSortedAndWhatBecameOfTheSite() {
        site.entry("content/c.md", "标题: 丙").entry("content/b.md", "标题: 乙", "发布日期: 2024-13-40", "状态: 草搞");

        SiteFolder.Ran ran = site.build();

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.errors())
                .containsExactly(
                        "content/b.md:3:7: 错误 E123 发布日期“2024-13-40”不是有效日期；请写成 2020-01-31 这样的形式",
                        "content/b.md:4:5: 错误 E108 没有“草搞”这个状态；您是不是要写“草稿”",
                        "content/c.md:1:1: 错误 E104 缺少“发布日期”；请在文件头里写上“发布日期: ……”",
                        "发现 3 个错误，站点没有改动。");
    }

    @Test
    void listsWhatEachStepTook() {
        List<String> lines = site.build("--timings").out().lines().toList();

        assertThat(lines).anyMatch(line -> line.matches("读文件头 \\d+ 毫秒")).anyMatch(line -> line.matches("就位 \\d+ 毫秒"));
        assertThat(lines.get(lines.size() - 1)).startsWith("下次变化：");
    }

    @Test
    void takesAnyDayForToday() {
        assertThat(site.build("--as-of", "2023年1月1日").out()).contains("完成：0 条").contains("下次变化：2024-01-02（到这一天请重新生成）");
        assertThat(site.page("manifest.json")).contains("\"asOf\": \"2023-01-01\"");
    }

    @Test
    void takesTodayInTheTimeZoneOfTheSite() {
        site.file("content/_data/site.yml", "时区: Pacific/Kiritimati\n")
                .entry("content/a.md", "标题: 甲", "发布日期: 2024-06-01")
                .built();

        assertThat(site.page("manifest.json")).contains("\"asOf\": \"2024-06-01\"");
        site.file("content/_data/site.yml", "时区: Pacific/Pago_Pago\n").built();
        assertThat(site.page("manifest.json")).contains("\"asOf\": \"2024-05-31\"");
    }

    @Test
    void givesTheSameSiteWithOneThreadAndMany() {
        for (int i = 0; i < 40; i++) {
            site.entry("content/n" + i + ".md", "标题: 第" + i, "发布日期: 2024-01-02", "标签: [a, b]");
        }
        assertThat(site.built("--jobs", "1").files())
                .isEqualTo(
                        site.built("--jobs", "8", "-o", folder.resolve("other")).files());
        assertThat(SiteFolder.files(folder.resolve("other"))).isEqualTo(site.files());
    }

    private static SiteFolder.Ran wrong(String sentence) {
        return new SiteFolder.Ran(2, "", sentence + System.lineSeparator());
    }
}
