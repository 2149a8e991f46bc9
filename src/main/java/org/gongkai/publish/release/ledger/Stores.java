package org.gongkai.publish.release.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds stores. */
public final class Stores {

    private Stores() {}

    /**
     * The stores at a folder that were published into last: the folder itself, or those of its audiences. After
     * audiences were added or removed, the other stores remain but are no longer used.
     */
    public static List<Store> inUse(Path folder) throws IOException {
        List<Store> own = new ArrayList<>();
        List<Store> below = new ArrayList<>();
        for (Store store : Store.at(folder)) {
            (store.folder().equals(folder) ? own : below).add(store);
        }
        if (own.isEmpty() || below.isEmpty()) {
            return own.isEmpty() ? below : own;
        }
        return lastPublished(own).isAfter(lastPublished(below)) ? own : below;
    }

    /** The stores of the other audiences of the same site; empty if there are none. */
    public static List<Store> besides(Store store) throws IOException {
        Path parent = store.folder().toAbsolutePath().getParent();
        List<Store> all = new ArrayList<>(parent == null ? List.of() : inUse(parent));
        return all.remove(store) ? List.copyOf(all) : List.of();
    }

    private static OffsetDateTime lastPublished(List<Store> stores) throws IOException {
        OffsetDateTime last = OffsetDateTime.MIN;
        for (Store store : stores) {
            for (Ledger.Release release : store.ledger().releases()) {
                OffsetDateTime at = release.record().at();
                last = at.isAfter(last) ? at : last;
            }
        }
        return last;
    }

    /** The store whose folder is a path or contains it; empty if there is none. */
    public static Optional<Store> around(Path path) throws IOException {
        for (Path at = path; at != null; at = at.getParent()) {
            Store store = new Store(at);
            if (store.isOurs() || store.hasTraces()) {
                return Optional.of(store);
            }
        }
        return Optional.empty();
    }
}
