package org.gongkai.feature.search.index;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.feature.search.key.KeyRouters;
import org.gongkai.feature.search.pack.BitWriter;
import org.gongkai.feature.search.pack.ScriptFile;

/**
 * The values by which hits are filtered.
 *
 * @param columns names of all columns, in the order of the menu
 * @param help indices of the columns that explain the site; their hits come last
 * @param years all years, newest first
 * @param kinds names of all kinds
 * @param documents the values of each document
 * @param notices the 公示 that have not ended on the day of the build; the reader's own date determines which are open
 */
public record SearchFacets(
        List<String> columns,
        List<Integer> help,
        List<String> years,
        List<String> kinds,
        List<Values> documents,
        List<Notice> notices) {

    /** The values of a document: indices of columns, of years and of kinds. */
    public record Values(List<Integer> columns, List<Integer> years, List<Integer> kinds) {}

    /** A 公示, with the id of its document, its first and its last day. */
    public record Notice(int document, LocalDate from, LocalDate to) {}

    /** Returns the manifest of an index, which the search page loads first. */
    String manifest(IndexLayout layout) {
        Map<String, Integer> combinations = new LinkedHashMap<>();
        List<Integer> numbers = documents.stream()
                .map(values ->
                        numbers(values.columns()) + "|" + numbers(values.years()) + "|" + numbers(values.kinds()))
                .map(values -> combinations.computeIfAbsent(values, name -> combinations.size()))
                .toList();
        int width = 32 - Integer.numberOfLeadingZeros(Math.max(1, combinations.size() - 1));
        BitWriter attributes = new BitWriter();
        numbers.forEach(number -> attributes.bits(number, width));
        return "{\"n\":" + numbers.size() + ",\"g\":" + layout.textsBits() + ",\"bundle\":" + layout.isBundle()
                + ",\"columns\":" + names(columns)
                + ",\"help\":[" + numbers(help) + "]"
                + ",\"years\":" + names(years)
                + ",\"kinds\":" + names(kinds)
                + ",\"combos\":" + names(List.copyOf(combinations.keySet()))
                + ",\"bits\":" + width
                + ",\"attr\":\"" + attributes
                + "\",\"open\":["
                + notices.stream().map(SearchFacets::notice).collect(Collectors.joining(","))
                + "],\"blocks\":["
                + layout.blocks().stream()
                        .map(block -> "[" + block.from() + ",\"" + block.name() + "\"]")
                        .collect(Collectors.joining(","))
                + "],\"segs\":["
                + layout.segments().stream().map(SearchFacets::segment).collect(Collectors.joining(",")) + "]}";
    }

    private static String numbers(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static String names(List<String> names) {
        return ScriptFile.string(String.join("\n", names));
    }

    private static String notice(Notice notice) {
        return "[" + notice.document() + ",\"" + notice.from() + "\",\"" + notice.to() + "\"]";
    }

    private static String segment(IndexLayout.Segment segment) {
        List<String> first = KeyRouters.of(segment.borders()).stream()
                .map(router -> router.get(0))
                .toList();
        return "{\"from\":" + segment.from() + ",\"n\":" + segment.documents() + ",\"r\":\"" + KeyRouters.packed(first)
                + "\"}";
    }
}
