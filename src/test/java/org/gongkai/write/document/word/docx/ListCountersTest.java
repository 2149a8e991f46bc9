package org.gongkai.write.document.word.docx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gongkai.write.document.word.docx.ListCounters.ListDefinition;
import org.gongkai.write.document.word.docx.ListCounters.ListLevel;
import org.gongkai.write.document.word.docx.ListCounters.ListLevel.Suffix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where LibreOffice counts differently from Word, Word's way is meant. */
class ListCountersTest {

    private final ListCounters counters = new ListCounters();

    private static ListLevel level(String format, String text, int restartAfter, boolean legal) {
        return new ListLevel(format, text, 1, restartAfter, legal, Suffix.NOTHING, "");
    }

    private static ListDefinition list(String id, Map<Integer, Integer> starts, ListLevel... levels) {
        return new ListDefinition(id, "shared", List.of(levels), starts);
    }

    /** The numbers of paragraphs of levels in turn. */
    private List<String> numbers(ListDefinition list, int... levels) {
        return Arrays.stream(levels)
                .mapToObj(level -> counters.next(list, level))
                .toList();
    }

    @Test
    void articlesCountOnThroughChaptersIfTheyNeverRestart() {
        ListDefinition list = list(
                "1", Map.of(), level("chineseCounting", "第%1章", -1, false), level("chineseCounting", "第%2条", 0, false));

        assertThat(numbers(list, 0, 1, 0, 1)).containsExactly("第一章", "第一条", "第二章", "第二条");
    }

    @Test
    void aLevelMayRestartAfterHigherLevelsOnly() {
        ListLevel decimal = level("decimal", "%1.", -1, false);
        ListDefinition list = list(
                "1", Map.of(), decimal, level("decimal", "%1.%2.", -1, false), level("lowerLetter", "%3)", 1, false));

        assertThat(numbers(list, 0, 1, 2, 1, 2, 0, 2)).containsExactly("1.", "1.1.", "a)", "1.2.", "b)", "2.", "a)");
    }

    @Test
    void legalLevelsShowAllNumbersInDigits() {
        ListDefinition list =
                list("1", Map.of(), level("chineseCounting", "第%1章", -1, false), level("decimal", "%1.%2", -1, true));

        assertThat(numbers(list, 0, 1)).containsExactly("第一章", "1.1");
    }

    @Test
    void aListWithAStartOfItsOwnStartsAgainOnce() {
        ListLevel decimal = level("decimal", "%1.", -1, false);
        ListDefinition first = list("1", Map.of(), decimal);

        assertThat(numbers(first, 0, 0)).containsExactly("1.", "2.");
        assertThat(numbers(list("2", Map.of(0, 5), decimal), 0, 0)).containsExactly("5.", "6.");
        assertThat(numbers(first, 0)).containsExactly("7.");
    }

    @ParameterizedTest
    @CsvSource({
        "chineseCounting, 10, 十",
        "chineseCounting, 21, 二十一",
        "chineseCounting, 100, 一〇〇",
        "chineseCountingThousand, 105, 一百零五",
        "chineseCountingThousand, 110, 一百一十",
        "chineseCountingThousand, 1001, 一千零一",
        "chineseCountingThousand, 10010, 一万零一十",
        "chineseLegalSimplified, 12, 壹拾贰",
        "ideographLegalTraditional, 3, 參",
        "ideographDigital, 20, 二〇",
        "ideographTraditional, 10, 癸",
        "ideographTraditional, 11, 11",
        "ideographZodiac, 12, 亥",
        "ideographZodiacTraditional, 13, 丙子",
        "decimalEnclosedCircle, 20, ⑳",
        "decimalEnclosedCircle, 21, 21",
        "decimalEnclosedParen, 3, ⑶",
        "decimalFullWidth, 12, １２",
        "decimalZero, 7, 07",
        "decimalZero3, 7, 007",
        "lowerLetter, 28, bb",
        "upperLetter, 26, Z",
        "upperRoman, 49, XLIX",
        "lowerRoman, 4, iv",
        "numberInDash, 3, - 3 -",
        "unknown, 5, 5"
    })
    void writesNumbersAsWordDoes(String format, int number, String text) {
        assertThat(NumberFormat.write(format, number)).isEqualTo(text);
    }
}
