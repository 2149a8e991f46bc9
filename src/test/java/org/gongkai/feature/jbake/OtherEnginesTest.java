package org.gongkai.feature.jbake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.testing.FolderFixture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An engine on the class path serves JBake projects and ordinary sites alike. */
@Tag("slow")
class OtherEnginesTest extends FolderFixture {

    @Test
    void servesAJBakeProject() throws IOException {
        Project project = Project.small(folder)
                .with("content/b.shout", Project.post("B"))
                .with("templates/post.ftl", "${content.title}: ${content.body}");
        assertThat(project.problems()).hasSize(2).allMatch(told -> told.contains("警告 W164 "));
        assertThat(project.page("b.html"))
                .contains("B: <p>TEXT OF B.</p>")
                .contains("<a href=\"note.txt\">")
                .doesNotContain("script")
                .doesNotContain("onclick");
    }

    @Test
    void failsAsAProblem() throws IOException {
        Project project = Project.small(folder).with("content/b.shout", Project.post("fail"));
        assertThat(project.problems())
                .containsExactly("content/b.shout:1:1: 错误 E615 “.shout”文件转换不了（IllegalStateException）；请检查文件的写法");
    }

    /** The library that JBake reads it with is not here, as nothing mends its flaws. */
    @Test
    void failsAsAProblemOverJsonInAHeader() throws IOException {
        Project project = Project.small(folder)
                .with("content/b.shout", Project.post("B").replaceFirst("\n", "\nextra={\"a\": 1}\n"));
        assertThat(project.problems())
                .containsExactly("content/b.shout:1:1: 错误 E615 “.shout”文件转换不了（NoClassDefFoundError）；请检查文件的写法");
    }

    @Test
    void thatNestsTooDeepFailsAsAProblem() throws IOException {
        Project site = new Project(folder.resolve("site"), folder.resolve("out"))
                .with("content/通知/2024/b.shout", "---\n标题: 通知一\n发布日期: 2024-01-02\n栏目: 通知\n---\ndescend\n");
        assertThat(site.problems())
                .containsExactly("content/通知/2024/b.shout:6:1: 错误 E615 正文转换不了（StackOverflowError）；请检查正文的写法，和类路径上的转换程序");
    }

    @Test
    void servesAnOrdinarySite() throws IOException {
        Project site = new Project(folder.resolve("site"), folder.resolve("out"))
                .with("content/通知/2024/b.shout", "---\n标题: 通知一\n发布日期: 2024-01-02\n栏目: 通知\n---\nquiet please\n")
                .with("content/通知/2024/note.txt", "note");
        assertThat(site.problems()).hasSize(2).allMatch(told -> told.contains("警告 W164 "));
        String page = site.files().stream()
                .filter(f -> f.endsWith("b.html"))
                .findFirst()
                .orElseThrow();
        assertThat(site.page(page))
                .contains("<p>QUIET PLEASE</p>")
                .contains("note.txt")
                .doesNotContain("alert(");
    }

    @Test
    void anOrdinarySiteLoadsNothingOfJBake() throws IOException, InterruptedException {
        Path site = folder.resolve("plain");
        new Project(site, folder.resolve("out"))
                .with("content/通知/2024/a.md", "---\n标题: 通知一\n发布日期: 2024-01-02\n栏目: 通知\n---\n正文\n")
                .with("content/通知/2024/表.xlsx", "x");
        Path log = folder.resolve("classes.log");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xlog:class+load:file=" + log,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.gongkai.cli.Main",
                        "build",
                        "-s",
                        site.toString(),
                        "-o",
                        folder.resolve("plain-out").toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("console.txt").toFile())
                .start();
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("console.txt")))
                .isZero();
        assertThat(Files.readAllLines(log)).noneMatch(line -> line.contains(" org.jbake."));
    }
}
