package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.io.FileTrees;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.ledger.Ledger;
import org.gongkai.publish.release.ledger.Ledger.Release;
import org.gongkai.publish.release.ledger.LedgerWriter;
import org.gongkai.publish.release.ledger.Store;

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
        for (Map.Entry<String, Ledger.Sealed> edition : ledger.editions().entrySet()) {
            swap(store.edition(edition.getKey()), edition.getValue().manifestHash());
        }
        for (Release release : ledger.retained()) {
            swap(store.release(release.id()), release.sealed().manifestHash());
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

    /**
     * Replaces a release or an edition by its changed copy if there is one and its manifest has this SHA-256, because
     * the takedown was recorded. While the current release is replaced, {@code current} points to a twin of the new
     * copy, so that readers never see nothing or a mixture.
     */
    private void swap(Path folder, String seal) throws IOException {
        Path fresh = Store.replacementOf(folder);
        Path discarded = Store.discardedOf(folder);
        if (!Files.isDirectory(fresh) || !FolderContents.manifestHash(fresh).equals(Optional.of(seal))) {
            return;
        }
        boolean release = folder.getParent().equals(store.releases());
        if (release && store.served().filter(Store.linkTo(name(folder))::equals).isPresent()) {
            Path twin = folder.resolveSibling(Store.servingTwin(name(folder)));
            disk.delete(twin);
            ReleaseFolderWriter.twin(fresh, twin, disk);
            disk.replaceLink(store.current(), Store.linkTo(name(twin)));
        }
        if (Files.isDirectory(folder)) {
            disk.delete(discarded);
            disk.move(folder, discarded);
        }
        disk.move(fresh, folder);
        disk.fsync(folder.getParent());
        if (release
                && store.served()
                        .filter(Store.linkTo(Store.servingTwin(name(folder)))::equals)
                        .isPresent()) {
            disk.replaceLink(store.current(), Store.linkTo(name(folder)));
            disk.delete(folder.resolveSibling(Store.servingTwin(name(folder))));
        }
        disk.delete(discarded);
    }

    private static String name(Path folder) {
        return folder.getFileName().toString();
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
        return FileTrees.children(folder).stream()
                .filter(child -> child.getFileName().toString().startsWith(Store.WORK))
                .toList();
    }
}
