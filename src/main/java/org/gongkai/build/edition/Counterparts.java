package org.gongkai.build.edition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.history.git.commit.Revision;
import org.gongkai.history.versions.Successors;
import org.gongkai.history.versions.Successors.Successor;
import org.gongkai.input.entry.Entry;

/**
 * What the entries of an earlier commit are today. An entry is known again by its revisions and by its 索引号; one that was
 * deleted by its title as well, for it may have been written anew elsewhere. Safe for many threads.
 */
final class Counterparts {

    private final Successors successors;
    private final Map<String, Entry> byPath = new HashMap<>();
    private final Map<String, Entry> deleted;
    private final Map<String, List<Entry>> byNumber;
    private final Map<String, List<Entry>> byTitle;
    private final Map<String, List<Entry>> deletedByNumber;
    private final Map<String, List<Entry>> deletedByTitle;

    /** @param entries the entries of today */
    Counterparts(List<Entry> entries, Successors successors) {
        this.successors = successors;
        entries.forEach(entry -> byPath.put(entry.path(), entry));
        this.deleted = successors.deleted();
        this.byNumber = numbered(entries);
        this.byTitle = titled(entries);
        this.deletedByNumber = numbered(deleted.values());
        this.deletedByTitle = titled(deleted.values());
    }

    private static Map<String, List<Entry>> numbered(Collection<Entry> entries) {
        return entries.stream()
                .filter(entry -> !number(entry).isEmpty())
                .collect(Collectors.groupingBy(Counterparts::number));
    }

    private static Map<String, List<Entry>> titled(Collection<Entry> entries) {
        return entries.stream().collect(Collectors.groupingBy(Entry::title));
    }

    private static String number(Entry entry) {
        return entry.publication().number();
    }

    /** Whether a header is that of an entry of today. */
    boolean isCurrent(Entry header) {
        return byPath.get(header.path()) == header;
    }

    /** What the entries that are deleted today said last. */
    Collection<Entry> deleted() {
        return deleted.values();
    }

    /**
     * The headers of today that decide whether an entry of an earlier commit may be seen: it may if each of them lets it. Those
     * of a deleted entry are what it said last.
     *
     * @param then the entry as it was
     * @param revisions its revisions up to then, oldest first
     * @return none if nothing is known of it
     */
    List<Entry> of(Entry then, List<Revision> revisions) {
        Optional<Successor> successor = successors.of(revisions);
        Optional<Entry> standing =
                Optional.ofNullable(byPath.get(successor.map(Successor::path).orElse(then.path())));
        if (successor.isEmpty() && standing.isEmpty()) {
            return List.of();
        }
        Words words = words(then, successor.map(Successor::since).orElse(List.of()));
        Set<Entry> today = new LinkedHashSet<>();
        words.all().forEach(word -> today.addAll(byNumber.getOrDefault(number(word), List.of())));
        boolean stands = standing.filter(
                        entry -> !words.ended() && !isAnother(entry, words.last()) || words.hold(entry))
                .isPresent();
        if (stands) {
            today.add(standing.get());
        }
        if (today.stream().anyMatch(words::hold)) {
            return List.copyOf(today);
        }
        // Another title stands there: it may have been retitled, or another text been put in its place.
        today.add(words.last());
        if (!stands) {
            for (Entry word : words.all()) {
                today.addAll(deletedByNumber.getOrDefault(number(word), List.of()));
                today.addAll(byTitle.getOrDefault(word.title(), List.of()));
                today.addAll(deletedByTitle.getOrDefault(word.title(), List.of()));
            }
        }
        return List.copyOf(today);
    }

    /**
     * What was said of one entry, as far as a title or a number tells that it is the same.
     *
     * @param all its headers, oldest first
     * @param ended whether it was deleted after the last one
     */
    private record Words(List<Entry> all, boolean ended) {

        Entry last() {
            return all.get(all.size() - 1);
        }

        boolean hold(Entry entry) {
            return all.stream().anyMatch(word -> isSame(word, entry));
        }
    }

    private static Words words(Entry then, List<Optional<Entry>> since) {
        Words words = new Words(List.of(then), false);
        for (Optional<Entry> next : since) {
            if (next.isEmpty()) {
                words = new Words(words.all(), true);
            } else if (words.hold(next.get())) {
                words = new Words(
                        Stream.concat(words.all().stream(), next.stream()).toList(), false);
            }
        }
        return words;
    }

    private static boolean isAnother(Entry entry, Entry other) {
        return !number(entry).isEmpty()
                && !number(other).isEmpty()
                && !number(entry).equals(number(other));
    }

    private static boolean isSame(Entry entry, Entry other) {
        return !isAnother(entry, other)
                && (!number(entry).isEmpty() && number(entry).equals(number(other))
                        || entry.title().equals(other.title()));
    }

    /**
     * Every header that is known of an entry of an earlier commit, from the first to those of today.
     *
     * @param then the entry as it was
     * @param revisions its revisions up to then, oldest first
     */
    List<Entry> headers(Entry then, List<Revision> revisions) {
        List<Entry> headers = new ArrayList<>(List.of(then));
        Set<String> paths = new LinkedHashSet<>();
        successors.of(revisions).map(Successor::path).ifPresent(paths::add);
        for (Entry entry : of(then, revisions)) {
            headers.add(entry);
            paths.add(entry.path());
        }
        paths.forEach(path -> headers.addAll(successors.headers(path)));
        return headers;
    }
}
