package org.gongkai.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.markup.asciidoc.AsciiDocConverter;
import org.gongkai.markup.markdown.MarkdownConverter;
import org.gongkai.testing.SiteFolder;

/** Converts texts in tests and looks at what came out. */
public final class Bodies {
    public static final MarkdownConverter MARKDOWN = new MarkdownConverter();

    /** Takes an Asciidoctor that other tests have started and gives it back. */
    public static final MarkupConverter ASCIIDOC = (markup, links) -> {
        try (AsciiDocConverter converter = new AsciiDocConverter(SiteFolder.ENGINES, IncludedTexts.NONE)) {
            return converter.convert(markup, links);
        }
    };

    private static final Pattern TAG = Pattern.compile("<(/?[A-Za-z][A-Za-z0-9]*)([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s([A-Za-z-]+)=\"([^\"]*)\"");
    private static final Set<String> NEVER = Set.of(
            "script iframe object embed form style link meta base svg math textarea video audio template noscript button select frame frameset applet"
                    .split(" "));

    private Bodies() {}

    /** Lets every address pass as it was typed and writes down where each stands. */
    public static final class Recorder implements LinkResolver {
        public final List<String> seen = new ArrayList<>();

        @Override
        public Target resolve(Kind kind, String destination, int line, int column) {
            seen.add(kind + " " + destination + " " + line + ":" + column);
            return new Target(destination, "");
        }
    }

    public static Body body(String markdown) {
        return MARKDOWN.convert(new Markup("content/甲.md", markdown, 1), new Recorder());
    }

    public static String html(String markdown) {
        return body(markdown).html().stripTrailing();
    }

    /** Nothing in this HTML can act. */
    public static void assertHarmless(String html) {
        String rest = TAG.matcher(html).replaceAll("");
        assertThat(rest).as("all < belong to whole tags").doesNotContain("<");
        Matcher tags = TAG.matcher(html);
        while (tags.find()) {
            assertThat(NEVER)
                    .as(html)
                    .doesNotContain(tags.group(1).replace("/", "").toLowerCase(java.util.Locale.ROOT));
            String left = ATTRIBUTE.matcher(tags.group(2)).replaceAll("");
            assertThat(left).as("attributes of " + tags.group()).isBlank();
            Matcher attributes = ATTRIBUTE.matcher(tags.group(2));
            while (attributes.find()) {
                String name = attributes.group(1);
                assertThat(name).as(html).doesNotStartWith("on").isNotIn("style", "srcdoc", "srcset", "formaction");
                if (name.equals("href") || name.equals("src")) {
                    assertThat(SafeAddress.isSafe(attributes.group(2).replace("&amp;", "&")))
                            .as(html)
                            .isTrue();
                }
            }
        }
    }
}
