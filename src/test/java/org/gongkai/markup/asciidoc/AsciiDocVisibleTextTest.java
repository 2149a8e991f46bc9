package org.gongkai.markup.asciidoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.gongkai.markup.Bodies;
import org.gongkai.markup.Body;
import org.gongkai.markup.HtmlEscape;
import org.gongkai.markup.IncludedTexts;
import org.gongkai.markup.Markup;
import org.gongkai.markup.VisibleText;
import org.gongkai.problem.Problem;
import org.gongkai.testing.SiteFolder;

/**
 * No text that Asciidoctor shows is missing from ours, unless a problem says so. What differs on purpose does not occur
 * in the snippets: raw HTML, formulas, films and words in English. Which marks are such beside Chinese is a rule of its
 * own. Of Chinese, every typed word is shown or named, also where Asciidoctor leaves it out.
 */
@net.jqwik.api.Tag("slow")
class AsciiDocVisibleTextTest {
    private static final List<String> MARKS = List.of(
            "*",
            "**",
            "_",
            "__",
            "`",
            "``",
            "#",
            "##",
            "^",
            "~",
            "+",
            "++",
            "+++",
            "$$",
            "\"`",
            "`\"",
            "'`",
            "`'",
            "\\",
            "[",
            "]",
            "[注]",
            "[1]",
            "[.x]",
            "[#y]",
            "[red]#",
            "pass:[",
            "pass:[]",
            "link:b.adoc[x]",
            "link:b.adoc[",
            "xref:y[",
            "<<y,z>>",
            "<<",
            ">>",
            "((z))",
            "((",
            "))",
            "(((z, y)))",
            " http://a.cn/b ",
            " http://a.cn[x]",
            "x@a.cn",
            "image:a.png[x]",
            "footnote:[x]",
            "{",
            "}",
            "{n}",
            "{n=3}",
            "{plus}",
            "{empty}",
            "{set:n:x}",
            "{counter:n}",
            "(",
            ")",
            "<",
            ">",
            "<1>",
            "&",
            "&amp;",
            "&#60;",
            "|",
            "\n|===\n|a |b\n|===\n",
            "\n// z\n",
            "\n----\n",
            "\n....\n",
            "\n====\n",
            "\n****\n",
            "\n____\n",
            "\n--\n",
            "\n== ",
            "\n=== ",
            "\n* ",
            "\n- ",
            "\n. ",
            "\n1. ",
            "\nx:: ",
            "\n<1> ",
            "\n+\n",
            " +\n",
            "\n.x\n",
            "\n[x]\n",
            "\n[附件]\n",
            "\n:x: y\n",
            "\nNOTE: ",
            "\n'''\n",
            "\n<<<\n",
            "\n x",
            "\n",
            "\n\n",
            " ",
            " ",
            ":x:",
            "--",
            "...",
            "(C)",
            "->",
            "'",
            "\"",
            "kbd:[x]",
            "btn:[x]",
            "[[z]]",
            "anchor:z[]",
            "ifdef::x[]\n",
            "\nendif::[]\n",
            "=",
            "%",
            "!",
            "/",
            ";",
            "1");
    private static final List<String> WORDS = List.of("a", "Bc", "x y", "d", "e", "e\u0301", "😀", "a\u0308\u0323");
    private static final List<String> CHINESE = List.of(
            "支部",
            "重点：",
            "，",
            "。",
            "“",
            "”",
            "（一）",
            "一、",
            "《规则》",
            "　",
            "2024年",
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
            "→",
            "①");

    /** What may hold or precede words in Chinese that are then no text. */
    private static final List<String> STRUCTURE = List.of(
            "\n= ",
            "\n== ",
            "\n.",
            "\n[",
            "]\n",
            "\n[[",
            "]]\n",
            "[[",
            "]]",
            "[",
            "]",
            "\n```",
            "\n```java ",
            "\n```\n",
            "\n* ",
            "x::\n",
            "\n|===\na|",
            "\n|===\n",
            "\n\n",
            ", ",
            "=",
            "(",
            ")",
            "http://x.cn",
            "https://x.cn/a",
            "ftp://x.cn/a",
            "mailto:a@x.cn",
            "link:b.md[",
            "2\ufe0f\u20e3");

    /** Names of anchors and roles, and addresses in Chinese. */
    private static final Pattern NAMED = Pattern.compile(
            "\\[[#.%][^\\]]*\\p{IsHan}|(?:\\A|\\n)[^\\w\\p{IsHan}\\n]*\\[\\[[^\\]]*\\p{IsHan}|//\\S*[=(]\\p{IsHan}");

    /** The same texts on every machine; other seeds are tried by hand. */
    private static final String SEED = "20240701";

    private static final Pattern OTHER = Pattern.compile("\\P{IsHan}");

    private static final Map<String, String> SAME = Map.of("note-caption", "注意");

    private static AsciiDocConverter ours;
    private static PlainAsciidoctor plain;

    @BeforeContainer
    static void start() {
        ours = new AsciiDocConverter(SiteFolder.ENGINES, IncludedTexts.NONE);
        plain = new PlainAsciidoctor();
    }

    @AfterContainer
    static void stop() {
        ours.close();
        plain.close();
    }

    @Property(tries = 200, seed = SEED)
    void nothingIsLost(@ForAll("latin") String typed) {
        check(typed, "");
    }

    @Property(tries = 200, seed = SEED)
    void nothingIsLostInChinese(@ForAll("chinese") String typed) {
        // A backslash hides a mark beside Chinese that plain Asciidoctor takes for none.
        check(typed, "*_#`\"'’^~\\;");
    }

    @Property(tries = 300, seed = SEED)
    void everyTypedWordIsShownOrReported(@ForAll("structured") String typed) {
        Assume.that(!NAMED.matcher(typed).find());
        Body body = ours.convert(new Markup("content/甲.adoc", typed, 2), new Bodies.Recorder());
        String told = body.problems().stream().map(Problem::message).collect(Collectors.joining());
        assertThat(VisibleText.missing(OTHER.matcher(typed).replaceAll(""), body.html() + HtmlEscape.escape(told), ""))
                .as(typed + "\n" + body.html() + "\n" + told)
                .isEmpty();
    }

    private static void check(String typed, String ignored) {
        Body body = ours.convert(new Markup("content/甲.adoc", typed, 2), new Bodies.Recorder());
        // Pluses in code are signs, not marks around what is between two pieces of code.
        boolean hasSigns = typed.contains("`") && typed.contains("+");
        if (body.problems().isEmpty() && !hasSigns) {
            assertThat(VisibleText.missing(plain.html(typed, SAME), body.html(), ignored))
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

    @Provide
    Arbitrary<String> structured() {
        return texts(STRUCTURE, CHINESE);
    }

    private static Arbitrary<String> texts(List<String> words) {
        return texts(MARKS, words);
    }

    private static Arbitrary<String> texts(List<String> marks, List<String> words) {
        return Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.of(marks)), Tuple.of(2, Arbitraries.of(words)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }
}
