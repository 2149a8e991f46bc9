package org.gongkai.publish.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.gongkai.io.HeapBudget;
import org.gongkai.output.Manifest;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.file.FolderContents;
import org.gongkai.publish.release.ledger.AddressList;
import org.gongkai.publish.release.ledger.Ledger.Release;
import org.gongkai.publish.release.ledger.Store;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

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

    /**
     * The text of a page.
     *
     * @param title its heading or, lacking one, its title
     * @param words the text of its content, without navigation
     * @param isEntry whether it has content of its own, and is neither a redirect nor a notice
     */
    record PageText(String title, String words, boolean isEntry) {

        private static final int LARGEST = 1 << 24;
        private static final int HEAP_PER_BYTE = 20;

        /** The text of a page in a folder; for a file too large for a page, only its address. */
        static PageText of(Path folder, String address) throws IOException {
            Path file = folder.resolve(address);
            if (Files.size(file) > HeapBudget.ofProcess().most(LARGEST, HEAP_PER_BYTE)) {
                return new PageText(address, folder.toString(), true);
            }
            try (InputStream html = Files.newInputStream(file)) {
                Document page = Jsoup.parse(html, null, "");
                boolean isEntry = page.select(
                                "meta[http-equiv=refresh], .notice-page, meta[name=robots][content*=noindex]")
                        .isEmpty();
                Element heading = page.selectFirst("h1");
                String title = heading == null || heading.text().isBlank() ? page.title() : heading.text();
                Element main = page.selectFirst("article");
                main = main == null ? page.selectFirst("main") : main;
                main = main == null ? page.body() : main;
                main.select("nav, script, style").remove();
                return new PageText(title, main.text(), isEntry);
            }
        }
    }
}
