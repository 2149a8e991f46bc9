package org.gongkai.pipeline.edition;

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
import org.gongkai.history.git.CommitHistory.Revision;
import org.gongkai.history.versions.Successors;
import org.gongkai.history.versions.Successors.Successor;
import org.gongkai.input.entry.Entry;

/**
 * Finds the current counterparts of entries of an earlier commit. An entry is identified by its revisions and by its
 * 索引号; a deleted one by its title as well, because it may have been rewritten elsewhere. Safe for use by multiple
 * threads.
 */
final class Counterparts {

    private final Successors successors;
    private final Map<String, Entry> byPath = new HashMap<>();
    private final Map<String, Entry> deleted;
    private final Map<String, List<Entry>> byNumber;
    private final Map<String, List<Entry>> byTitle;
    private final Map<String, List<Entry>> deletedByNumber;
    private final Map<String, List<Entry>> deletedByTitle;

    /** @param entries the current entries */
    Counterparts(List<Entry> entries, Successors successors) {
        this.successors = successors;
        entries.forEach(entry -> byPath.put(entry.path(), entry));
        this.deleted = successors.deleted();
        this.byNumber = byNumber(entries);
        this.byTitle = byTitle(entries);
        this.deletedByNumber = byNumber(deleted.values());
        this.deletedByTitle = byTitle(deleted.values());
    }

    private static Map<String, List<Entry>> byNumber(Collection<Entry> entries) {
        return entries.stream()
                .filter(entry -> !number(entry).isEmpty())
                .collect(Collectors.groupingBy(Counterparts::number));
    }

    private static Map<String, List<Entry>> byTitle(Collection<Entry> entries) {
        return entries.stream().collect(Collectors.groupingBy(Entry::title));
    }

    private static String number(Entry entry) {
        return entry.publication().number();
    }

    /** Whether a header is that of a current entry. */
    boolean isCurrent(Entry header) {
        return byPath.get(header.path()) == header;
    }

    /** The last headers of entries that have been deleted. */
    Collection<Entry> deleted() {
        return deleted.values();
    }

    /**
     * The current headers that decide whether an entry of an earlier commit may be shown: each of them must permit it.
     * For a deleted entry these are its last headers.
     *
     * @param then the entry as it was
     * @param revisions its revisions up to then, oldest first
     * @return empty if the entry cannot be followed
     */
    List<Entry> of(Entry then, List<Revision> revisions) {
        Optional<Successor> successor = successors.of(revisions);
        Optional<Entry> successorEntry =
                Optional.ofNullable(byPath.get(successor.map(Successor::path).orElse(then.path())));
        if (successor.isEmpty() && successorEntry.isEmpty()) {
            return List.of();
        }
        Headers known = successive(then, successor.map(Successor::since).orElse(List.of()));
        Set<Entry> today = new LinkedHashSet<>();
        known.all().forEach(header -> today.addAll(byNumber.getOrDefault(number(header), List.of())));
        boolean remains = successorEntry
                .filter(entry -> !known.deleted() && !isAnother(entry, known.last()) || known.include(entry))
                .isPresent();
        if (remains) {
            today.add(successorEntry.get());
        }
        if (today.stream().anyMatch(known::include)) {
            return List.copyOf(today);
        }
        // The title has changed: the entry may have been renamed, or replaced by another one.
        today.add(known.last());
        if (!remains) {
            for (Entry header : known.all()) {
                today.addAll(deletedByNumber.getOrDefault(number(header), List.of()));
                today.addAll(byTitle.getOrDefault(header.title(), List.of()));
                today.addAll(deletedByTitle.getOrDefault(header.title(), List.of()));
            }
        }
        return List.copyOf(today);
    }

    /**
     * The successive headers of one entry, as far as a title or a number identifies it.
     *
     * @param all the headers, oldest first
     * @param deleted whether the entry was deleted after the last one
     */
    private record Headers(List<Entry> all, boolean deleted) {

        Entry last() {
            return all.get(all.size() - 1);
        }

        boolean include(Entry entry) {
            return all.stream().anyMatch(header -> isSame(header, entry));
        }
    }

    private static Headers successive(Entry then, List<Optional<Entry>> since) {
        Headers known = new Headers(List.of(then), false);
        for (Optional<Entry> next : since) {
            if (next.isEmpty()) {
                known = new Headers(known.all(), true);
            } else if (known.include(next.get())) {
                known = new Headers(
                        Stream.concat(known.all().stream(), next.stream()).toList(), false);
            }
        }
        return known;
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
     * Every known header of an entry of an earlier commit, from the first to the current ones.
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
