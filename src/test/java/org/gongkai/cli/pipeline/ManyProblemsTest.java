package org.gongkai.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.cli.Explained;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of very many problems people are told the causes, and as many places as they can read. */
@Tag("slow")
class ManyProblemsTest extends SiteFixture {

    private void body(String path, String line, int times) {
        site.file(
                path,
                "---\n标题: 值班安排\n发布日期: 2024-05-01\n---\n\n"
                        + IntStream.range(0, times)
                                .mapToObj(i -> line.replace("N", String.valueOf(i)))
                                .collect(Collectors.joining("\n\n"))
                        + "\n");
    }

    private void deadLinks(String path, int times) {
        body(path, "见[第N项](没有N.md)。", times);
    }

    private void blanks(String path, int times) {
        body(path, "第N次会议由XXX主持。", times);
    }

    private Ran run(String command, Object... more) {
        return SiteFolder.run(command, "-s", site.root(), more);
    }

    private static List<String> problems(String text) {
        return text.lines()
                .filter(line -> line.matches("content/.*: (错误|警告) .*"))
                .toList();
    }

    @Test
    void fiveOfACodeAreShownForEachFile() {
        deadLinks("content/a.md", 7);
        deadLinks("content/b.md", 5);

        Ran ran = run("check");

        assertThat(problems(ran.out())).hasSize(10);
        assertThat(ran.out())
                .contains("content/a.md:14:8: 错误 E201 ")
                .doesNotContain("content/a.md:16:")
                .contains("\n……还有 2 个没有列出；加上 --all 就全部列出。\n")
                .endsWith("\n汇总：\n  错误 E201 链接的文件不存在 12 处，2 个文件\n");
        assertThat(ran.err()).isEqualTo("检查完成：发现 12 个错误。\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "build"})
    void ofAHundredErrorsComeFirst(String command) {
        for (int i = 10; i < 40; i++) {
            blanks("content/a" + i + ".md", 5);
        }
        for (int i = 10; i < 14; i++) {
            deadLinks("content/z" + i + ".md", 9);
        }

        Ran ran = run(command);

        String told = ran.out() + ran.err();
        assertThat(problems(told)).hasSize(100);
        assertThat(problems(told).stream().map(line -> line.substring(0, line.indexOf(':'))))
                .isSorted();
        assertThat(problems(told)).filteredOn(line -> line.contains("错误 E201")).hasSize(20);
        assertThat(told)
                .contains("……还有 86 个没有列出；加上 --all 就全部列出。\n")
                .containsSubsequence(
                        "汇总：\n", "  错误 E201 链接的文件不存在 36 处，4 个文件\n", "  警告 W220 " + name("W220") + " 150 处，30 个文件\n");
        assertThat(problems(told(command, "--all"))).hasSize(186);
        assertThat(told(command, "--all")).doesNotContain("没有列出").contains("汇总：");
    }

    private String told(String command, String... more) {
        Ran ran = run(command, more);
        return ran.out() + ran.err();
    }

    private static String name(String code) {
        return Explained.name(code).strip();
    }

    @Test
    void aBuildEndsWithItsSentenceBehindTheSum() {
        for (int i = 0; i < 3; i++) {
            deadLinks("content/a" + i + ".md", 7);
        }
        blanks("content/b.md", 1);

        assertThat(run("build").errors().subList(16, 21))
                .containsExactly(
                        "……还有 6 个没有列出；加上 --all 就全部列出。",
                        "汇总：",
                        "  错误 E201 链接的文件不存在 21 处，3 个文件",
                        "  警告 W220 " + name("W220") + " 1 处",
                        "发现 21 个错误、1 个警告，站点没有改动。");
    }

    @Test
    void aPublicationEndsLikewise() {
        for (int i = 10; i < 35; i++) {
            blanks("content/a" + i + ".md", 1);
        }

        Ran ran = run("publish", "--to", folder.resolve("store"));

        assertThat(ran.errors().subList(25, 28))
                .containsExactly("汇总：", "  警告 W220 " + name("W220") + " 25 处，25 个文件", "有 25 个警告，站点照常生成。");
        assertThat(ran.out()).startsWith("发布批次 ");
    }

    @Test
    void aFewProblemsNeedNoSumInABuild() {
        for (int i = 0; i < 4; i++) {
            deadLinks("content/a" + i + ".md", 5);
        }

        assertThat(run("build").errors()).hasSize(21).last().isEqualTo("发现 20 个错误，站点没有改动。");
    }

    @Test
    void programsAreToldEverything() {
        for (int i = 0; i < 30; i++) {
            deadLinks("content/a" + i + ".md", 10);
        }

        for (String command : List.of("check", "build")) {
            assertThat(run(command, "--format", "json").out().split("\"code\":"))
                    .hasSize(301);
        }
    }

    @Test
    void whatWasThereBeforeTakesTheRoomThatIsLeft() {
        for (int i = 10; i < 40; i++) {
            deadLinks("content/a" + i + ".md", 5);
        }
        new GitFolder(site.root()).commit("2024-05-01", "某委员", "提交");
        deadLinks("content/b.md", 4);

        Ran ran = run("check", "--base", "HEAD");

        assertThat(problems(ran.out())).hasSize(100);
        assertThat(ran.out())
                .startsWith("content/b.md:6:")
                .contains("已有的问题（不影响本次提交）：\n", "……还有 54 个没有列出；加上 --all 就全部列出。\n");
        assertThat(problems(run("check", "--base", "HEAD", "--all").out())).hasSize(154);
    }
}
