package org.gongkai.cli.text;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.pipeline.read.SiteSource;

/** Reads single lines of the files of a site. Retains the lines of the last file. */
public final class SourceLineReader {

    private final SiteSource source;
    private final TextDecoder decoder = new TextDecoder();
    private final Map<String, List<String>> last = new HashMap<>();

    public SourceLineReader(SiteSource source) {
        this.source = source;
    }

    /** A line by its number, from 1; empty if there is no such line or the file is not text. */
    public Optional<String> line(String path, int number) {
        if (!last.containsKey(path)) {
            last.clear();
            last.put(path, read(path));
        }
        List<String> lines = last.get(path);
        return number < 1 || number > lines.size() ? Optional.empty() : Optional.of(lines.get(number - 1));
    }

    private List<String> read(String path) {
        try {
            return source.bytes(path)
                    .filter(bytes -> bytes.length <= TextDecoder.maxBytes())
                    .flatMap(bytes -> decoder.decode(path, bytes, problem -> {}))
                    .filter(text -> text.indexOf('\0') < 0)
                    .map(text -> List.of(text.split("\n", -1)))
                    .orElse(List.of());
        } catch (IOException e) {
            // The problem is reported without its line.
            return List.of();
        }
    }
}
