package org.gongkai.publish.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.gongkai.io.HeapBudget;
import org.gongkai.site.Intervention;
import org.gongkai.site.address.AddressPaths;
import org.gongkai.text.DateText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page of a finished site.
 *
 * @param title its heading or, lacking one, its title
 * @param words the text of its content, without navigation
 * @param isEntry whether it has content of its own, and is neither a redirect nor a notice
 */
public record FinishedPage(String title, String words, boolean isEntry) {

    /** A placeholder for the root of the site, against which relative links are resolved. */
    public static final String ROOT = "https://site.invalid/";

    /** Larger pages are no redirects. */
    private static final int LARGEST_REDIRECT = 1 << 16;

    /** The address of the list of changes. */
    public static final String CHANGES = "changes/index.html";

    private static final int LARGEST = 1 << 24;
    private static final int HEAP_PER_BYTE = 20;

    /** The text of a page in a folder; for a file too large for a page, only its address. */
    public static FinishedPage of(Path folder, String address) throws IOException {
        Path file = folder.resolve(address);
        if (Files.size(file) > HeapBudget.ofProcess().most(LARGEST, HEAP_PER_BYTE)) {
            return new FinishedPage(address, folder.toString(), true);
        }
        try (InputStream html = Files.newInputStream(file)) {
            Document page = Jsoup.parse(html, null, "");
            boolean isEntry = isEntry(page);
            Element heading = page.selectFirst("h1");
            String title = heading == null || heading.text().isBlank() ? page.title() : heading.text();
            Element main = page.selectFirst("article");
            main = main == null ? page.selectFirst("main") : main;
            main = main == null ? page.body() : main;
            main.select("nav, script, style").remove();
            return new FinishedPage(title, main.text(), isEntry);
        }
    }

    /** Whether a page is neither a redirect nor a notice, which have titles of their own. */
    public static boolean isEntry(Document page) {
        return page.select("meta[http-equiv=refresh], .notice-page, meta[name=robots][content*=noindex]")
                .isEmpty();
    }

    /** A page of a folder, to be changed. */
    static Document parsed(Path folder, String address) throws IOException {
        Document page = Jsoup.parse(Files.readString(folder.resolve(address)), ROOT + address);
        page.outputSettings().prettyPrint(false);
        return page;
    }

    /** Adds what was done to the site to its list of changes, and returns the line. */
    public static Element announce(Document changes, LocalDate day, Intervention.Kind done) {
        Element list = changes.selectFirst("ul.announced");
        if (list == null) {
            list = new Element("ul").addClass("changes").addClass("announced");
            changes.selectFirst("h1").parent().after(list);
        }
        Element line = list.prependElement("li");
        line.appendElement("time")
                .addClass("change-day")
                .attr("datetime", day.toString())
                .text(DateText.chinese(day));
        line.appendText(" ").appendElement("span").addClass("change-done").text(done.text());
        line.appendText(" ");
        return line;
    }

    /** The target of a redirect as written in the page; empty if the page is no redirect. */
    public static Optional<String> redirect(String html) {
        if (!html.contains("refresh")) {
            return Optional.empty();
        }
        Element meta = Jsoup.parse(html).selectFirst("meta[http-equiv=refresh]");
        return Optional.ofNullable(meta).map(m -> m.attr("content").replaceFirst("(?i)^[^;]*;\\s*url=", ""));
    }

    /** The target address of the redirect at an address; empty if there is none, or it leads out of the site. */
    public static Optional<String> redirect(Path site, String address) throws IOException {
        Path page = site.resolve(address);
        return Files.isRegularFile(page) && Files.size(page) <= LARGEST_REDIRECT
                ? redirect(new String(Files.readAllBytes(page), StandardCharsets.UTF_8))
                        .flatMap(reference -> AddressPaths.target(address, reference))
                : Optional.empty();
    }
}
