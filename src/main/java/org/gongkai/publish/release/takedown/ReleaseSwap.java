package org.gongkai.publish.release.takedown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gongkai.publish.release.file.Disk;
import org.gongkai.publish.release.file.FolderContents;
import org.gongkai.publish.release.file.FolderTree;
import org.gongkai.publish.release.ledger.Store;

/**
 * Replaces a release or an edition by its changed copy after the takedown was recorded. May be interrupted at any point
 * and run again. While the current release is replaced, {@code current} points to a twin of the new copy, so that
 * readers never see nothing or a mixture.
 */
public record ReleaseSwap(Store store, Disk disk) {

    /** Replaces a folder by its copy if the copy exists and its manifest has this SHA-256. */
    public void finish(Path folder, String seal) throws IOException {
        Path fresh = Store.replacementOf(folder);
        Path discarded = Store.discardedOf(folder);
        if (!Files.isDirectory(fresh) || !FolderContents.manifestHash(fresh).equals(Optional.of(seal))) {
            return;
        }
        boolean release = folder.getParent().equals(store.releases());
        if (release && store.served().filter(Store.linkTo(name(folder))::equals).isPresent()) {
            Path twin = folder.resolveSibling(Store.servingTwin(name(folder)));
            disk.delete(twin);
            FolderTree.twin(fresh, twin, disk);
            disk.replaceLink(store.current(), Path.of("releases", name(twin)));
        }
        if (Files.isDirectory(folder)) {
            disk.delete(discarded);
            disk.move(folder, discarded);
        }
        disk.move(fresh, folder);
        disk.fsync(folder.getParent());
        if (release
                && store.served()
                        .filter(Path.of("releases", Store.servingTwin(name(folder)))::equals)
                        .isPresent()) {
            disk.replaceLink(store.current(), Store.linkTo(name(folder)));
            disk.delete(folder.resolveSibling(Store.servingTwin(name(folder))));
        }
        disk.delete(discarded);
    }

    private static String name(Path folder) {
        return folder.getFileName().toString();
    }
}
