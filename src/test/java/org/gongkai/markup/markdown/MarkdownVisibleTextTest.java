package org.gongkai.markup.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.gongkai.markup.Bodies;
import org.gongkai.markup.Body;
import org.gongkai.markup.VisibleText;

/**
 * No text that commonmark-java shows is missing from ours, unless a problem says so. What differs on purpose does not
 * occur in the snippets: attributes ({@code {.a}}), definition lists, task lists, footnotes, addresses with blanks and
 * the tags that the allow-list removes. Which marks are emphasis beside Chinese is a rule of its own.
 */
@net.jqwik.api.Tag("slow")
class MarkdownVisibleTextTest {
    private static final List<org.commonmark.Extension> EXTENSIONS =
            List.of(TablesExtension.create(), StrikethroughExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();

    private static final List<String> MARKS = List.of(
            "*",
            "**",
            "_",
            "__",
            "~~",
            "`",
            "``",
            "\\",
            "[",
            "]",
            "](b.md)",
            "[x](b.md)",
            "![",
            "![x](a.png)",
            "[x][r]",
            "[r]",
            "\n\n[r]: /url\n\n",
            "<https://a.cn/>",
            "<x@a.cn>",
            "http://a.cn/b ",
            "www.a.cn ",
            "x@a.cn",
            "{",
            "}",
            "{n=3}",
            "{width=}",
            "{ }",
            "{a, b}",
            "$\\sum_{j=1}$",
            "(",
            ")",
            "<b>",
            "</b>",
            "<br>",
            "<",
            ">",
            "<3",
            "<!--x-->",
            "&amp;",
            "&#60;",
            "&#x4e2d;",
            "&nosuch;",
            "&",
            "|",
            "\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n",
            "\\|",
            "#",
            "\n# ",
            "\n## ",
            "\n#x",
            " #\n",
            "\n===\n",
            "\n---\n",
            "\n- ",
            "\n* ",
            "\n+ ",
            "\n1. ",
            "\n2) ",
            "\n> ",
            "\n    if",
            "\n```\n",
            "\n~~~ c\n",
            "\n\tif",
            "  \n",
            "\\\n",
            "\n",
            "\n\n",
            " ",
            " ",
            ":x:",
            "+",
            "++",
            "=",
            "~",
            "!",
            "\"",
            "'",
            "--",
            "...",
            "%",
            "@",
            "$",
            "/",
            ";",
            "1",
            "2)",
            "-");
    private static final List<String> WORDS = List.of("a", "Bc", "x y", "d", "e", "e\u0301", "😀", "a\u0308\u0323");
    private static final List<String> CHINESE = List.of(
            "支部",
            "重点：",
            "，",
            "。\n",
            "“",
            "”",
            "（一）",
            "一、概况\n",
            "1、",
            "《规则》",
            "　甲",
            "2024年3月4日\n",
            "：",
            "；",
            "【附件】",
            "、",
            "😀",
            "👨\u200d👩\u200d👧",
            "🇨🇳",
            "①\ufe0f",
            "𠮷",
            "𰻞",
            "か\u309a",
            "网址：http://x.cn/a😀，联系人",
            "http://例子.测试/路径",
            " {title=会议}",
            " {.第一条}\n",
            "张*三、",
            "138****1234",
            "^[甲]");

    @Property(tries = 1000, seed = "20240701")
    void nothingIsLost(@ForAll("latin") String typed) {
        check(typed, "~");
    }

    @Property(tries = 1000, seed = "20240701")
    void nothingIsLostInChinese(@ForAll("chinese") String typed) {
        // Chinese that was typed line by line becomes paragraphs, which end lists and begin headings.
        check(typed.replace("\n", "\n\n"), "*_~");
    }

    private static void check(String typed, String ignored) {
        Body body = Bodies.body(typed);
        // commonmark-java wants a bar above the row of hyphens, cmark-gfm does not.
        String marks = body.html().contains("<table") ? ignored + "|-:" : ignored;
        if (body.problems().isEmpty()) {
            assertThat(VisibleText.missing(RENDERER.render(PARSER.parse(typed)), body.html(), marks))
                    .as(typed + "\n" + body.html())
                    .isEmpty();
        }
    }

    @Provide
    Arbitrary<String> latin() {
        return texts(WORDS);
    }

    @Provide
    Arbitrary<String> chinese() {
        return texts(CHINESE);
    }

    private static Arbitrary<String> texts(List<String> words) {
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(3, Arbitraries.of(MARKS)),
                        net.jqwik.api.Tuple.of(2, Arbitraries.of(words)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }
}
