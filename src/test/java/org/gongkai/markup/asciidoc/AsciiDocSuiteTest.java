package org.gongkai.markup.asciidoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.markup.Bodies;
import org.gongkai.markup.Markup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * AsciiDoc comes out as plain Asciidoctor has it: every feature of the language, in Latin and in Chinese. What differs on
 * purpose is told in {@link ComparableAsciiDoc}, each with its reason, and in {@link AsciiDocBesideChineseTest}.
 */
@Tag("slow")
class AsciiDocSuiteTest {
    /** A text of the suite. */
    record Example(String name, String text) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Texts stand one after the other, each below a line {@code @@@ NAME}. */
    static List<Example> examples() throws IOException {
        try (InputStream in = AsciiDocSuiteTest.class.getResourceAsStream("asciidoc-suite.txt")) {
            List<Example> examples = new ArrayList<>();
            for (String part : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^@@@ ")) {
                int end = part.indexOf('\n');
                if (end > 0) {
                    examples.add(new Example(part.substring(0, end), part.substring(end + 1)));
                }
            }
            return examples;
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void comesOutAsPlainAsciidoctorHasIt(Example example) {
        String html = Bodies.ASCIIDOC
                .convert(new Markup("content/甲.adoc", example.text(), 1), new Bodies.Recorder())
                .html();
        // Official papers set the number of a table apart: 表1　人数.
        String expected = ComparableAsciiDoc.of(PlainAsciidoctor.html(example.text(), AsciiDocOptions.OURS))
                .replaceAll("(?m)^( *[表图]) (\\d+)\\. ", "$1$2　");
        assertThat(ComparableAsciiDoc.of(html)).isEqualTo(expected);
    }
}
