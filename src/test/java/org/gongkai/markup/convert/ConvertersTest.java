package org.gongkai.markup.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.gongkai.markup.IncludedTexts;
import org.gongkai.markup.LinkResolver.Target;
import org.gongkai.markup.Markup;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Test;

class ConvertersTest {

    /** Markdown and AsciiDoc know counts, HTML does not. */
    @Test
    void everyEndingHasItsConverter() {
        try (Converters converters =
                new SiteConverters(SiteFolder.ENGINES).of(IncludedTexts.NONE, ending -> Optional.empty())) {
            assertThat(html(converters, "md")).isEqualTo("<p><em>字</em> 7</p>");
            assertThat(html(converters, ".MARKDOWN")).isEqualTo("<p><em>字</em> 7</p>");
            for (String ending : new String[] {"adoc", "ad", "asciidoc"}) {
                assertThat(html(converters, ending)).contains("<strong>字</strong> 7");
            }
            assertThat(html(converters, "htm")).isEqualTo("*字* {{计数: 甲}}");
            assertThat(converters.forEnding("docx")).isEmpty();
        }
    }

    private static String html(Converters converters, String ending) {
        return converters
                .forEnding(ending)
                .orElseThrow()
                .convert(
                        new Markup("content/a." + ending, "*字* {{计数: 甲}}", 1),
                        (kind, destination, line, column) -> new Target("", "7"))
                .html()
                .strip();
    }
}
