package org.gongkai.publish.release;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.publish.release.LockedStores.LockedStore;
import org.gongkai.publish.release.ledger.Event.Pruned;
import org.gongkai.publish.release.ledger.Ledger.Release;

/**
 * Deletes all releases but the newest ones and the current one. Editions are never deleted.
 *
 * @param keep how many of the newest releases remain
 */
public record Pruning(int keep) {

    /** Deletes releases of a store; returns them, oldest first. */
    public List<Release> of(LockedStore store) throws IOException {
        List<Release> kept = store.ledger().retained();
        List<Release> old = new ArrayList<>(kept.subList(0, Math.max(0, kept.size() - keep)));
        store.ledger()
                .current()
                .map(Release::id)
                .ifPresent(current -> old.removeIf(release -> release.id().equals(current)));
        if (!old.isEmpty()) {
            store.record(new Pruned(old.stream().map(Release::id).toList()));
        }
        return old;
    }
}
