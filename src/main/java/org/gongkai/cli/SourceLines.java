package org.gongkai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.source.TextDecoder;

/** Lines of the files of a site, for showing where a problem is. */
final class SourceLines {

    private final Path root;
    private final TextDecoder decoder = new TextDecoder();
    private final Map<String, List<String>> last = new HashMap<>();

    SourceLines(Path root) {
        this.root = root;
    }

    /** A line by its number from 1; empty if there is none, or the file is no text. */
    Optional<String> line(String path, int number) {
        if (!last.containsKey(path)) {
            last.clear();
            last.put(path, read(path));
        }
        List<String> lines = last.get(path);
        return number < 1 || number > lines.size() ? Optional.empty() : Optional.of(lines.get(number - 1));
    }

    /** Where a file stands whose name the disk may hold in another normal form than the site does. */
    static Path place(Path root, String path) {
        Path file = root.resolve(path);
        return Files.exists(file) ? file : root.resolve(Normalizer.normalize(path, Normalizer.Form.NFD));
    }

    private List<String> read(String path) {
        try {
            Path file = place(root, path);
            if (!Files.isRegularFile(file) || Files.size(file) > TextDecoder.MAX_BYTES) {
                return List.of();
            }
            return decoder.decode(path, Files.readAllBytes(file), problem -> {})
                    .filter(text -> text.indexOf('\0') < 0)
                    .map(text -> List.of(text.split("\n", -1)))
                    .orElse(List.of());
        } catch (IOException e) {
            // The problem is told without its line.
            return List.of();
        }
    }
}
