package org.gongkai.register.source;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.site.Item;

/** Two descriptions of the same event: the kinds of both; of everything else the first that says anything. */
record MergedFacts(Facts first, Facts second) implements Facts {

    /** Merges rows about the same event into the first of them. */
    static List<Facts> of(List<Facts> rows, List<String> identity) {
        Map<Object, Facts> events = new LinkedHashMap<>();
        for (Facts row : rows) {
            // A row stands for itself by identity: comparing what it knows would compare whole entries.
            Object event = SameEvent.of(row, identity).<Object>map(it -> it).orElseGet(Object::new);
            events.merge(event, row, MergedFacts::new);
        }
        return List.copyOf(events.values());
    }

    @Override
    public List<String> at(String path) {
        if (path.equals("文种")) {
            Set<String> kinds = new LinkedHashSet<>(first.at(path));
            kinds.addAll(second.at(path));
            return List.copyOf(kinds);
        }
        List<String> words = first.at(path);
        return words.isEmpty() ? second.at(path) : words;
    }

    @Override
    public List<String> counted(String path) {
        if (path.equals("文种")) {
            return at(path);
        }
        return first.at(path).isEmpty() ? second.counted(path) : first.counted(path);
    }

    @Override
    public List<Item> entries() {
        return Stream.concat(first.entries().stream(), second.entries().stream())
                .distinct()
                .toList();
    }
}
