package org.gongkai.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gongkai.output.Manifest;
import org.gongkai.publish.release.ledger.Store;

/** What can be verified at a path. */
public sealed interface VerificationTarget {

    /** A release in one file. */
    record Archive(Path file) implements VerificationTarget {}

    /** A folder to which sites are published, with the stores of all audiences. */
    record Published(List<Store> stores) implements VerificationTarget {}

    /** The folder of one release, which may be unknown to the ledger of its store. */
    record OneRelease(Store store, String id) implements VerificationTarget {}

    /** A site that was built and not published: its manifest is not sealed. */
    record Unsealed(Path folder) implements VerificationTarget {}

    /**
     * Returns the target at an absolute path.
     *
     * @throws InvalidRequest if there is nothing that can be verified
     * @throws IOException if the disk cannot be read
     */
    static VerificationTarget at(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return new Archive(path);
        }
        if (!Files.isDirectory(path)) {
            throw new InvalidRequest("没有这个文件夹或文件：" + path);
        }
        List<Store> stores = Store.at(path);
        if (!stores.isEmpty()) {
            return new Published(stores);
        }
        Path real = path.toRealPath();
        Optional<Store> store = storeOfRelease(real);
        if (store.isPresent()) {
            return new OneRelease(store.get(), real.getFileName().toString());
        }
        if (Files.isRegularFile(path.resolve(Manifest.NAME))) {
            return new Unsealed(path);
        }
        throw new InvalidRequest("这里没有发布过的站点，也没有 " + Manifest.NAME + "：" + path);
    }

    /** The store of which a folder is a release; empty if it is not one. */
    private static Optional<Store> storeOfRelease(Path folder) throws IOException {
        Path releases = folder.getParent();
        if (releases == null || releases.getParent() == null || !releases.endsWith("releases")) {
            return Optional.empty();
        }
        return Store.at(releases.getParent()).stream()
                .filter(store -> store.folder().equals(releases.getParent()))
                .findFirst();
    }
}
