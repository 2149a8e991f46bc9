package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.gongkai.output.Manifest;
import org.gongkai.pipeline.edition.RequestedEditions;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.file.Disk;
import org.gongkai.publish.release.file.FolderContents;
import org.gongkai.publish.release.file.NewFolder;
import org.gongkai.publish.release.ledger.Ledger;
import org.gongkai.publish.release.ledger.Store;
import org.gongkai.publish.release.takedown.EditionRedaction;
import org.gongkai.publish.release.verify.Finding;
import org.gongkai.publish.release.verify.Verification;

/**
 * Makes the editions that a store lacks, where {@link Store#newEdition} says.
 *
 * @param audience who reads them
 * @param down what must not be in them
 */
record EditionMaker(
        Store store, String audience, RequestedEditions requested, Collection<Ledger.ActiveTakedown> down, Disk disk) {

    /**
     * An edition that was made, checked and protected.
     *
     * @param folder where it lies until it is published
     * @param seal SHA-256 of its manifest
     * @param files how many files it has, without the manifest
     * @param redacted the addresses at which notices replace pages that are taken down, sorted
     */
    record Edition(Path folder, String seal, int files, Set<String> redacted) {}

    /**
     * Makes an edition.
     *
     * @throws PublicationRefused if it is incomplete, or a foreign file is in its place
     */
    Edition make(String name) throws IOException {
        disk.createFolders(store.editions());
        if (Files.exists(store.edition(name), LinkOption.NOFOLLOW_LINKS)) {
            throw new PublicationRefused(
                    "这里已有一个不是发布出来的文件夹，年度存档 " + name + " 没有地方放；请移走它，或另选一个文件夹：" + store.edition(name));
        }
        Path fresh = store.newEdition(name);
        requested.maker().make(name, audience, fresh);
        Set<String> redacted = new EditionRedaction(fresh, requested.entries().of(name, audience), disk).apply(down);
        List<Finding> findings = new Verification().site(fresh);
        if (!findings.isEmpty()) {
            throw new PublicationRefused(
                    "年度存档 " + name + " 没有做完整：" + findings.get(0).text());
        }
        Manifest manifest = FolderContents.manifest(fresh).orElseThrow();
        NewFolder.protect(fresh, disk);
        return new Edition(
                fresh,
                FolderContents.manifestHash(fresh).orElseThrow(),
                manifest.files().size(),
                redacted);
    }
}
