package org.gongkai.feature.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.feature.search.pack.ScriptFile;
import org.gongkai.site.SearchDocument.SearchSuggestion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The file of pages and answers that the search page shows")
class SuggestionFileTest {

    private static final SearchSuggestion COLUMN =
            new SearchSuggestion("党费", "栏目", "dues/index.html", List.of(), Optional.empty());
    private static final SearchSuggestion ANSWER = new SearchSuggestion(
            "第一季度党费",
            "台账",
            "dues/a.html",
            List.of("缴费"),
            Optional.of(new SearchSuggestion.Answer(
                    "已交。",
                    Optional.of(LocalDate.of(2025, 1, 2)),
                    Optional.empty(),
                    List.of("dues/a.html", "dues/b.html"))));

    @Test
    @DisplayName("spells names of pages in Latin letters")
    void spellings() {
        assertThat(ScriptFile.arguments(SuggestionFile.of(List.of(COLUMN, ANSWER), name -> Stream.of("df", "dangfei"))))
                .isEqualTo("{\"places\":[[\"党费\",\"栏目\",\"dues/index.html\",\"df\\u0009dangfei\"],"
                        + "[\"第一季度党费\",\"台账\",\"dues/a.html\",\"缴费\",\"已交。\",\"2025-01-02\",\"\","
                        + "\"dues/a.html\\u0009dues/b.html\"]]}");
    }

    @Test
    @DisplayName("loses a page and the answers that were taken from it, and nothing else")
    void redacted() {
        byte[] file = SuggestionFile.of(List.of(COLUMN, ANSWER), name -> Stream.of());

        assertThat(ScriptFile.arguments(SuggestionFile.without(Set.of("dues/b.html"), file)))
                .isEqualTo("{\"places\":[[\"党费\",\"栏目\",\"dues/index.html\"]]}");
        assertThat(ScriptFile.arguments(SuggestionFile.without(Set.of("dues/index.html"), file)))
                .doesNotContain("dues/index.html")
                .contains("已交。");
        assertThat(SuggestionFile.without(Set.of("notices/a.html"), file)).isEqualTo(file);
    }

    @Test
    @DisplayName("loses what a year comes to if any entry goes, which it may count")
    void totals() {
        SearchSuggestion year = new SearchSuggestion(
                "党费台账",
                SearchSuggestion.TOTALS,
                "registers/dues/index.html",
                List.of("党费"),
                Optional.of(
                        new SearchSuggestion.Answer("2025年党费，已公开4条。", Optional.empty(), Optional.empty(), List.of())));

        byte[] file = SuggestionFile.of(List.of(COLUMN, year), name -> Stream.of());

        assertThat(ScriptFile.arguments(SuggestionFile.without(Set.of("dues/c.html"), file)))
                .isEqualTo("{\"places\":[[\"党费\",\"栏目\",\"dues/index.html\"]]}");
    }
}
