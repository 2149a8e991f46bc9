package org.gongkai.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.entry.CommonField;

/**
 * What stands near an entry: before and after it in its column, and elsewhere on the same subject.
 *
 * <p>Comparing every entry with every other would be quadratic. Two entries on one subject are worth showing together
 * when they are also near in time, so only the nearest bearers of each tag and catalogue item are looked at.
 */
public final class Neighbours {

    private static final int NEAREST = 12;
    private static final int MOST = 5;

    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, List<Item>> columns = new HashMap<>();
    private final Map<String, List<Item>> subjects = new HashMap<>();
    private final Map<String, Map<String, Integer>> subjectPlaces = new HashMap<>();

    /**
     * @param items everything that is out, newest first
     */
    Neighbours(List<Item> items) {
        for (Item item : items) {
            List<Item> column = columns.computeIfAbsent(column(item), c -> new ArrayList<>());
            places.put(item.address(), column.size());
            column.add(item);
            for (String subject : subjects(item)) {
                List<Item> bearers = subjects.computeIfAbsent(subject, s -> new ArrayList<>());
                subjectPlaces.computeIfAbsent(subject, s -> new HashMap<>()).put(item.address(), bearers.size());
                bearers.add(item);
            }
        }
    }

    /** The next older entry of its column. */
    public Optional<Item> previous(Item item) {
        return at(columns.get(column(item)), places.get(item.address()) + 1);
    }

    /** The next newer entry of its column. */
    public Optional<Item> next(Item item) {
        return at(columns.get(column(item)), places.get(item.address()) - 1);
    }

    /** Entries that share most tags with it, or its catalogue item; at most five, the best first. */
    public List<Item> related(Item item) {
        Map<String, Integer> scores = new HashMap<>();
        Map<String, Item> found = new HashMap<>();
        for (String subject : subjects(item)) {
            List<Item> bearers = subjects.get(subject);
            int place = subjectPlaces.get(subject).get(item.address());
            int weight = subject.startsWith("#") ? 2 : 1;
            for (int i = Math.max(0, place - NEAREST); i <= Math.min(bearers.size() - 1, place + NEAREST); i++) {
                if (i != place) {
                    Item other = bearers.get(i);
                    found.put(other.address(), other);
                    scores.merge(other.address(), weight, Integer::sum);
                }
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparing((Item other) -> -scores.get(other.address()))
                        .thenComparing(SiteBuilder.ORDER))
                .limit(MOST)
                .toList();
    }

    private static String column(Item item) {
        return item.entry().categories().get(0);
    }

    private static List<String> subjects(Item item) {
        List<String> subjects = new ArrayList<>();
        item.entry().tags().forEach(tag -> subjects.add("#" + tag));
        String catalogue = item.entry().text(CommonField.CATALOGUE);
        if (!catalogue.isEmpty()) {
            subjects.add("=" + catalogue);
        }
        return subjects;
    }

    private static Optional<Item> at(List<Item> items, int place) {
        return place < 0 || place >= items.size() ? Optional.empty() : Optional.of(items.get(place));
    }
}
