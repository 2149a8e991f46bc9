package org.gongkai.markup.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        return VisibleText.texts("markdown.txt", "MARKS", "WORDS");
    }

    @Provide
    Arbitrary<String> chinese() {
        return VisibleText.texts("markdown.txt", "MARKS", "CHINESE");
    }
}
