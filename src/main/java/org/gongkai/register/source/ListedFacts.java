package org.gongkai.register.source;

import java.util.List;
import java.util.Map;
import org.gongkai.site.Item;

/** Facts that do not stand in the header of an entry. */
record ListedFacts(Map<String, String> facts, List<Item> entries) implements Facts {

    ListedFacts {
        facts = Map.copyOf(facts);
        entries = List.copyOf(entries);
    }

    @Override
    public List<String> at(String path) {
        String fact = facts.getOrDefault(path, "");
        return fact.isEmpty() ? List.of() : List.of(fact);
    }
}
