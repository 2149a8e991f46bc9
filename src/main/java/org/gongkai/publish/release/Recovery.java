package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.file.Disk;
import org.gongkai.publish.release.ledger.Ledger;
import org.gongkai.publish.release.ledger.Ledger.Release;
import org.gongkai.publish.release.ledger.LedgerWriter;
import org.gongkai.publish.release.ledger.Store;
import org.gongkai.publish.release.takedown.ReleaseSwap;

/**
 * Makes a store agree with its records. What a killed command has recorded is completed; what it has not recorded is
 * deleted. Files that are neither named in the records nor marked as work in progress are left alone. An unfinished
 * publication to several stores must be completed first, see {@link Transaction}.
 */
record Recovery(Store store, Disk disk) {

    /**
     * Recovers the store, whose lock must be held.
     *
     * @return the records
     * @throws PublicationRefused if they were tampered with or are missing
     */
    Ledger run() throws IOException {
        Ledger ledger = store.ledger();
        ReleaseSwap swap = new ReleaseSwap(store, disk);
        for (Map.Entry<String, Ledger.Sealed> edition : ledger.editions().entrySet()) {
            swap.finish(store.edition(edition.getKey()), edition.getValue().manifestHash());
        }
        for (Release release : ledger.retained()) {
            swap.finish(store.release(release.id()), release.sealed().manifestHash());
        }
        switchTo(ledger);
        disk.delete(LedgerWriter.temporary(store));
        disk.delete(store.folder().resolve(Store.WORK + store.current().getFileName()));
        for (Path folder : List.of(store.releases(), store.editions(), store.addresses())) {
            for (Path child : work(folder)) {
                disk.delete(child);
            }
        }
        for (Release release : ledger.releases()) {
            if (release.pruned()) {
                remove(store.release(release.id()));
                disk.delete(store.addresses(release.id()));
            }
        }
        return ledger;
    }

    /** Points {@code current} to the release that the records name. */
    private void switchTo(Ledger ledger) throws IOException {
        Optional<Path> named = ledger.current().map(release -> Store.linkTo(release.id()));
        if (named.isPresent()
                && !store.served().equals(named)
                && Files.isDirectory(store.folder().resolve(named.get()))) {
            disk.replaceLink(store.current(), named.get());
        }
    }

    /** Deletes a release. It is moved first, for a partly deleted folder must not look like a release. */
    private void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Path old = Store.discardedOf(folder);
        disk.delete(old);
        disk.move(folder, old);
        disk.delete(old);
    }

    /** The files and folders in a folder that are marked as work in progress, sorted. */
    private static List<Path> work(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var children = Files.list(folder)) {
            return children.filter(child -> child.getFileName().toString().startsWith(Store.WORK))
                    .sorted()
                    .toList();
        }
    }
}
