package org.gongkai.publish.release.takedown;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.gongkai.publish.release.FinishedPage;
import org.gongkai.site.Editions;
import org.gongkai.text.MoneyText;
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
final class MentionRemoval {

    private static final String GONE = "（已撤下）";
    /** A number of entries or rows. */
    private static final String COUNT = "\\d[\\d,]{0,11}(?=\\s?[篇条])";
    /** In the table of years and columns. */
    private static final String CELLS = ".matrix td > *, .matrix [aria-label]";

    private final Set<String> addresses;
    private final Set<String> tags;
    private final Set<String> words = new TreeSet<>();

    /**
     * @param addresses where the page stands, in whatever column or year; each ends in {@code .html}
     * @param tags the files of tags and matters that only this page has
     */
    MentionRemoval(Set<String> addresses, Set<String> tags) {
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
        if (!links.isEmpty()) {
            PageNumbers numbers = new PageNumbers(page);
            links.forEach(link -> remove(link, path));
            numbers.recount();
            page.select(".month h2:has(+ ul:not(:has(li))), .month h2 + ul:not(:has(li))")
                    .remove();
        }
        return !links.isEmpty();
    }

    /** In lists and registers the whole line goes; in what somebody wrote, the words of the link alone. */
    private void remove(Element link, String path) {
        if (!link.normalName().equals("a")) {
            link.remove();
            return;
        }
        Element line = link.closest("li");
        boolean ownLine = line != null
                && link.closest(".prose, dd") == null
                && (line.select("a[href]").stream().allMatch(other -> isMeant(path, other.attr("href")))
                        || link == line.selectFirst("li:not(.line-alike) > .line-title > a"));
        Element row = RegisterFileRedaction.isPage(path)
                ? link.closest("tr:has(td):not(.coverage tr, .classes tr), .table-wrap:has(caption a)")
                : null;
        Element way = link.closest(".line-way");
        if (row != null) {
            row.remove();
        } else if (ownLine) {
            line.remove();
        } else if (way != null) {
            way.remove();
        } else if (line != null && line.hasClass("line-alike")) {
            // The title of several entries, which leads to the first of them.
            link.replaceWith(new TextNode(link.ownText()));
        } else {
            link.replaceWith(new TextNode(GONE));
        }
    }

    /** Whether a page lists the page. */
    boolean isListedIn(Document page, String path) {
        return page.select(".line-title > a[href], .line-alike a[href]").stream()
                .anyMatch(link -> isMeant(path, link.attr("href")));
    }

    /**
     * Counts less in lists, beside links to them and in tables of them; returns whether there were any.
     *
     * @param lost how many lines less there are in each list, by its folder
     */
    static boolean recount(Document page, String path, Map<String, Integer> lost) {
        boolean isFound = false;
        for (Element count : page.select("body *:not(.prose *):matchesOwn(" + COUNT + "), .count, " + CELLS)) {
            int less = lost(list(count, path), lost);
            if (less > 0) {
                isFound = true;
                boolean isBare = count.is(".count, td > *") && count.ownText().matches("[\\d,]+");
                String number = isBare ? "[\\d,]+" : COUNT;
                count.textNodes().forEach(text -> text.text(less(text.getWholeText(), number, less)));
                if (count.hasAttr("aria-label")) {
                    count.attr("aria-label", less(count.attr("aria-label"), COUNT, less));
                }
                if (count.is(CELLS) && count.ownText().equals("0")) {
                    count.tagName("span").removeAttr("href").text("—").parent().attr("class", "none");
                }
            }
        }
        if (RegisterFileRedaction.isOverview(path)) {
            lost.keySet().forEach(list -> page.select(".chart tr:has(td a[href*=" + list + "])")
                    .remove());
            page.select(".chart:not(:has(td)), details.register-year:not(:has(td))")
                    .remove();
        }
        return isFound;
    }

    private static String less(String text, String number, int less) {
        return Pattern.compile(number)
                .matcher(text)
                .replaceFirst(found -> MoneyText.grouped("" + Math.max(0, number(found.group()) - less)));
    }

    /** Parses a number as pages show it. */
    static int number(String shown) {
        return Integer.parseInt(shown.replaceAll("[,篇]", ""));
    }

    private static int lost(String folder, Map<String, Integer> lost) {
        // The home page counts all entries.
        return folder.isEmpty()
                ? Math.min(1, lost.size())
                : lost.entrySet().stream()
                        .filter(list -> list.getKey().startsWith(folder))
                        .mapToInt(Map.Entry::getValue)
                        .max()
                        .orElse(0);
    }

    /**
     * The folder of what a number counts: of that to which a link around it, before it or at the head of its row or
     * column leads, else of the page; a path that no list has if it counts something else.
     */
    private static String list(Element count, String path) {
        Element cell = count.closest(".matrix td");
        Element link = Optional.ofNullable(count.closest("a")).orElse(count.previousElementSibling());
        if (cell != null && link == null) {
            Element row = cell.parent();
            link = cell.closest("tfoot") == null
                    ? row.selectFirst("th a")
                    : cell.closest("table")
                            .selectFirst("thead tr")
                            .child(cell.elementSiblingIndex())
                            .selectFirst("a");
        }
        boolean isOwn = count.is(".total, .current .count") || count.is(".site-line *") || cell != null;
        return link != null && link.is("a[href$=index.html]") && !count.is(".total, .current .count")
                ? folder(link.absUrl("href").replace(FinishedPage.ROOT, ""))
                : isOwn && (link == null || !link.is("a")) ? folder(path) : path;
    }

    /** The folder of an address, ending in {@code /}. */
    static String folder(String address) {
        return address.substring(0, address.lastIndexOf('/') + 1);
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
