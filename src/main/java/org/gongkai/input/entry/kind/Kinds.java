package org.gongkai.input.entry.kind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.input.data.YamlReader;
import org.gongkai.problem.Nearest;

/** The kinds that entries may have. */
public final class Kinds {

    /** The kind of an entry that specifies none. */
    public static final String DEFAULT = "文章";

    private final Map<String, Kind> byName = new LinkedHashMap<>();
    private final List<Kind> all;

    public Kinds(List<Kind> kinds) {
        all = List.copyOf(kinds);
        for (Kind kind : kinds) {
            byName.put(kind.name(), kind);
        }
        for (Kind kind : kinds) {
            kind.aliases().forEach(alias -> byName.putIfAbsent(alias, kind));
        }
    }

    /** Returns the kinds that are part of the program. */
    public static Kinds builtIn(YamlReader yaml) {
        return new KindsReader(yaml, problem -> {
                    throw new IllegalStateException(problem.text());
                })
                .read(Optional.empty());
    }

    public Optional<Kind> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Kind standard() {
        return byName.get(DEFAULT);
    }

    /** Returns all kinds in their order. */
    public List<Kind> all() {
        return all;
    }

    /** Returns a hint for an unknown name: the nearest name, or all names. */
    public String advice(String typed) {
        return Nearest.of(typed, byName.keySet())
                .map(word -> "您是不是要写“" + word + "”")
                .orElseGet(
                        () -> Nearest.hint(typed, all.stream().map(Kind::name).toList()));
    }

    /** Returns all names and aliases. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }
}
