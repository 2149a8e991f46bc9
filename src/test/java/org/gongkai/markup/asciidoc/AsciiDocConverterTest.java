package org.gongkai.markup.asciidoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.input.source.FolderSource;
import org.gongkai.input.source.SourceTree;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.markup.Bodies;
import org.gongkai.markup.Body;
import org.gongkai.markup.IncludedTexts;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.Markup;
import org.gongkai.markup.html.HtmlElements;
import org.gongkai.problem.Problem;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsciiDocConverterTest {
    @TempDir
    static Path site;

    private static AsciiDocConverter converter;
    private final Bodies.Recorder links = new Bodies.Recorder();

    @BeforeAll
    static void start() throws IOException {
        Path content = Files.createDirectories(site.resolve("content"));
        Files.createDirectories(content.resolve("通知"));
        Files.createDirectories(content.resolve("公用"));
        Files.writeString(content.resolve("公用/说明.adoc"), "说明的*重点*内容。\n\ninclude::二.adoc[]\n");
        Files.writeString(content.resolve("公用/二.adoc"), "第二层。\n\ninclude::无.adoc[]\n");
        Files.writeString(content.resolve("公用/段.adoc"), "一\n// tag::a[]\n二\n// end::a[]\n三\n");
        Files.writeString(content.resolve("自己.adoc"), "甲\n\ninclude::自己.adoc[]\n");
        Files.write(content.resolve("国标.adoc"), "定于三月十日召开支部党员大会。".getBytes("GB18030"));
        Files.write(content.resolve("坏.adoc"), new byte[] {'a', '\n', (byte) 0xFF, (byte) 0xFE, 'b'});
        Files.writeString(site.resolve("秘密.txt"), "机密");
        Files.createSymbolicLink(content.resolve("外.adoc"), site.resolve("秘密.txt"));
        converter = new AsciiDocConverter(SiteFolder.ENGINES, included());
        converter.warmUp();
    }

    @AfterAll
    static void stop() {
        converter.close();
    }

    private static IncludedTexts included() {
        SourceTree source = new FolderSource(site, List.of("content"));
        TextDecoder decoder = new TextDecoder();
        return new IncludedTexts() {
            @Override
            public boolean has(String path) {
                return source.file(path).isPresent();
            }

            @Override
            public boolean isEntry(String path) {
                return path.startsWith("content/条目");
            }

            @Override
            public Optional<String> text(String path, Consumer<Problem> problems) {
                return decoder.decode(path, source.bytes(source.file(path).orElseThrow()), problems);
            }
        };
    }

    private Body body(String text) {
        return converter.convert(new Markup("content/通知/甲.adoc", text, 1), links);
    }

    private String paragraph(String text) {
        return body(text).html().replaceAll("(?s)^<div class=\"paragraph\">\n<p>(.*)</p>\n</div>\\s*$", "$1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "*重点*：内容 → <strong>重点</strong>：内容",
                "`前*星*后`文 → <code>前*星*后</code>文",
                "见link:图_甲_.png[图]文 → 见<a href=\"图_甲_.png\">图</a>文",
                "见https://a.cn/x_甲_y[网]文 → 见<a href=\"https://a.cn/x_甲_y\">网</a>文"
            })
    void marksWorkBesideHan(String typed, String shown) {
        assertThat(paragraph(typed)).isEqualTo(shown);
    }

    @Test
    void linesJoinBetweenHanOnly() {
        assertThat(paragraph("上行\n下行\nEnglish\nnext")).isEqualTo("上行下行\nEnglish\nnext");
        assertThat(paragraph("上行*粗*\n下行")).isEqualTo("上行<strong>粗</strong>下行");
        assertThat(body("----\n上行\n下行\n----").html()).contains("上行\n下行");
    }

    @Test
    void headingsAreNamedByOurRule() {
        Body body = body("= 题\n:toc:\n\n== 一、概况 A\n\n文\n\n[#ren]\n=== 人员\n\n文\n\n== 一、概况 A\n\n文\n");
        assertThat(body.outline())
                .containsExactly(
                        new Body.Heading(2, "一-概况-a", "一、概况 A"),
                        new Body.Heading(3, "ren", "人员"),
                        new Body.Heading(2, "一-概况-a-2", "一、概况 A"));
        assertThat(body.html())
                .contains("目录", "<a href=\"#一-概况-a-2\">", "<a href=\"#ren\">")
                .doesNotContain("<h1", "_auto_");
        assertThat(links.seen).isEmpty();
    }

    @Test
    void linksAreToldWithTheirPlaces() {
        Body body = converter.convert(
                new Markup(
                        "content/通知/甲.adoc",
                        "\n\n== 节\n\n见xref:../计划/2020.adoc#id[计划]、xref:../计划/2021.adoc[]、<<节>>、<<mao>>。\n\nlink:附件/a.xlsx[]\n\nimage::图.png[合影]\n",
                        7),
                (kind, destination, line, column) -> {
                    links.resolve(kind, destination, line, column);
                    return new LinkResolver.Target(destination, destination.endsWith("2021.adoc") ? "年度计划" : "");
                });
        assertThat(links.seen)
                .containsExactly(
                        "LINK ../计划/2020.adoc#id 11:7",
                        "LINK ../计划/2021.adoc 11:35",
                        "LINK #节 11:55",
                        "LINK #mao 11:61",
                        "LINK 附件/a.xlsx 13:6",
                        "IMAGE 图.png 15:8");
        assertThat(body.html())
                .contains(
                        ">计划</a>",
                        ">年度计划</a>",
                        "<a href=\"#节\">节</a>",
                        "<img src=\"图.png\" alt=\"合影\" loading=\"lazy\">");
    }

    @Test
    void admonitionsSpeakChineseAndAreNoTables() {
        for (String[] pair :
                new String[][] {{"TIP", "提示"}, {"NOTE", "注意"}, {"IMPORTANT", "重要"}, {"WARNING", "警告"}, {"CAUTION", "小心"}
                }) {
            assertThat(body(pair[0] + ": 说明").html())
                    .contains("admonitionblock", "<div class=\"title\">" + pair[1] + "</div>", "说明")
                    .doesNotContain("<table", "<td");
        }
        assertThat(body("[NOTE]\n====\n|===\n|甲\n|===\n====").html())
                .containsOnlyOnce("<table")
                .contains("甲");
    }

    @Test
    void captionsAreChinese() {
        assertThat(body(".人数\n|===\n|甲 |乙\n\n|1 |2\n|===\n\n.合影\nimage::图.png[]\n")
                        .html())
                .contains("<caption class=\"title\">表1　人数", "图1　合影", HtmlElements.TABLE_FRAME, "scope=\"col\">甲");
        assertThat(body("[appendix]\n== 名单\n\n文").html()).contains("附录");
    }

    @Test
    void footnotesAndChecklists() {
        assertThat(body("文footnote:[注]。\n\n* [x] 办\n* [ ] 未\n").html())
                .contains("href=\"#_footnotedef_1\"", "id=\"_footnotedef_1\"", "查看脚注", "✓ 办", "❏ 未");
        assertThat(links.seen).isEmpty();
    }

    @Test
    void includesComeFromContentOnly() {
        Body body = body(
                "甲\n\ninclude::../公用/说明.adoc[]\n\ninclude::../公用/段.adoc[tag=a]\n\ninclude::../公用/段.adoc[lines=5]\n");
        assertThat(body.html()).contains("说明的<strong>重点</strong>内容", "第二层", "<p>二</p>", "<p>三</p>");
        assertThat(body.problems())
                .extracting(p -> p.code() + " " + p.path() + ":" + p.line())
                .containsExactly("E162 content/公用/二.adoc:3");
    }

    @ParameterizedTest
    @Promise("include:: reads files below content/ only")
    @CsvSource({
        "../../秘密.txt,E161",
        "/etc/passwd,E161",
        "../外.adoc,E162",
        "https://e.cn/x.adoc,E161",
        "file:///etc/passwd,E161",
        "无.adoc,E162",
        "../坏.adoc,E162",
        "../公用,E162"
    })
    void otherIncludesAreMistakesAtTheirLine(String target, String code) {
        Body body = body("甲\n\ninclude::" + target + "[]\n\n乙\n");
        assertThat(body.problems()).extracting(p -> p.code() + ":" + p.line()).containsExactly(code + ":3");
        assertThat(body.html()).contains("甲", "乙").doesNotContain("机密", "root:", "include::", "Unresolved");
    }

    @Test
    void includesAreDecodedAsEntriesAre() {
        Body body = body("include::../国标.adoc[]\n");
        assertThat(body.html()).contains("定于三月十日召开支部党员大会。");
        assertThat(body.problems())
                .extracting(Problem::text)
                .singleElement()
                .asString()
                .startsWith("content/国标.adoc:1:1: 警告 W405 文件是 GB18030（GBK）编码，已按它读出");
        assertThat(body("include::../坏.adoc[]\n").problems())
                .extracting(Problem::text)
                .singleElement()
                .asString()
                .startsWith("content/通知/甲.adoc:1:1: 错误 E162 包含的文件“../坏.adoc”第2行读不出来：");
    }

    @Test
    void aFileThatIncludesItselfEnds() {
        assertThat(body("include::../自己.adoc[]").problems())
                .extracting(Problem::code)
                .containsOnly("E161");
    }

    @Test
    void warningsAreChineseWithTheirLine() {
        Body body = converter.convert(new Markup("content/甲.adoc", "甲\n\n====\n没结束\n", 4), links);
        assertThat(body.problems())
                .extracting(p -> p.code() + ":" + p.line() + " " + p.message())
                .containsExactly("W163:6 这个示例块没有结束标记");
        assertThat(body("== 甲\n\n==== 乙\n\n文").problems())
                .extracting(Problem::message)
                .containsExactly("标题跳级：应为第 2 级，实为第 3 级");
    }

    @Test
    void theHeaderMayStandInTheTextOrNot() {
        String with = body("= 题\n张三\n:jbake-type: post\n:stylesheet: /etc/passwd\n\n正文")
                .html();
        assertThat(with).isEqualTo(body("\n\n\n\n\n正文").html()).contains("正文").doesNotContain("张三", "题");
    }

    @Test
    @Promise("AsciiDoc runs in its safest mode")
    void attributesReachNeitherFilesNorNetwork() {
        String text =
                ":data-uri:\n:docinfo: shared\n:source-highlighter: rouge\n:stylesheet: ../../秘密.txt\n:allow-uri-read:\n"
                        + ":icons: font\n:kroki-server-url: http://e.cn\n\nimage::../../秘密.txt[opts=inline]\n\nimage::http://e.cn/a.svg[opts=inline]\n\n文";
        assertThat(body(text).html()).contains("文").doesNotContain("机密", "data:");
    }

    @ParameterizedTest
    @Promise("Bodies become an allow-list of elements")
    @ValueSource(
            strings = {
                "+++<script>alert(1)</script>+++",
                "++++\n<script>alert(1)</script><img src=x onerror=x>\n++++",
                "pass:[<svg onload=x>]",
                "link:javascript:alert(1)[x]",
                "link:++javascript:alert(1)++[x]",
                "link:++ java&#x09;script:alert(1)++[x]",
                "link:data:text/html,x[x]",
                "image::javascript:alert(1)[x]",
                "image::x.png[x,link=javascript:alert(1)]",
                "image:x.png[\"x\\\" onerror=\\\"alert(1)\"]",
                "[.x\" onclick=\"y]#z#",
                "[onclick=\"alert(1)\"]\n文",
                "[[a\"onclick=\"x]]\n文",
                "[subs=none]\n<script>alert(1)</script>",
                "[subs=\"macros,quotes\"]\n<iframe src=x></iframe>",
                "|===\na|+++<script>x</script>+++\n|===",
                "video::x.mp4[]\n\naudio::x.mp3[]\n\nvideo::abc[youtube]",
                "stem:[<script>x</script>]",
                ":x: +++<script>alert(1)</script>+++\n\n{x}",
                "mailto:a@b.cn[x,\"<script>\",y]",
                "footnote:[+++<b onclick=x>y</b>+++]",
                "[source,x\"onclick=\"y]\n----\n</code><script>\n----",
                "== 题+++<script>x</script>+++\n\n文"
            })
    void nothingTypedCanAct(String typed) {
        Bodies.assertHarmless(body(typed).html());
    }

    @Test
    void nothingIsPrinted() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream catcher = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(catcher);
            System.setErr(catcher);
            try (AsciiDocConverter fresh = new AsciiDocConverter(new AsciiDocEngines(), included())) {
                fresh.convert(new Markup("content/a.adoc", "== 甲\n\n==== 乙\n\n----\n没完 {无}\n\ninclude::x[]", 1), links);
            }
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
