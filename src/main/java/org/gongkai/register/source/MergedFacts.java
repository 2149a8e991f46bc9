package org.gongkai.register.source;

import java.util.List;
import java.util.Optional;
import org.gongkai.site.Item;

/** Descriptions of the same event: the kinds of all; of everything else the first that says anything. */
record MergedFacts(List<Facts> all) implements Facts {

    /** Merges rows about the same event into the first of them. */
    static List<Facts> of(List<Facts> rows, List<String> identity) {
        return SameEvent.divide(rows, row -> identity).stream()
                .<Facts>map(same -> same.size() == 1 ? same.get(0) : new MergedFacts(same))
                .toList();
    }

    @Override
    public List<String> at(String path) {
        return path.equals("文种")
                ? all.stream().flatMap(it -> it.at(path).stream()).distinct().toList()
                : first(path).map(it -> it.at(path)).orElse(List.of());
    }

    @Override
    public List<String> counted(String path) {
        return path.equals("文种") ? at(path) : first(path).orElse(all.get(0)).counted(path);
    }

    private Optional<Facts> first(String path) {
        return all.stream().filter(it -> !it.at(path).isEmpty()).findFirst();
    }

    @Override
    public List<Item> entries() {
        return all.stream().flatMap(it -> it.entries().stream()).distinct().toList();
    }
}
