package org.gongkai.publish.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    static PageText of(byte[] html) {
        try {
            Document page = Jsoup.parse(new ByteArrayInputStream(html), null, "");
            boolean isEntry = page.select("meta[http-equiv=refresh], .notice-page, meta[name=robots][content*=noindex]")
                    .isEmpty();
            Element heading = page.selectFirst("h1");
            String title = heading == null || heading.text().isBlank() ? page.title() : heading.text();
            Element main = page.selectFirst("article");
            main = main == null ? page.selectFirst("main") : main;
            main = main == null ? page.body() : main;
            main.select("nav, script, style").remove();
            return new PageText(title, main.text(), isEntry);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can be read", e);
        }
    }
}
