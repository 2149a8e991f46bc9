package org.gongkai.feature.search.index;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.feature.search.pack.ScriptFile;
import org.gongkai.io.Json;
import org.gongkai.io.TextResource;
import org.gongkai.output.Output;
import org.gongkai.site.SearchDocument.SearchSuggestion;
import org.gongkai.site.address.Slugs;

/** The file of the pages and answers that the search page shows before entries. */
public final class SuggestionFile {

    public static final String ADDRESS = SearchIndex.FOLDER + "p.js";

    /** Other ways to say what readers type, which are loaded once no entry holds what was typed. */
    private static final String WORDS = SearchIndex.FOLDER + "w.js";

    /** Kinds of questions, and what answers them. */
    private static final String QUESTIONS = SearchIndex.FOLDER + "q.js";

    private static final String ROWS = "places";

    private static final int GROUP = 1;

    /** The column of the address of a page. */
    private static final int ADDRESSES = 2;

    /** The column of the sources of an answer. */
    private static final int SOURCES = 7;

    private static final String SEPARATOR = "\t";

    private SuggestionFile() {}

    /**
     * Writes the file.
     *
     * @param slugs transcribes names into Latin letters
     */
    public static void write(Output output, List<SearchSuggestion> places, Slugs slugs) throws IOException {
        output.write(ADDRESS, of(places, name -> Stream.of(
                        slugs.initials(name), slugs.of(name).replace("-", ""))
                .distinct()));
        output.write(QUESTIONS, ScriptFile.call(TextResource.of(SuggestionFile.class, "questions.json")));
        List<String> lines =
                TextResource.of(SuggestionFile.class, "synonyms.txt").lines().toList();
        Map<String, Object> words = new TreeMap<>(Map.of("han", lines.get(1), "site", lines.get(2)));
        words.putAll(lines.stream()
                .skip(3)
                .collect(Collectors.groupingBy(line -> line.contains(SEPARATOR) ? "said" : "same")));
        output.write(WORDS, ScriptFile.call(Json.of(words)));
    }

    /** @param spellings returns the ways to type a name in Latin letters */
    static byte[] of(List<SearchSuggestion> places, Function<String, Stream<String>> spellings) {
        return script(places.stream().map(place -> row(place, spellings)).toList());
    }

    private static byte[] script(List<List<String>> rows) {
        return ScriptFile.call(Json.of(Map.of(ROWS, rows)));
    }

    private static List<String> row(SearchSuggestion place, Function<String, Stream<String>> spellings) {
        Optional<SearchSuggestion.Answer> answer = place.answer();
        String words = Stream.concat(
                        place.words().stream(), answer.isPresent() ? Stream.of() : spellings.apply(place.name()))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(SEPARATOR));
        List<String> row = List.of(
                place.name(),
                place.group(),
                place.address(),
                words,
                answer.map(SearchSuggestion.Answer::text).orElse(""),
                answer.flatMap(SearchSuggestion.Answer::from)
                        .map(LocalDate::toString)
                        .orElse(""),
                answer.flatMap(SearchSuggestion.Answer::to)
                        .map(LocalDate::toString)
                        .orElse(""),
                answer.map(it -> String.join(SEPARATOR, it.sources())).orElse(""));
        int last = row.size();
        while (row.get(last - 1).isEmpty()) {
            last--;
        }
        return row.subList(0, last);
    }

    /** Returns the file without some pages, and without the answers that are taken from them or may count them. */
    static byte[] without(Set<String> pages, byte[] file) {
        List<List<String>> rows = Json.object(ScriptFile.arguments(file))
                .orElseThrow(() -> new IllegalArgumentException(ADDRESS + " is damaged"))
                .textLists(ROWS);
        return script(rows.stream()
                .filter(row -> !row.get(GROUP).equals(SearchSuggestion.TOTALS) && !pages.contains(row.get(ADDRESSES)))
                .filter(row -> row.size() <= SOURCES
                        || Stream.of(row.get(SOURCES).split(SEPARATOR)).noneMatch(pages::contains))
                .toList());
    }
}
