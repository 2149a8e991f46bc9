package org.gongkai.markup.convert;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.markup.IncludedTexts;
import org.gongkai.markup.asciidoc.AsciiDocConverter;
import org.gongkai.markup.html.HtmlConverter;
import org.gongkai.markup.markdown.MarkdownConverter;
import org.junit.jupiter.api.Test;

class ConvertersTest {
    @Test
    void everyEndingHasItsConverter() {
        try (Converters converters = new Converters(IncludedTexts.NONE)) {
            assertThat(converters.forEnding("md")).containsInstanceOf(MarkdownConverter.class);
            assertThat(converters.forEnding(".MARKDOWN")).containsInstanceOf(MarkdownConverter.class);
            for (String ending : new String[] {"adoc", "ad", "asciidoc"}) {
                assertThat(converters.forEnding(ending)).containsInstanceOf(AsciiDocConverter.class);
            }
            assertThat(converters.forEnding("htm")).containsInstanceOf(HtmlConverter.class);
            assertThat(converters.forEnding("docx")).isEmpty();
        }
    }
}
