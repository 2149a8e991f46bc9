package org.gongkai.check.text;

import java.util.List;
import org.gongkai.io.TextResource;

/** Loads built-in lists of phrases, one per line; {@code #} begins a comment. */
public final class Phrases {

    private Phrases() {}

    public static List<String> read(String name) {
        return TextResource.of(Phrases.class, name)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }
}
