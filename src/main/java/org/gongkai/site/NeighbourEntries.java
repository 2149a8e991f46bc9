package org.gongkai.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;

/**
 * The previous and the next entry of an entry in its column, and entries on the same subject.
 *
 * <p>Comparing every entry with every other would be quadratic. Two entries on one subject are worth showing together
 * when they are also near in time, so only the nearest entries with each tag and catalogue item are compared.
 */
public final class NeighbourEntries {

    private static final int NEAREST = 12;
    private static final int LIMIT = 5;

    private final List<Item> items;
    private final Map<String, Integer> ranks = new HashMap<>();
    private final Map<String, List<Integer>> columns = new HashMap<>();
    private final Map<String, List<Integer>> subjects = new HashMap<>();

    /**
     * @param items entries, newest first; the index in this list is an entry's rank
     * @param asOf the day of the site: drafts and later entries, which previews show, are beside no other
     */
    NeighbourEntries(List<Item> items, LocalDate asOf) {
        this.items = List.copyOf(items);
        for (int rank = 0; rank < items.size(); rank++) {
            Item item = items.get(rank);
            ranks.put(item.address(), rank);
            if (item.entry().publication().status() == Entry.Status.DRAFT
                    || day(item).isAfter(asOf)) {
                continue;
            }
            columns.computeIfAbsent(column(item), c -> new ArrayList<>()).add(rank);
            for (String subject : subjects(item)) {
                subjects.computeIfAbsent(subject, s -> new ArrayList<>()).add(rank);
            }
        }
    }

    /** The next older entry of its column; of a column whose entries are of one day, the one before it in lists. */
    public Optional<Item> previous(Item item) {
        return beside(item, isSeries(item) ? -1 : 1);
    }

    /** The next newer entry of its column; of a column whose entries are of one day, the one after it in lists. */
    public Optional<Item> next(Item item) {
        return beside(item, isSeries(item) ? 1 : -1);
    }

    /**
     * Returns true if some entries, in the order of lists, are of one day and have no numbers: that order is then the
     * one of their files, as of chapters.
     */
    public static boolean isSeries(List<Item> items) {
        return items.size() > 1
                && isUnnumbered(items.get(0))
                && day(items.get(0)).equals(day(items.get(items.size() - 1)));
    }

    private boolean isSeries(Item item) {
        List<Integer> column = columns.getOrDefault(column(item), List.of());
        return column.size() > 1
                && isSeries(List.of(items.get(column.get(0)), items.get(column.get(column.size() - 1))));
    }

    // Lists begin with the greatest number of a day.
    private static boolean isUnnumbered(Item first) {
        return first.entry().publication().number().isEmpty();
    }

    private static LocalDate day(Item item) {
        return item.entry().dates().day();
    }

    /** Returns the entries that share most tags with it, or if it has none its catalogue item; at most five. */
    public List<Item> related(Item item) {
        // Primitive numbers, as this runs for every entry of the site.
        int rank = ranks.get(item.address());
        List<String> subjects = subjects(item);
        int[] found = new int[subjects.size() * (2 * NEAREST + 1)];
        int count = 0;
        for (String subject : subjects) {
            List<Integer> ranked = this.subjects.getOrDefault(subject, List.of());
            int place = Collections.binarySearch(ranked, rank);
            int from = place < 0 ? -place - 1 : place;
            int last = Math.min(ranked.size() - 1, from + NEAREST);
            for (int i = Math.max(0, from - NEAREST); i <= last; i++) {
                if (i != place) {
                    found[count++] = ranked.get(i);
                }
            }
        }
        return best(found, count).mapToObj(items::get).toList();
    }

    /** The ranks that were found most often, the newest of equal ones first. */
    private static IntStream best(int[] found, int count) {
        Arrays.sort(found, 0, count);
        long[] order = new long[count];
        int ranks = 0;
        for (int i = 0; i < count; ) {
            int rank = found[i];
            long times = 0;
            while (i < count && found[i] == rank) {
                times++;
                i++;
            }
            order[ranks++] = -times << Integer.SIZE | rank;
        }
        Arrays.sort(order, 0, ranks);
        return Arrays.stream(order, 0, Math.min(LIMIT, ranks)).mapToInt(one -> (int) one);
    }

    private Optional<Item> beside(Item item, int step) {
        List<Integer> column = columns.getOrDefault(column(item), List.of());
        int own = Collections.binarySearch(column, ranks.get(item.address()));
        int place = own >= 0 ? own + step : -own - (step < 0 ? 2 : 1);
        return place < 0 || place >= column.size() ? Optional.empty() : Optional.of(items.get(column.get(place)));
    }

    private static String column(Item item) {
        return item.entry().column();
    }

    private static List<String> subjects(Item item) {
        List<String> subjects = new ArrayList<>();
        item.entry().listing().tags().forEach(tag -> subjects.add("#" + tag));
        String catalogue = item.entry().text(CommonField.CATALOGUE);
        // An item of the catalogue is as wide as all that concerns members: dues, honours and admissions.
        if (subjects.isEmpty() && !catalogue.isEmpty()) {
            subjects.add("=" + catalogue);
        }
        return subjects;
    }
}
