package org.gongkai.publish.release.takedown;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.gongkai.publish.release.FinishedPage;
import org.gongkai.site.Editions;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * Finds, and takes out, what other pages, feeds and site maps say of one page. A takedown edits every kept release and
 * edition as it was published: the classes named here ({@code line-title}, {@code line-way}, {@code coverage}, {@code
 * prose}) are therefore part of what releases look like, as a path is, and may be added to but not replaced.
 */
final class Mentions {

    private static final String GONE = "（已撤下）";
    private static final String RECOUNT = "taken-down-rows";
    private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,8}");

    private final Set<String> addresses;
    private final Set<String> tags;
    private final Set<String> words = new TreeSet<>();

    /**
     * @param addresses where the page stands, in whatever column or year; each ends in {@code .html}
     * @param tags the files of tags and matters that only this page has
     */
    Mentions(Set<String> addresses, Set<String> tags) {
        this.addresses = Set.copyOf(addresses);
        this.tags = Set.copyOf(tags);
        tags.forEach(path -> words.add(path.substring(path.indexOf('/') + 1)));
        for (String address : addresses) {
            String name = address.substring(address.lastIndexOf('/') + 1);
            words.add(name);
            words.add(name.substring(0, name.length() - ".html".length()) + "/");
            words.add(comparison(address));
        }
    }

    /** The folder of the files of a page, ending in {@code /}. */
    static String below(String address) {
        return address.substring(0, address.length() - ".html".length()) + "/";
    }

    /**
     * Whether a path is the page, one of its files or tags, or a comparison of its text with that of an entry that
     * replaces it.
     */
    boolean names(String path) {
        return tags.contains(path)
                || addresses.stream()
                        .anyMatch(address -> path.equals(address)
                                || path.startsWith(below(address))
                                || path.endsWith("/history/" + comparison(address)));
    }

    /** Whether a path is the page or one of its previous versions. */
    boolean isVersion(String path) {
        return addresses.stream()
                .anyMatch(address -> path.equals(address)
                        || path.startsWith(below(address))
                                && path.substring(below(address).length()).matches("history/\\d+\\.html"));
    }

    private static String comparison(String address) {
        return "replaces-" + address.replace('/', '-');
    }

    /** Whether a text may hold a link to the page or to one of its files: every such link holds one of a few words. */
    boolean mayBeIn(String text) {
        return words.stream().anyMatch(text::contains);
    }

    /** Whether a text that is no page holds an address of the page. */
    boolean isAddressIn(String text) {
        return addresses.stream().anyMatch(text::contains);
    }

    /** Whether a page does nothing but lead to the page. */
    boolean redirects(String html, String path) {
        return FinishedPage.redirect(html)
                .filter(target -> isMeant(path, target))
                .isPresent();
    }

    /** Takes the links to the page out of another; returns whether there were any. */
    boolean removeLinks(Document page, String path) {
        List<Element> links = page.select("[href]").stream()
                .filter(link -> isMeant(path, link.attr("href")))
                .toList();
        links.forEach(link -> remove(link, path, page));
        return !links.isEmpty();
    }

    /** In lists and registers the whole line goes; in what somebody wrote, the words of the link alone. */
    private void remove(Element link, String path, Document page) {
        if (!link.normalName().equals("a")) {
            link.remove();
            return;
        }
        Element line = link.closest("li");
        boolean ownLine = line != null
                && link.closest(".prose, dd") == null
                && (line.select("a[href]").stream().allMatch(other -> isMeant(path, other.attr("href")))
                        || link == line.selectFirst(".line-title > a"));
        Element row =
                RegisterFileRedaction.isPage(path) ? link.closest("tr:has(td):not(.coverage tr, .classes tr)") : null;
        Element way = link.closest(".line-way");
        if (row != null) {
            removeRow(row, page);
        } else if (ownLine) {
            line.remove();
        } else if (way != null) {
            way.remove();
        } else {
            link.replaceWith(new TextNode(GONE));
        }
    }

    /** Whether a page lists the page. */
    boolean isListedIn(Document page, String path) {
        return page.select(".line-title > a[href]").stream().anyMatch(link -> isMeant(path, link.attr("href")));
    }

    /**
     * Counts one entry less in lists and beside links to them; returns whether there were any.
     *
     * @param lists the folders of the lists
     */
    static boolean recount(Document page, String path, Set<String> lists) {
        List<Element> counts = page.select("span.count, .total:contains(篇)").stream()
                .filter(count -> isOf(list(count, path), lists))
                .toList();
        counts.forEach(count -> count.text(COUNT.matcher(count.text())
                .replaceFirst(number -> String.valueOf(Integer.parseInt(number.group()) - 1))));
        return !counts.isEmpty();
    }

    private static boolean isOf(String folder, Set<String> lists) {
        return !folder.isEmpty() && lists.stream().anyMatch(list -> list.startsWith(folder));
    }

    /** The folder of what a number counts: of that to which a link around it or before it leads, else of the page. */
    private static String list(Element count, String path) {
        Element link = Optional.ofNullable(count.closest("a")).orElse(count.previousElementSibling());
        return folder(
                link == null || count.is(".total, .current .count")
                        ? path
                        : link.absUrl("href").replace(FinishedPage.ROOT, ""));
    }

    /** The folder of an address, ending in {@code /}. */
    static String folder(String address) {
        return address.substring(0, address.lastIndexOf('/') + 1);
    }

    /** Numbers that the rows tell are counted again; charts cannot be made again without their source. */
    private static void removeRow(Element row, Document page) {
        Element main = page.getElementById("main");
        if (main == null) {
            row.remove();
            return;
        }
        RegisterNumbers numbers = new RegisterNumbers(main);
        row.remove();
        numbers.recount();
        if (main.getElementsByClass(RECOUNT).isEmpty() && !numbers.stale().isEmpty()) {
            main.prependElement("p")
                    .addClass(RECOUNT)
                    .addClass("strip")
                    .text("本页有记录已经撤下，页上的" + numbers.stale() + "还是撤下以前的。");
        }
    }

    /** A feed or a site map without its entries for the page. */
    String withoutInFeed(String xml, String path) {
        Document feed = Jsoup.parse(xml, FinishedPage.ROOT + path, Parser.xmlParser());
        feed.outputSettings().prettyPrint(false);
        List<Element> entries = feed.select("entry, url, item").stream()
                .filter(entry -> entry.select("link[href]").stream().anyMatch(link -> isMeant(path, link.attr("href")))
                        || entry.select("loc, link").stream()
                                .anyMatch(place -> isMeant(path, place.text().strip())))
                .toList();
        entries.forEach(Element::remove);
        return entries.isEmpty() ? xml : feed.outerHtml();
    }

    private boolean isMeant(String path, String href) {
        if (href.isEmpty()) {
            return false;
        }
        try {
            URI target = URI.create(FinishedPage.ROOT + path).resolve(href.replaceFirst("[?#].*", ""));
            String place = target.getPath() == null ? "" : target.getPath();
            boolean here = target.toString().startsWith(FinishedPage.ROOT);
            // Full addresses begin with a base that the site may have had when it was built.
            return here
                    ? names(place.substring(1).replaceFirst("^" + Editions.ANY, ""))
                    : href.matches("https?://.*")
                            && (names(target.toString())
                                    || tags.stream().anyMatch(tag -> place.endsWith("/" + tag))
                                    || addresses.stream()
                                            .anyMatch(address -> place.endsWith("/" + address)
                                                    || place.contains("/" + below(address))));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
