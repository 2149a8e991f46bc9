package org.gongkai.feature.jbake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.TimeZone;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts, dates and values as JBake shows them; what is expected here is what JBake 2.7.0 makes of it. */
@Tag("slow")
class JBakeTextsTest {

    private static final String HEADER = "title=B\ndate=2024-01-02\ntype=post\nstatus=published\n~~~~~~\n";
    private static final String ATTRIBUTES = ":jbake-date: 2024-01-02\n:jbake-type: post\n:jbake-status: published\n";

    private final Project project;

    JBakeTextsTest(@TempDir Path folder) {
        project = Project.small(folder).with("templates/post.ftl", "${content.title}|${content.body}");
    }

    @Test
    void idsOfAsciiDocStayAsAsciidoctorMakesThem() throws IOException {
        project.with("content/b.adoc", "= B\n" + ATTRIBUTES + "\n== First part\n\nSee <<_first_part>>.\n")
                .with(
                        "content/c.adoc",
                        "= C\n" + ATTRIBUTES + ":idprefix: x-\n:idseparator: -\n\n== First part\n\nx\n");
        assertThat(project.page("b.html"))
                .contains("<h2 id=\"_first_part\">First part</h2>")
                .contains("<a href=\"#_first_part\">First part</a>");
        assertThat(project.page("c.html")).contains("<h2 id=\"x-first-part\">");
    }

    @Test
    void countsAreUnknownThere() throws IOException {
        project.with("content/b.md", HEADER + "a {{计数: 文种=无}} b\n")
                .with("content/c.adoc", "= C\n" + ATTRIBUTES + "\na {{计数: 文种=无}} b\n");
        assertThat(project.page("b.html")).contains("<p>a {{计数: 文种=无}} b</p>");
        assertThat(project.page("c.html")).contains("<p>a {{计数: 文种=无}} b</p>");
    }

    @Test
    void linesOfMarkdownAreAsItsExtensionsSay() throws IOException {
        project.with("content/b.md", HEADER + "one\ntwo\n\n| a |\n|---|\n");
        assertThat(project.page("b.html")).contains("<p>one<br />\ntwo</p>").contains("| a |<br />");
        project.setting("markdown.extensions=-HARDWRAPS,TABLES");
        assertThat(project.page("b.html")).contains("<p>one two</p>").contains("<th> a </th>");
    }

    @ParameterizedTest
    @CsvSource({
        "# One;## Two;<b>HTML</b>, <h1>One</h1>;<h2>Two</h2>;<p><b>HTML</b></p>",
        "**重点：**内容, <p><strong>重点：</strong>内容</p>",
        "![A tree](tree.png), <p><img src=\"tree.png\" alt=\"A tree\" /></p>"
    })
    void headingsMarksAndImagesOfMarkdownGetNothingThatIsNotTyped(String typed, String shown) throws IOException {
        project.with("content/b.md", HEADER + typed.replace(";", "\n\n") + "\n");
        assertThat(project.page("b.html")).isEqualTo("B|" + shown.replace(";", "\n") + "\n");
    }

    @Test
    void figuresTypedAsHtmlKeepTheirCaptions() throws IOException {
        String figure = "<figure><img src=\"tree.png\"><figcaption>A tree</figcaption></figure>";
        project.with("content/b.html", HEADER + figure);
        assertThat(project.page("b.html")).contains(figure);
    }

    @Test
    void titlesMayBeginWithAMark() throws IOException {
        project.with("content/b.adoc", "= #Notes on *bold* steps\n" + ATTRIBUTES + "\nx\n")
                .with("content/c.adoc", "= * One\n" + ATTRIBUTES + "\nx\n")
                .with("content/d.adoc", "= It's & done\n" + ATTRIBUTES + "\nx\n");
        assertThat(project.page("b.html")).startsWith("#Notes on <strong>bold</strong> steps|");
        assertThat(project.page("c.html")).startsWith("* One|");
        assertThat(project.page("d.html")).startsWith("It&#8217;s &amp; done|");
    }

    @Test
    void headersMayStandBehindCommentsAndConditions() throws IOException {
        project.with("content/b.adoc", "////\nA licence.\n\nOf two paragraphs.\n////\n= B\n" + ATTRIBUTES + "\nx\n")
                .with("content/c.adoc", "ifndef::book[]\n= C\nA. Writer\n" + ATTRIBUTES + "endif::[]\n\nx\n")
                .with("templates/post.ftl", "${content.title}|${content.author!'-'}|${content.body}");
        assertThat(project.text("b.html")).isEqualTo("B|-| x");
        assertThat(project.text("c.html")).isEqualTo("C|A. Writer| x");
    }

    @Test
    void jsonInAttributes() throws IOException {
        project.with(
                        "content/b.adoc",
                        "= B\n" + ATTRIBUTES + ":jbake-place: {\"name\": \"Hall\", \"seats\": 30}\n\nx\n")
                .with("templates/post.ftl", "<#if content.place??>${content.place.name} ${content.place.seats}</#if>");
        assertThat(project.page("b.html")).isEqualTo("Hall 30");
    }

    @Test
    void attributesCannotAct() throws IOException {
        project.with(
                        "content/b.adoc",
                        "= B +++<script>x()</script>+++\n" + ATTRIBUTES
                                + ":jbake-note: pass:[<i>So</i><script>x()</script>]\n\nx\n")
                .with("templates/post.ftl", "${content.title}|${content.note!}");
        assertThat(project.problems()).anyMatch(told -> told.contains("警告 W164 网页代码 <script> 不允许使用"));
        assertThat(project.page("b.html")).isEqualTo("B |<i>So</i>");
    }

    @Test
    void formulasAndIconsAreMarkedForTheTheme() throws IOException {
        project.with(
                "content/b.adoc", "= B\n" + ATTRIBUTES + ":stem:\n:icons: font\n\nstem:[x^2]\n\nNOTE: Mind this.\n");
        assertThat(project.page("b.html"))
                .contains("<p>\\$x^2\\$</p>")
                .contains("<i class=\"fa icon-note\" title=\"Note\"></i>");
    }

    @Test
    void aTextMayNameItsOwnCaptions() throws IOException {
        project.with("content/b.adoc", "= B\n" + ATTRIBUTES + ":toc:\n:toc-title: 目次\n\n== A\n\nx\n");
        assertThat(project.text("b.html")).startsWith("B| 目次 A A x");
    }

    @Test
    void linesOfAsciiDocAreNotJoined() throws IOException {
        project.with("content/b.adoc", "= B\n" + ATTRIBUTES + "\n今天\n开会。It's \"here\".\n");
        assertThat(project.page("b.html")).contains("<p>今天\n开会。It’s \"here\".</p>");
    }

    @Test
    void includesAnyFileOfTheProject() throws IOException {
        project.with("content/blog/b.adoc", "= B\n" + ATTRIBUTES + "\ninclude::../../assets/part.adoc[]\n")
                .with("assets/part.adoc", "From assets.\n\ninclude::deeper/more.adoc[]\n")
                .with("assets/deeper/more.adoc", "And more.\n");
        assertThat(project.text("blog/b.html")).isEqualTo("B| From assets. And more.");
    }

    @Test
    void missingIncludeShowsWhatAsciidoctorShows() throws IOException {
        project.with("content/b.adoc", "= B\n" + ATTRIBUTES + "\ninclude::gone.adoc[]\n\ninclude::../.git/config[]\n");
        assertThat(project.problems())
                .containsExactly(
                        "content/b.adoc:6:1: 警告 W162 包含的文件不存在：gone.adoc；核对文件名和所在目录",
                        "content/b.adoc:8:1: 警告 W162 包含的文件不存在：../.git/config；核对文件名和所在目录");
        assertThat(project.text("b.html")).contains("Unresolved directive in &lt;stdin&gt; - include::gone.adoc[]");
    }

    @Test
    void includesNothingFromOutsideTheProject() throws IOException {
        project.with("../secret.txt", "Secret.")
                .with("content/b.adoc", "= B\n" + ATTRIBUTES + "\ninclude::../../secret.txt[]\n");
        assertThat(project.problems())
                .containsExactly("content/b.adoc:6:1: 错误 E161 不能包含项目文件夹以外的文件：../../secret.txt；只能包含项目文件夹中的文件");
    }

    @Test
    void aFilmThatIsLeftOutIsTold() throws IOException {
        project.with("content/b.adoc", "= B\n" + ATTRIBUTES + "\nvideo::abc[youtube]\n");
        assertThat(project.problems())
                .containsExactly(
                        "content/b.adoc:1:1: 警告 W164 网页代码 <iframe> 不允许使用，已去掉；正文只用文字、表格、图片和链接；要显示这段代码本身，请放进代码块");
    }

    @Test
    void addressesCannotActHoweverTheyAreWritten() throws IOException {
        String[] attempts = {
            "javascript:x()",
            "javascript&colon;x()",
            "javascript&#58;x()",
            "javascript&#0058;x()",
            "javascript\ue000colon\ue001x()",
            "javascript\ue000#58\ue001x()",
            "java&#9;script:x()",
            "//a.example\\@b.example\u0001"
        };
        for (String attempt : attempts) {
            project.with("content/b.md", HEADER + "<a href=\"" + attempt + "\">here</a>\n")
                    .with("content/c.md", HEADER + "[here](<" + attempt + ">)\n")
                    .with("content/d.md", HEADER + "[here](" + attempt + ")\n");
            project.problems();
            for (String page : new String[] {"b.html", "c.html", "d.html"}) {
                assertThat(Jsoup.parse(project.page(page)).select("a").eachAttr("href"))
                        .as(page + ": " + attempt)
                        .noneMatch(href -> href.replaceAll("\\s", "").startsWith("javascript:"));
            }
        }
    }

    @Test
    void hoursAreReadAsTheyAreMeant() throws IOException {
        project.setting("date.format=yyyy-MM-dd hh:mm")
                .with("content/a.md", Project.post("A").replace("2024-01-01", "2024-01-01 14:30"))
                .with("templates/post.ftl", "${content.date?string('yyyy-MM-dd HH:mm')}");
        assertThat(project.page("a.html")).isEqualTo("2024-01-01 14:30");
    }

    @Test
    void datesAreMeantInTheZoneOfTheMachineUnlessTheProjectNamesOne() throws IOException {
        project.setting("freemarker.timezone=UTC")
                .with("templates/post.ftl", "${content.date?string('yyyy-MM-dd HH:mm')}");
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            assertThat(project.page("a.html")).isEqualTo("2023-12-31 15:00");
            project.setting("time.zone=America/New_York");
            assertThat(project.page("a.html")).isEqualTo("2024-01-01 05:00");
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void aFileNamedAsTheManifestStaysTheProjects() throws IOException {
        project.with("assets/manifest.json", "{\"name\": \"App\"}");
        assertThat(project.files()).contains("manifest.json", "gongkai-manifest.json");
        assertThat(project.page("manifest.json")).isEqualTo("{\"name\": \"App\"}");
        assertThat(project.page("gongkai-manifest.json")).contains("\"manifest.json\"");

        project.without("assets/manifest.json").with("assets/other.txt", "x");
        assertThat(project.files()).contains("manifest.json", "other.txt").doesNotContain("gongkai-manifest.json");
        assertThat(project.page("manifest.json")).contains("\"other.txt\"");

        project.without("assets/other.txt");
        assertThat(project.files()).doesNotContain("other.txt");
    }

    @Test
    void addressesOfListsMayBeginWithASlash() throws IOException {
        project.setting("index.file=/blog/index.html");
        assertThat(project.files()).contains("blog/index.html").doesNotContain("index.html");
    }

    @Test
    void dataFilesAreYamlAsInOtherFiles() throws IOException {
        project.with("data/events.yml", "- name: Meeting\n  date: 2024-05-06\n  open: true\n  places: 2\n")
                .with(
                        "templates/post.ftl",
                        "<#list data.get('events.yml').data as e>${e.date} ${e.open?c} ${e.places + 1}</#list>");
        assertThat(project.page("a.html")).isEqualTo("2024-05-06 true 3");
    }
}
