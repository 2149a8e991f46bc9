package org.gongkai.history.versions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.history.git.commit.CommitHistory;
import org.gongkai.history.git.commit.CommitId;
import org.gongkai.history.git.commit.Revision;
import org.gongkai.input.entry.Entry;

/**
 * What became of the entries of an earlier commit: they are found again by the commits that wrote them, wherever they were
 * moved since. Safe for many threads.
 */
public final class Successors {

    private final CommitHistory now;
    private final PreviousHeaders former;
    private final Map<CommitId, Map<String, Place>> places = new HashMap<>();

    /** A revision in the history of today: the path at which its entry stands or stood last, and its number there, from 0. */
    private record Place(String path, int at) {}

    /**
     * What became of an entry.
     *
     * @param path where it stands, or stood last
     * @param since what was said since then, oldest first; empty where the file was deleted
     */
    public record Successor(String path, List<Optional<Entry>> since) {

        public Successor {
            since = List.copyOf(since);
        }
    }

    /**
     * @param now the history of today, in which that of the earlier commit is contained
     * @param former reads what headers said
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
     * What became of an entry.
     *
     * @param then its revisions up to the earlier commit, oldest first
     * @return empty if the history of today does not know it, as of files in formats of others
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
            // What could not be read was a mistake, and never was out.
            if (header.isPresent() || revision.blob().isEmpty()) {
                since.add(header);
            }
        }
        return new Successor(place.path(), since);
    }

    /** The last header of some revisions that can be read, not looking beyond a deletion. */
    private Optional<Entry> lastOf(List<Revision> revisions) {
        for (int i = revisions.size() - 1; i >= 0 && revisions.get(i).blob().isPresent(); i--) {
            Optional<Entry> header = former.of(revisions.get(i));
            if (header.isPresent()) {
                return header;
            }
        }
        return Optional.empty();
    }

    /** Every header at a path that can be read, oldest first, those of drafts and of what stood there before among them. */
    public List<Entry> headers(String path) {
        List<Entry> headers = new ArrayList<>();
        now.of(path).forEach(revision -> former.of(revision).ifPresent(headers::add));
        return headers;
    }

    /** What the entries that are deleted today said last, by the path at which they stood last. */
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
