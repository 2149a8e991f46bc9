package org.gongkai.feature.jbake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What JBake passes over in silence is told here; where something would be lost or let through, nothing is written. */
class JBakeProblemsTest {

    private final Project project;

    JBakeProblemsTest(@TempDir Path folder) {
        project = Project.small(folder);
    }

    @Test
    void aSoundProjectHasNone() throws IOException {
        assertThat(project.files()).containsExactly("a.html", "archive.html", "index.html", "manifest.json");
    }

    @Test
    void nothingIsWrittenWhenSomethingIsWrong() throws IOException {
        project.with("content/b.md", "map={a\n~~~~~~\n").with("content/a.html", Project.post("B"));
        assertThat(project.problems()).anyMatch(told -> told.contains("错误"));
        assertThat(Files.exists(project.output())).isFalse();
    }

    @Test
    void noHeader() throws IOException {
        project.with("content/b.md", "# Only text\n");
        assertThat(project.problems())
                .containsExactly(
                        "content/b.md:1:1: 警告 W601 没有文件头，已跳过；要生成网页，请在开头写 title=、date=、type=、status= 等行，再写一行 ~~~~~~");
        assertThat(project.files()).containsExactly("a.html", "archive.html", "index.html", "manifest.json");
    }

    static Stream<Arguments> filesWithOneProblem() {
        return Stream.of(
                arguments("content/b.md", "", "content/b.md:1:1: 警告 W601 文件是空的，已跳过；请写上文件头和正文，或删去这个文件"),
                arguments(
                        "content/b.md",
                        "title=B\ndate=2024-01-02\ntype=pist\nstatus=published\n~~~~~~\nx\n",
                        "content/b.md:3:6: 警告 W605 没有“pist”这个类型，已跳过；您是不是要写“post”；自己的类型要在 jbake.properties 里写 template.pist.file="),
                arguments(
                        "content/b.adoc",
                        "= B\n2024-01-02\n:jbake-type: pist\n:jbake-status: published\n:jbake-date: 2024-01-02\n\nx\n",
                        "content/b.adoc:3:14: 警告 W605 没有“pist”这个类型，已跳过；您是不是要写“post”；自己的类型要在 jbake.properties 里写 template.pist.file="),
                arguments(
                        "templates/post.ftl",
                        "<h1>\n${content.nonsense}</h1>",
                        "templates/post.ftl:2:3: 错误 E501 模板不能使用：“content.nonsense”没有值；没有值时显示什么，写成 (content.nonsense)!\"\"；请改正模板"),
                arguments(
                        "templates/post.ftl",
                        "${db.getPublishedPosts().get(7)}",
                        "templates/post.ftl:1:1: 错误 E501 模板不能使用：调用 get 时出错（ArrayIndexOutOfBoundsException: Index 7 out of bounds for length 1）；请改正模板"),
                arguments(
                        "content/b.md",
                        "title=B\nmap={a, b}\ndate=2024-01-02\ntype=post\nstatus=published\n~~~~~~\nx\n",
                        "content/b.md:2:5: 错误 E609 “map”的值不是有效的 JSON；请检查引号、逗号和括号"),
                arguments(
                        "content/a.html",
                        Project.post("B"),
                        "content/a.md:1:1: 错误 E610 content/a.md 与 content/a.html 的网址相同：a.html；JBake 只留下后写的一个；请给其中一个改名"),
                arguments(
                        "data/x.yml", "a: b\n  c: d\n", "data/x.yml:2:4: 错误 E617 数据文件读不出来：这里不符合 YAML 的写法；请检查缩进、冒号和引号"));
    }

    @ParameterizedTest
    @MethodSource
    void filesWithOneProblem(String path, String text, String problem) throws IOException {
        project.with(path, text);
        assertThat(project.problems()).containsExactly(problem);
    }

    @Test
    void lineWithoutAssignment() throws IOException {
        project.with(
                "content/b.md", "title=B\nno assignment\ndate=2024-01-02\ntype=post\nstatus=published\n~~~~~~\nx\n");
        assertThat(project.problems())
                .containsExactly(
                        "content/b.md:1:1: 警告 W601 没有文件头，已跳过；要生成网页，请在开头写 title=、date=、type=、status= 等行，再写一行 ~~~~~~",
                        "content/b.md:2:1: 警告 W602 文件头的这一行不是“名称=值”：no assignment；JBake 因此不认这个文件头；请改正或删去这一行");
    }

    @Test
    void unknownStatus() throws IOException {
        project.with("content/b.md", "title=B\ndate=2024-01-02\ntype=post\nstatus=publish\n~~~~~~\nx\n");
        assertThat(project.problems())
                .containsExactly("content/b.md:4:8: 警告 W604 没有“publish”这个状态，不会列出；您是不是要写“published”");
        assertThat(project.page("b.html")).contains("<h1>B</h1>");
        assertThat(project.page("index.html")).isEqualTo("a.html;");
    }

    @Test
    void badDates() throws IOException {
        project.with("content/b.md", "title=B\ndate=2024-13-45\ntype=post\nstatus=published\n~~~~~~\nx\n")
                .with("content/c.md", "title=C\ndate=2024年1月2日\ntype=post\nstatus=published\n~~~~~~\nx\n")
                .with("templates/post.ftl", "${content.date?string('yyyy-MM-dd')}");
        assertThat(project.problems())
                .containsExactly(
                        "content/b.md:2:6: 警告 W606 没有“2024-13-45”这个日期，按 JBake 的算法成了 2025-02-14；请写实际的日期",
                        "content/c.md:1:1: 警告 W607 没有 date（日期），用了生成网站的日期；请在文件头加一行，如 date=2025-01-01",
                        "content/c.md:2:6: 警告 W606 “2024年1月2日”不是有效日期，当作没有日期；请写成 yyyy-MM-dd 的形式，如 2020-01-02");
        assertThat(project.page("b.html")).isEqualTo("2025-02-14");
        assertThat(project.page("c.html")).isEqualTo("2025-01-01");
    }

    @Test
    void missingDate() throws IOException {
        project.with("content/b.md", "title=B\ntype=post\nstatus=published\n~~~~~~\nx\n")
                .with("templates/post.ftl", "${content.date?string('yyyy-MM-dd')}");
        assertThat(project.problems())
                .containsExactly("content/b.md:1:1: 警告 W607 没有 date（日期），用了生成网站的日期；请在文件头加一行，如 date=2025-01-01");
        assertThat(project.page("b.html")).isEqualTo("2025-01-01");
    }

    @Test
    void missingTitleIsTheDocumentsFault() throws IOException {
        project.with("content/b.md", "date=2024-01-02\ntype=post\nstatus=published\n~~~~~~\nx\n")
                .with("templates/index.ftl", "<#list published_posts as post>\n${post.title}</#list>");
        assertThat(project.problems())
                .containsExactly(
                        "content/b.md:1:1: 错误 E608 没有 title，而模板 templates/index.ftl 第 2 行要用它；请在文件头加一行 title=，或在模板里写 (post.title)!\"\"",
                        "content/b.md:1:1: 错误 E608 没有 title，而模板 templates/post.ftl 第 1 行要用它；请在文件头加一行 title=，或在模板里写 (content.title)!\"\"");
    }

    @Test
    void missingTemplate() throws IOException {
        project.setting("render.feed=true");
        project.with("jbake.properties", "render.tags=false\n");
        assertThat(project.problems())
                .containsExactly("templates/feed.ftl:1:1: 错误 E501 模板不能使用：没有这个文件；请补上这个模板，或在 jbake.properties 里关掉要用它的页面");
    }

    @Test
    void templateOfAnotherEngine() throws IOException {
        project.setting("template.post.file=post.groovy");
        assertThat(project.problems())
                .containsExactly("templates/post.groovy:1:1: 错误 E614 这个模板不是 FreeMarker 模板；只能用 .ftl 模板，请改写");
    }

    @Test
    void repeatedKey() throws IOException {
        project.with("content/b.md", "title=B\ntitle=C\ndate=2024-01-02\ntype=post\nstatus=published\n~~~~~~\nx\n");
        assertThat(project.problems()).containsExactly("content/b.md:2:1: 警告 W603 “title”写了不止一次，以最后一次为准；请删去多余的一处");
        assertThat(project.page("b.html")).contains("<h1>C</h1>");
    }

    @Test
    void whatIsWrittenLaterTakesTheAddress() throws IOException {
        project.with("assets/archive.html", "asset")
                .with("content/index.md", Project.post("Start"))
                .with("content/archive.txt", "beside")
                .with("assets/archive.txt", "asset");
        assertThat(project.problems())
                .containsExactly(
                        "assets/archive.txt:1:1: 警告 W618 assets/archive.txt 的网址 archive.txt 被 content/archive.txt 占用，以后者为准；请给其中一个改名",
                        "content/index.md:1:1: 警告 W618 content/index.md 的网址 index.html 被 自动生成的页面 masterindex 占用，以后者为准；请给其中一个改名，或关掉自动生成的页面",
                        "jbake.properties:1:1: 警告 W618 自动生成的页面 archive 的网址 archive.html 被 assets/archive.html 占用，以后者为准；请给其中一个改名，或关掉自动生成的页面");
        assertThat(project.page("archive.html")).isEqualTo("asset");
        assertThat(project.page("archive.txt")).isEqualTo("beside");
        assertThat(project.page("index.html")).isEqualTo("a.html;index.html;");
    }

    @Test
    void linkThatLeadsNowhere() throws IOException {
        project.with("assets/photo.txt", "x").link("assets/photos", "/nowhere/at/all");
        assertThat(project.problems())
                .containsExactly("assets/photos:1:1: 警告 W401 符号链接指向的地方不存在或绕回了自己，已跳过；请删去这个链接，或把文件本身放进来");
        assertThat(project.files()).contains("photo.txt").doesNotContain("photos");
    }

    @Test
    void tagThatLeadsOut() throws IOException {
        project.with("jbake.properties", "render.feed=false\n")
                .with("templates/tags.ftl", "x")
                .with("content/a.md", Project.post("A").replace("type=", "tags=../../etc\ntype="));
        assertThat(project.problems())
                .containsExactly(
                        "jbake.properties:1:1: 错误 E616 标签“../../etc”的页面 的网址不能用：tags/../../etc.html；请改名；标签和文件名里不要有连着的斜杠或“..”");
    }

    @Test
    void settingsThatWouldRunPrograms() throws IOException {
        project.setting("site.name=${script:javascript:1}").setting("site.home=\\u0024{env:HOME}");
        assertThat(project.problems())
                .containsExactly(
                        "jbake.properties:3:1: 错误 E613 设置“site.name”用了“${…:…}”，这会读取程序以外的东西；请直接写出值",
                        "jbake.properties:4:1: 错误 E613 设置“site.home”用了“${…:…}”，这会读取程序以外的东西；请直接写出值");
    }

    @Test
    void settingsThatCannotBeUsed() throws IOException {
        project.setting("index.posts_per_page=0")
                .setting("content.folder=../elsewhere")
                .setting("render.encoding=GBK")
                .setting("jvm.locale=xx_YY");
        assertThat(project.problems())
                .containsExactly(
                        "jbake.properties:3:1: 错误 E611 每页至少要有一条；请写大于 0 的整数",
                        "jbake.properties:4:1: 错误 E612 文件夹“../elsewhere”不在项目里面；请写项目里的一个文件夹，如 content",
                        "jbake.properties:5:1: 错误 E611 只能用 UTF-8 编码，不能用“GBK”；请把文件另存为 UTF-8，并删去这一行",
                        "jbake.properties:6:1: 错误 E611 没有“xx_YY”这个地区；例如：zh_CN、en_US");
    }
}
