package org.gongkai.preview;

import java.util.List;
import java.util.Optional;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.pipeline.live.SiteSnapshot;
import org.gongkai.problem.Problem;
import org.gongkai.site.Item;

/**
 * An entry as its author sees it.
 *
 * @param path the path of its source
 * @param lines the lines of its source; empty if it is not text
 * @param bodyLine the number of the first line of its body, from 1
 * @param problems its problems, sorted
 */
record PreviewedEntry(String path, List<String> lines, int bodyLine, List<Problem> problems) {

    PreviewedEntry {
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
    }

    /** The entry of a path, which need not be readable. */
    static PreviewedEntry of(SiteSnapshot site, String path, List<Problem> problems) {
        List<String> lines = lines(site, path);
        Optional<Item> item = Optional.ofNullable(site.items().get(path));
        int body = item.map(it -> it.entry().bodyLine()).orElse(lines.size() + 1);
        return new PreviewedEntry(path, lines, body, problems);
    }

    static List<String> lines(SiteSnapshot site, String path) {
        return site.source(path)
                .filter(bytes -> bytes.length <= TextDecoder.maxBytes())
                .flatMap(bytes -> new TextDecoder().decode(path, bytes, problem -> {}))
                .map(text -> List.of(text.split("\n", -1)))
                .orElse(List.of());
    }
}
