package org.gongkai.markup.asciidoc;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.markup.Bodies;
import org.gongkai.markup.Markup;
import org.gongkai.markup.asciidoc.AsciiDocCost.AsciiDocTableCost;
import org.gongkai.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asciidoctor is not even started for these. */
class AsciiDocCostTest {

    @ParameterizedTest
    @CsvSource({"image::, 16000", "xref:a[, 2000", "http://a.b[, 2000", "mailto:, 16000", "{set:, 16000", "^, 20000"})
    void marksThatNothingEndsAreRefusedWithTheirLine(String mark, int times) {
        Markup markup = new Markup("content/a.adoc", "文\n\n" + mark.repeat(times), 5);

        assertThat(Bodies.ASCIIDOC.convert(markup, new Bodies.Recorder()).problems())
                .extracting(Problem::code, Problem::line)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("E160", 7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[cols=\"1000000*\"]\n|===\n|a\n|===",
                "[cols=3000*]\n|===\n|a\n|===",
                "[%header, cols='99999999999999999999*a']\n|===\n|a\n|===",
                "[cols=\"{n}*\"]\n|===\n|a\n|===",
                "5000*|x",
                "5000*a|x",
                "1000000+|x",
                ".1000000+|x",
                "2.3000+^.>s|x",
                "5000*!x"
            })
    void tablesOfWhichANumberMakesManyCellsAreRefused(String table) {
        assertThat(refused("文\n\n" + table)).startsWith("E160 这里的表格太大，无法转换；减少列数、重复和跨越的格数（如 1000*|、1000+|），大的表格请作为附件");
    }

    @Test
    void soAreTablesOfDocumentsAndOfThousandsOfColumns() {
        assertThat(refused("[cols=\"1a\"]\n|===\n" + "|a\n".repeat(3_000) + "|==="))
                .startsWith("E160 这里的表格太大");
        assertThat(refused("|===\n" + "a|a\n".repeat(3_000) + "|===")).startsWith("E160 这里的表格太大");
        assertThat(refused("|===\n" + "|a".repeat(3_000) + "\n|===")).startsWith("E160 这里的表格太大");
        assertThat(refused("[cols=\"" + "1,".repeat(3_000) + "1\"]\n|===\n|a\n|==="))
                .startsWith("E160 这里的表格太大");
    }

    @Test
    void honestTablesCostNothing() {
        assertThat(AsciiDocTableCost.tooExpensiveAt(
                        "尺寸1000*800，共3000*2件\n\n[cols=\"3*,2*a\"]\n|===\n|甲 2+|乙 3*|丙\n|===\n\n[cols=\"1,2\"]\n|===\n"
                                + "|甲 |乙 \n".repeat(5_000) + "|==="))
                .isEqualTo(-1);
    }

    private static String refused(String text) {
        return Bodies.ASCIIDOC.convert(new Markup("content/a.adoc", text, 5), new Bodies.Recorder()).problems().stream()
                .map(problem -> problem.code() + " " + problem.message() + "；" + problem.hint())
                .findFirst()
                .orElse("");
    }

    @Test
    void honestMacrosCostNothing() {
        assertThat(AsciiDocCost.tooExpensiveAt(
                        "见link:a.adoc[说明]、https://a.example/b[网页]和{nbsp}区间[0, 1)。\n\n".repeat(3_000)))
                .isEqualTo(-1);
    }
}
