package org.gongkai.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.LockedStores;
import org.gongkai.publish.release.PartialPublication;
import org.gongkai.publish.release.TakedownRun;
import org.gongkai.publish.release.file.Disk;
import org.gongkai.publish.release.ledger.LedgerWriter;
import org.gongkai.publish.release.ledger.Store;
import org.gongkai.publish.release.ledger.Stores;
import org.gongkai.publish.release.takedown.NamedEntries;

/**
 * Takes a page down for all audiences of a folder, or allows it to be published again.
 *
 * @param folder the folder that was published into, or that of one of several audiences
 * @param lockTimeoutSeconds how long to wait for another process
 * @param writer writes the ledgers
 */
public record PageTakedown(Path folder, int lockTimeoutSeconds, Clock clock, LedgerWriter writer) {

    /**
     * The result of a takedown.
     *
     * @param found whether any store has, or had, the page
     * @param parts what was done to each store
     * @param mentions files that still hold the title or the address of the page
     * @param copies files of other entries with the content of its files
     */
    public record Result(
            boolean found, List<TakedownRun.Part> parts, SortedSet<String> mentions, SortedSet<String> copies) {

        /** The published address that is most like a page that was not found, if there is one. */
        public Optional<String> nearest() {
            return parts.stream()
                    .flatMap(part -> part.takedown().nearest().stream())
                    .findFirst();
        }
    }

    /**
     * Takes a page down.
     *
     * @param page its address from the root of the site; of an entry of another site that a portal names, that of its link or
     *     the end of it
     * @throws PublicationRefused if the address cannot be taken down, or a release is not as it was sealed; nothing is
     *     changed then
     * @throws PartialPublication if the takedown was recorded and is not complete; the next command completes it
     * @throws IOException if it was not recorded; nothing is changed then
     */
    public Result takeDown(String page, String reason) throws IOException {
        try (LockedStores stores = lock()) {
            TakedownRun run = run(stores, page, reason);
            boolean wasDown = run.isDown();
            List<TakedownRun.Part> parts = run.run();
            SortedSet<String> mentions = new TreeSet<>();
            SortedSet<String> copies = new TreeSet<>();
            parts.forEach(part -> {
                mentions.addAll(part.takedown().mentions());
                copies.addAll(part.takedown().copies());
            });
            boolean found =
                    wasDown || parts.stream().anyMatch(part -> part.event().isPresent());
            return new Result(found, parts, mentions, copies);
        }
    }

    /**
     * Allows a page to be published again. Releases from which it was taken out stay as they are.
     *
     * @return whether the page was taken down
     */
    public boolean undo(String page, String reason) throws IOException {
        try (LockedStores stores = lock()) {
            TakedownRun run = run(stores, page, reason);
            boolean down = run.isDown();
            run.undo();
            return down;
        }
    }

    private TakedownRun run(LockedStores stores, String page, String reason) throws IOException {
        return new TakedownRun(stores, NamedEntries.whole(page, Store.at(folder)), reason, isOneOfSeveral());
    }

    private LockedStores lock() throws IOException {
        return LockedStores.begin(folder, Store.at(folder), lockTimeoutSeconds, clock, writer, new Disk());
    }

    /** Whether the folder is that of one audience beside which others have theirs. */
    private boolean isOneOfSeveral() throws IOException {
        return !Stores.besides(new Store(folder)).isEmpty();
    }
}
