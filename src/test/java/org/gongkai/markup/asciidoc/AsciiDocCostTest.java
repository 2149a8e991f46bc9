package org.gongkai.markup.asciidoc;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.markup.Bodies;
import org.gongkai.markup.IncludedTexts;
import org.gongkai.markup.Markup;
import org.gongkai.problem.Problem;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asciidoctor is not even started for these. */
class AsciiDocCostTest {

    @ParameterizedTest
    @CsvSource({"image::, 16000", "xref:a[, 2000", "http://a.b[, 2000", "mailto:, 16000", "{set:, 16000", "^, 20000"})
    void marksThatNothingEndsAreRefusedWithTheirLine(String mark, int times) {
        try (AsciiDocConverter converter = new AsciiDocConverter(SiteFolder.SHARED.asciiDoc(), IncludedTexts.NONE)) {
            Markup markup = new Markup("content/a.adoc", "文\n\n" + mark.repeat(times), 5);

            assertThat(converter.convert(markup, new Bodies.Recorder()).problems())
                    .extracting(Problem::code, Problem::line)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("E160", 7));
        }
    }

    @Test
    void honestMacrosCostNothing() {
        assertThat(AsciiDocCost.tooExpensiveAt(
                        "见link:a.adoc[说明]、https://a.example/b[网页]和{nbsp}区间[0, 1)。\n\n".repeat(3_000)))
                .isEqualTo(-1);
    }
}
