package org.gongkai.publish.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.io.HeapBudget;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

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
            boolean isEntry = page.select("meta[http-equiv=refresh], .notice-page, meta[name=robots][content*=noindex]")
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
