package org.gongkai.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Texts that are part of the program. */
public final class TextResource {

    private TextResource() {}

    /** Returns the resource of a name beside a class. */
    public static String of(Class<?> neighbor, String name) {
        try (InputStream in = neighbor.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /** Returns the lines of a list without blanks around them; {@code #} begins a comment. */
    public static List<String> list(Class<?> owner, String name) {
        return of(owner, name)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /** Returns such a list whose lines are keys, each with its value behind a tab, in their order. */
    public static Map<String, String> map(Class<?> owner, String name) {
        return list(owner, name).stream()
                .map(line -> line.split("\t", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (one, other) -> one, LinkedHashMap::new));
    }
}
