package org.gongkai.release;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** Finds, and takes out, what other pages, feeds and site maps say of one page. */
final class Mentions {

    /** Stands for the root of the site; links are relative, so any host will do. */
    private static final String ROOT = "https://site.invalid/";

    private static final String GONE = "（已撤下）";

    private final String address;
    private final String below;

    /**
     * @param address the page
     * @param below the folder of its files, ending in {@code /}
     */
    Mentions(String address, String below) {
        this.address = address;
        this.below = below;
    }

    /** A word that every link to the files of the page holds. */
    String lastFolder() {
        String folder = below.substring(0, below.length() - 1);
        return folder.substring(folder.lastIndexOf('/') + 1) + "/";
    }

    /** Whether a page does nothing but lead to the page. */
    boolean redirects(String html, String path) {
        return Jsoup.parse(html, ROOT + path).select("meta[http-equiv=refresh]").stream()
                .map(meta -> meta.attr("content").replaceFirst("(?i)^[^;]*;\\s*url=", ""))
                .anyMatch(target -> isMeant(path, target));
    }

    /** A page without its links to the page; empty if it has none. */
    Optional<String> withoutInPage(String html, String path) {
        Document page = Jsoup.parse(html, ROOT + path);
        page.outputSettings().prettyPrint(false);
        List<Element> links = page.select("[href]").stream()
                .filter(link -> isMeant(path, link.attr("href")))
                .toList();
        links.forEach(link -> remove(link, path));
        return links.isEmpty() ? Optional.empty() : Optional.of(page.outerHtml());
    }

    /** In lists the whole line goes; in what somebody wrote, the words of the link alone. */
    private void remove(Element link, String path) {
        if (!link.normalName().equals("a")) {
            link.remove();
            return;
        }
        Element line = link.closest("li");
        boolean ownLine = line != null
                && link.closest(".prose, dd") == null
                && line.select("a[href]").stream().allMatch(other -> isMeant(path, other.attr("href")));
        if (ownLine) {
            line.remove();
        } else {
            link.replaceWith(new TextNode(GONE));
        }
    }

    /** A feed or a site map without its entries for the page; empty if it has none. */
    Optional<String> withoutInFeed(String xml, String path) {
        Document feed = Jsoup.parse(xml, ROOT + path, Parser.xmlParser());
        feed.outputSettings().prettyPrint(false);
        List<Element> entries = feed.select("entry, url, item").stream()
                .filter(entry -> entry.select("link[href]").stream().anyMatch(link -> isMeant(path, link.attr("href")))
                        || entry.select("loc, link").stream()
                                .anyMatch(place -> isMeant(path, place.text().strip())))
                .toList();
        entries.forEach(Element::remove);
        return entries.isEmpty() ? Optional.empty() : Optional.of(feed.outerHtml());
    }

    private boolean isMeant(String path, String href) {
        if (href.isEmpty()) {
            return false;
        }
        try {
            URI target = URI.create(ROOT + path).resolve(href.replaceFirst("[?#].*", ""));
            String place = target.getPath() == null ? "" : target.getPath();
            boolean here = target.toString().startsWith(ROOT);
            // Full addresses begin with a base that the site may have had when it was built.
            return here
                    ? names(place.substring(1))
                    : href.matches("https?://.*") && (place.endsWith("/" + address) || place.contains("/" + below));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean names(String place) {
        String own = place.replaceFirst("^editions/[^/]+/", "");
        return own.equals(address) || own.startsWith(below);
    }
}
