package org.gongkai.write.document.word.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gongkai.write.document.word.assemble.ListCounters.ListDefinition;
import org.gongkai.write.document.word.assemble.ListCounters.ListLevel;
import org.gongkai.write.document.word.assemble.ListCounters.ListLevel.Suffix;
import org.junit.jupiter.api.Test;

/** Where LibreOffice counts differently from Word, Word's way is meant. */
class ListCountersTest {

    private final ListCounters counters = new ListCounters();

    private static ListLevel level(String format, String text, int restartAfter, boolean legal) {
        return new ListLevel(format, text, 1, restartAfter, legal, Suffix.NOTHING, "");
    }

    private static ListDefinition list(String id, Map<Integer, Integer> starts, ListLevel... levels) {
        return new ListDefinition(id, "shared", List.of(levels), starts);
    }

    @Test
    void articlesCountOnThroughChaptersIfTheyNeverRestart() {
        ListDefinition list = list(
                "1", Map.of(), level("chineseCounting", "第%1章", -1, false), level("chineseCounting", "第%2条", 0, false));

        assertThat(List.of(
                        counters.next(list, 0), counters.next(list, 1), counters.next(list, 0), counters.next(list, 1)))
                .containsExactly("第一章", "第一条", "第二章", "第二条");
    }

    @Test
    void aLevelMayRestartAfterHigherLevelsOnly() {
        ListLevel decimal = level("decimal", "%1.", -1, false);
        ListDefinition list = list(
                "1", Map.of(), decimal, level("decimal", "%1.%2.", -1, false), level("lowerLetter", "%3)", 1, false));

        assertThat(counters.next(list, 0)).isEqualTo("1.");
        assertThat(counters.next(list, 1)).isEqualTo("1.1.");
        assertThat(counters.next(list, 2)).isEqualTo("a)");
        assertThat(counters.next(list, 1)).isEqualTo("1.2.");
        assertThat(counters.next(list, 2)).isEqualTo("b)");
        assertThat(counters.next(list, 0)).isEqualTo("2.");
        assertThat(counters.next(list, 2)).isEqualTo("a)");
    }

    @Test
    void legalLevelsShowAllNumbersInDigits() {
        ListDefinition list =
                list("1", Map.of(), level("chineseCounting", "第%1章", -1, false), level("decimal", "%1.%2", -1, true));

        assertThat(counters.next(list, 0)).isEqualTo("第一章");
        assertThat(counters.next(list, 1)).isEqualTo("1.1");
    }

    @Test
    void aListWithAStartOfItsOwnStartsAgainOnce() {
        ListLevel decimal = level("decimal", "%1.", -1, false);
        ListDefinition first = list("1", Map.of(), decimal);
        ListDefinition other = list("2", Map.of(0, 5), decimal);

        assertThat(List.of(
                        counters.next(first, 0),
                        counters.next(first, 0),
                        counters.next(other, 0),
                        counters.next(other, 0),
                        counters.next(first, 0)))
                .containsExactly("1.", "2.", "5.", "6.", "7.");
    }
}
