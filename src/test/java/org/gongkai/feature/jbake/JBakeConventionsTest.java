package org.gongkai.feature.jbake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that change what a project looks like, each as JBake has it. */
class JBakeConventionsTest {

    private final Project project;

    JBakeConventionsTest(@TempDir Path folder) {
        project = Project.small(folder);
    }

    @Test
    void addressesWithoutExtension() throws IOException {
        project.setting("uri.noExtension=true\nuri.noExtension.prefix=/blog/")
                .with("content/blog/2024/b c.md", Project.post("B"))
                .with("templates/post.ftl", "${content.uri} ${content.noExtensionUri} ${content.rootpath}");
        assertThat(project.files()).contains("a.html", "blog/2024/b+c/index.html");
        assertThat(project.page("blog/2024/b+c/index.html"))
                .isEqualTo("blog/2024/b+c/index.html blog/2024/b+c/ ../../../");
        assertThat(project.page("a.html")).isEqualTo("a.html a.html /../");
    }

    @Test
    void controlCharactersAreLeftOutAndTold() throws IOException {
        project.with("content/a.md", Project.post("A\u0001B").replace("Text", "&#27;T\u001bext"))
                .with("templates/post.ftl", "${content.title}\u000b${content.body}${'\\x0001'}");
        assertThat(project.problems())
                .containsExactly(
                        "content/a.md:1:8: 警告 W416 这里有看不见的控制字符（U+0001），已去掉，连同后面的共 3 处；请删去这个字符，重新输入它两边的字",
                        "content/a.md:6:1: 警告 W416 这里有看不见的控制字符（&#27;），已去掉；请删去这个字符，重新输入它两边的字");
        assertThat(project.page("a.html")).isEqualTo("AB<p>Text of AB.</p>\n");
    }

    @Test
    void defaultTypeAndStatus() throws IOException {
        project.setting("default.type=page\ndefault.status=published")
                .with("content/b.md", "title=B\ndate=2024-01-02\n~~~~~~\nx\n");
        assertThat(project.page("b.html")).isEqualTo("<p>x</p>\n");
    }

    @Test
    void ownSeparatorDateFormatLocaleAndZone() throws IOException {
        project.setting(
                        "header.separator=----\ndate.format=dd.MM.yyyy\njvm.locale=zh_CN\ntime.zone=Asia/Shanghai\nfreemarker.timezone=UTC")
                .with(
                        "content/a.md",
                        Project.post("A").replace("~~~~~~", "----").replace("2024-01-01", "31.12.2023"))
                .with("templates/post.ftl", "${content.date?string('yyyy MMMM d HH')} ${content.body}");
        assertThat(project.page("a.html")).isEqualTo("2023 十二月 30 16 <p>Text of A.</p>\n");
    }

    @Test
    void foldersOfOtherNamesAndOutputExtension() throws IOException {
        project.setting("content.folder=src/texts\nasset.folder=static\nasset.ignore=true\noutput.extension=.htm")
                .with(
                        "src/texts/b.adoc",
                        "= B\n:jbake-type: page\n:jbake-status: published\n:jbake-date: 2024-01-02\n\ninclude::part.txt[]\n")
                .with("src/texts/part.txt", "Included.")
                .with("src/texts/skip/.jbakeignore", "")
                .with("src/texts/skip/c.md", "nothing to read")
                .with("static/.hidden", "x")
                .with("static/shown.txt", "x");
        assertThat(project.files())
                .containsExactly("archive.html", "b.htm", "index.html", "manifest.json", "part.txt", "shown.txt");
        assertThat(project.text("b.htm")).isEqualTo("Included.");
    }

    @Test
    void neighboursAreThoseOfTheSameTypeThatAreOut() throws IOException {
        project.with(
                        "content/b.md",
                        Project.post("B").replace("2024-01-01", "2024-01-02").replace("published", "draft"))
                .with("content/c.md", Project.post("C").replace("2024-01-01", "2024-01-03"))
                .with(
                        "templates/post.ftl",
                        "${(content.previousContent.title)!'-'} ${content.title} ${(content.nextContent.title)!'-'}");
        assertThat(project.page("a.html")).isEqualTo("- A C");
        assertThat(project.page("b-draft.html")).isEqualTo("A B C");
        assertThat(project.page("c.html")).isEqualTo("A C -");
    }

    @Test
    void templatesEscapeByThemselves() throws IOException {
        project.with("content/a.md", Project.post("A & B"));
        assertThat(project.page("a.html")).startsWith("<h1>A & B</h1>");
    }

    @Test
    void templatesReachNothingOutside() throws IOException {
        String[] attempts = {
            "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
            "${db.class.protectionDomain}",
            "${db.getClass().getName()}",
            "${db?api.class}",
            "<#include \"../jbake.properties\">",
            "<#include \"/etc/passwd\">"
        };
        for (String attempt : attempts) {
            project.with("templates/post.ftl", attempt);
            assertThat(project.problems())
                    .as(attempt)
                    .singleElement()
                    .asString()
                    .contains("错误 E501 模板不能使用：");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<@content.body?interpret />",
                "<@content.body?interpret></@>",
                "<#assign body = content.body ? interpret><@body />"
            })
    void interpretedBodiesAreShownAsTheyAre(String shown) throws IOException {
        project.with("content/a.md", Project.post("A") + "\n${7+7} #{7+7} `<#assign x=1>`\n\n[/#noparse]${7+7}\n")
                .with("templates/post.ftl", "${content.body}");
        String body = project.page("a.html");
        assertThat(body).contains("${7+7} #{7+7} <code>&lt;#assign x=1&gt;</code>");

        project.with("templates/post.ftl", "<h1>A</h1> " + shown);

        assertThat(project.page("a.html")).isEqualTo("<h1>A</h1> " + body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "${7*7}",
                "<#assign x=1>${x}",
                "<@x />",
                "[=7*7]",
                "<#noparse>${7*7}</#noparse>${7*7}",
                "</#noparse>${7*7}</noparse >${7*7}",
                "</#noParse>${7*7}",
                "<#ftl output_format=\"XML\">",
                "<#--",
                "<#if"
            })
    void noValueOfADocumentIsAProgram(String value) throws IOException {
        project.with("content/a.md", Project.post("A").replace("\n~~~", "\nwords=" + value + "\n~~~"))
                .with("templates/post.ftl", "(<@(content.words)?interpret />)");

        assertThat(project.page("a.html")).isEqualTo("(" + value + ")");
    }

    @Test
    void bodiesCannotAct() throws IOException {
        project.with("content/a.html", Project.post("A") + "<p onclick=\"x()\">Hello</p><script>x()</script>")
                .with(
                        "content/a.md",
                        "title=M\ndate=2024-01-01\ntype=page\nstatus=published\n~~~~~~\n[x](javascript:x)\n")
                .with("templates/post.ftl", "${content.body}");
        project.setting("template.page.extension=.page.html");
        assertThat(project.problems()).hasSize(3).allMatch(told -> told.contains("警告 W164 "));
        assertThat(project.page("a.html")).contains("Hello").doesNotContain("x()");
        assertThat(project.page("a.page.html")).doesNotContain("javascript");
    }

    @Test
    void imagesArePrefixedWhenAsked() throws IOException {
        project.setting("img.path.update=true\nsite.host=http://h.example")
                .with("content/blog/b.md", Project.post("B") + "\n![x](pic.png)\n")
                .with("templates/post.ftl", "${content.body}");
        assertThat(project.page("blog/b.html")).contains("src=\"http://h.example/blog/pic.png\"");
    }
}
