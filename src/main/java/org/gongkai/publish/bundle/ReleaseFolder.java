package org.gongkai.publish.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.gongkai.output.Manifest;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.file.FolderContents;
import org.gongkai.publish.release.ledger.AddressList;
import org.gongkai.publish.release.ledger.Ledger.Release;
import org.gongkai.publish.release.ledger.Store;

/**
 * A release that was verified.
 *
 * @param release its state in the ledger
 * @param folder the folder of its files
 * @param manifest its manifest
 * @param lasting its lasting addresses
 */
record ReleaseFolder(Release release, Path folder, Manifest manifest, Set<String> lasting) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    static ReleaseFolder of(Store store, Release release) throws IOException {
        Path folder = store.release(release.id());
        Manifest manifest =
                FolderContents.manifest(folder).orElseThrow(() -> new PublicationRefused("清单不是本程序写的：" + folder));
        return new ReleaseFolder(
                release, folder, manifest, AddressList.of(store, release.id()).addresses());
    }

    /** Its name and the time of its publication, in Chinese. */
    String named() {
        return release.id() + "（" + TIME.format(release.record().at()) + " 发布）";
    }

    /** The text of a page. */
    PageText page(String address) {
        try {
            return PageText.of(folder, address);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Whether a file is an attachment or an image of an entry. */
    static boolean isAttachment(String path, Collection<String> lasting) {
        int slash = path.lastIndexOf('/');
        return slash > 0 && !path.endsWith(".html") && lasting.contains(path.substring(0, slash) + ".html");
    }
}
