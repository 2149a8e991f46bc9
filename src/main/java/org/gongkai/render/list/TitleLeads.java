package org.gongkai.render.list;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.site.Item;
import org.gongkai.site.Site;

/**
 * Finds the name of the unit with which most titles of a list begin; a reader who looks for a title need not read it on
 * every line.
 */
final class TitleLeads {

    private static final int SHORTEST = 3;

    /** Those who publish most; each further name is looked for in every title. */
    private static final int PUBLISHERS = 5;

    private final List<String> names;

    private TitleLeads(List<String> names) {
        this.names = names;
    }

    /** Takes the names that a site has for itself: the unit, the site up to a separator, and who publishes. */
    static TitleLeads of(Site site) {
        SiteConfig config = site.config();
        Set<String> names = new LinkedHashSet<>();
        names.add(config.unit());
        names.add(config.name().split("[\\s·|—-]", 2)[0]);
        Map<String, Long> publishers = site.items().stream()
                .collect(Collectors.groupingBy(
                        item -> item.entry().publication().publisher(), TreeMap::new, Collectors.counting()));
        publishers.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(PUBLISHERS)
                .forEach(publisher -> names.add(publisher.getKey()));
        return new TitleLeads(names.stream()
                .filter(name -> name.length() >= SHORTEST)
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList());
    }

    /** Returns the longest name with which more than half of the titles begin and go on; empty if there is none. */
    String of(List<Item> items) {
        return names.stream()
                .filter(name ->
                        2 * items.stream().filter(item -> leads(name, item)).count() > items.size())
                .findFirst()
                .orElse("");
    }

    private static boolean leads(String name, Item item) {
        String title = item.entry().title();
        return title.startsWith(name) && title.length() > name.length();
    }
}
