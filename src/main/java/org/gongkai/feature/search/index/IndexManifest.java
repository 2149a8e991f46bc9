package org.gongkai.feature.search.index;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.feature.search.key.KeyRouters;
import org.gongkai.feature.search.pack.BitWriter;
import org.gongkai.feature.search.pack.ScriptFile;

/** What the search page loads first. */
record IndexManifest(SearchFacets facets, IndexLayout layout) {

    String script() {
        Map<String, Integer> combinations = new LinkedHashMap<>();
        List<Integer> numbers = facets.documents().stream()
                .map(values ->
                        numbers(values.columns()) + "|" + numbers(values.years()) + "|" + numbers(values.kinds()))
                .map(values -> combinations.computeIfAbsent(values, name -> combinations.size()))
                .toList();
        int width = 32 - Integer.numberOfLeadingZeros(Math.max(1, combinations.size() - 1));
        BitWriter attributes = new BitWriter();
        numbers.forEach(number -> attributes.bits(number, width));
        return "{\"n\":" + numbers.size() + ",\"g\":" + layout.textsBits() + ",\"bundle\":" + layout.isBundle()
                + ",\"columns\":" + names(facets.columns())
                + ",\"help\":[" + numbers(facets.help()) + "]"
                + ",\"years\":" + names(facets.years())
                + ",\"kinds\":" + names(facets.kinds())
                + ",\"combos\":" + names(List.copyOf(combinations.keySet()))
                + ",\"bits\":" + width
                + ",\"attr\":\"" + attributes
                + "\",\"open\":["
                + facets.notices().stream().map(IndexManifest::notice).collect(Collectors.joining(","))
                + "],\"segs\":["
                + layout.segments().stream().map(IndexManifest::segment).collect(Collectors.joining(",")) + "]}";
    }

    private static String numbers(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static String names(List<String> names) {
        return ScriptFile.string(String.join("\n", names));
    }

    private static String notice(SearchFacets.Notice notice) {
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
