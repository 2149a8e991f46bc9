package org.gongkai.history.versions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.history.git.CommitHistory;
import org.gongkai.history.git.CommitHistory.Revision;
import org.gongkai.history.git.CommitId;
import org.gongkai.history.versions.VersionReader.PreviousHeaders;
import org.gongkai.input.entry.Entry;

/**
 * Finds the current state of the entries of an earlier commit, through the commits that changed them, across moves.
 * Safe for use by multiple threads.
 */
public final class Successors {

    private final CommitHistory now;
    private final PreviousHeaders former;
    private final Map<CommitId, Map<String, Place>> places = new HashMap<>();

    /** A position in the current history: the current or last path of the entry, and the index of the revision. */
    private record Place(String path, int at) {}

    /**
     * The current state of an entry.
     *
     * @param path its current or last path
     * @param since its headers since then, oldest first; an empty element means that the file was deleted
     */
    public record Successor(String path, List<Optional<Entry>> since) {}

    /**
     * @param now the current history, which contains that of the earlier commit
     * @param former reads the headers of revisions
     */
    public Successors(CommitHistory now, PreviousHeaders former) {
        this.now = now;
        this.former = former;
        now.byPath().forEach((path, revisions) -> {
            for (int i = 0; i < revisions.size(); i++) {
                places.computeIfAbsent(revisions.get(i).commit().id(), id -> new HashMap<>(4))
                        .put(revisions.get(i).path(), new Place(path, i));
            }
        });
    }

    /**
     * The current state of an entry.
     *
     * @param then its revisions up to the earlier commit, oldest first
     * @return empty if the current history does not contain the entry, as for files in third-party formats
     */
    public Optional<Successor> of(List<Revision> then) {
        for (int i = then.size() - 1; i >= 0; i--) {
            Place place = places.getOrDefault(then.get(i).commit().id(), Map.of())
                    .get(then.get(i).path());
            if (place != null) {
                return Optional.of(successor(place));
            }
        }
        return Optional.empty();
    }

    private Successor successor(Place place) {
        List<Optional<Entry>> since = new ArrayList<>();
        List<Revision> revisions = now.of(place.path());
        for (Revision revision : revisions.subList(place.at() + 1, revisions.size())) {
            Optional<Entry> header = former.of(revision);
            // A file whose header cannot be parsed was never published.
            if (header.isPresent() || revision.blob().isEmpty()) {
                since.add(header);
            }
        }
        return new Successor(place.path(), since);
    }

    /** Returns the last parsable header after the last deletion. */
    private Optional<Entry> lastOf(List<Revision> revisions) {
        for (int i = revisions.size() - 1; i >= 0 && revisions.get(i).blob().isPresent(); i--) {
            Optional<Entry> header = former.of(revisions.get(i));
            if (header.isPresent()) {
                return header;
            }
        }
        return Optional.empty();
    }

    /** Returns every parsable header at a path, oldest first, including drafts and previous holders of the path. */
    public List<Entry> headers(String path) {
        List<Entry> headers = new ArrayList<>();
        now.of(path).forEach(revision -> former.of(revision).ifPresent(headers::add));
        return headers;
    }

    /** Returns the last headers of deleted entries, by their last path. */
    public Map<String, Entry> deleted() {
        Map<String, Entry> deleted = new TreeMap<>();
        now.byPath().forEach((path, revisions) -> {
            int last = revisions.size() - 1;
            if (revisions.get(last).blob().isEmpty()) {
                lastOf(revisions.subList(0, last)).ifPresent(entry -> deleted.put(path, entry));
            }
        });
        return deleted;
    }
}
