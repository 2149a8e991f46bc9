package org.gongkai.publish.archive;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.output.table.Cell;
import org.gongkai.pipeline.live.PartialSite;
import org.gongkai.site.Item;
import org.gongkai.site.address.AddressPaths;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Turns pages of a site into pages of an archive. Immutable. */
record ArchivedPage(PartialSite site, Map<String, FiledEntry> byAddress, Map<String, FiledEntry> byFolder) {

    /** Marks text that was a link, until the page is complete. */
    private static final String FORMER_LINK = "data-former-link";

    ArchivedPage(PartialSite site, List<FiledEntry> entries) {
        this(
                site,
                entries.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                entry -> entry.item().address(), Function.identity())),
                entries.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                entry -> entry.item().folder(), Function.identity())));
    }

    /**
     * A page of an archive.
     *
     * @param html its bytes
     * @param styles the addresses of the files of the site that it needs besides those of its entry
     */
    record Content(byte[] html, Set<String> styles) {}

    /** Returns the page of an entry. */
    Content of(FiledEntry entry) throws IOException {
        String address = entry.item().address();
        Document page = Jsoup.parse(Files.readString(site.file(address).orElseThrow()));
        page.outputSettings().charset(StandardCharsets.UTF_8).prettyPrint(false);
        page.select("script, form, meta[http-equiv=refresh]").remove();
        Set<String> styles = new TreeSet<>();
        for (Element link : page.select("link[href]")) {
            boolean isShown = link.attr("rel").matches("(?i).*\\b(stylesheet|icon)\\b.*");
            Optional<String> place = isShown ? embedded(entry, link.attr("href"), styles) : Optional.empty();
            place.ifPresentOrElse(path -> link.attr("href", path), link::remove);
        }
        for (Element shown : page.select("[src]")) {
            shown.removeAttr("srcset");
            embedded(entry, shown.attr("src"), styles).ifPresent(path -> shown.attr("src", path));
        }
        for (Element link : page.select("a[href]")) {
            relink(entry, link);
        }
        removeEmptyNavigation(page);
        page.select("[" + FORMER_LINK + "]").removeAttr(FORMER_LINK);
        return new Content(page.outerHtml().getBytes(StandardCharsets.UTF_8), styles);
    }

    private Optional<String> embedded(FiledEntry entry, String reference, Set<String> styles) throws IOException {
        Optional<String> target = AddressPaths.target(entry.item().address(), reference);
        if (target.isEmpty() || site.file(target.get()).isEmpty()) {
            return Optional.empty();
        }
        if (entry.owns(target.get())) {
            return Optional.of(relative(entry, entry.attachment(target.get())));
        }
        styles.add(target.get());
        return Optional.of(relative(entry, entry.style(target.get())));
    }

    private void relink(FiledEntry entry, Element link) throws IOException {
        String reference = link.attr("href");
        if (reference.startsWith("#")) {
            return;
        }
        Optional<String> target = AddressPaths.target(entry.item().address(), reference);
        if (target.isEmpty()) {
            return; // It leads out of the site.
        }
        Optional<String> place = place(target.get());
        if (place.isPresent()) {
            int fragment = reference.indexOf('#');
            link.attr("href", relative(entry, place.get()) + (fragment < 0 ? "" : reference.substring(fragment)));
            return;
        }
        link.tagName("span");
        for (String name : List.of("href", "rel", "target", "download", "hreflang", "type")) {
            link.removeAttr(name);
        }
        link.attr(FORMER_LINK, true);
    }

    /** The place in the archive of a file of the site, from the root of the archive. */
    private Optional<String> place(String address) throws IOException {
        FiledEntry page = byAddress.get(address);
        if (page != null) {
            return Optional.of(page.page());
        }
        FiledEntry owner = byFolder.get(address.substring(0, address.lastIndexOf('/') + 1));
        return owner != null && site.filesOf(owner.item()).contains(address)
                ? Optional.of(owner.attachment(address))
                : Optional.empty();
    }

    private static String relative(FiledEntry from, String path) {
        String own = from.folder();
        String relative = path.startsWith(own) ? path.substring(own.length()) : "../" + path;
        try {
            // Files of a theme may have any name.
            return new URI(null, null, "/" + relative, null).toASCIIString().substring(1);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    /** Removes navigation that consisted of links to pages that are not in the archive, and ways back to lists. */
    private static void removeEmptyNavigation(Document page) {
        page.select("nav a[href=#top], footer a[href=#top]")
                .forEach(link -> link.parent().remove());
        page.select("nav, footer li").stream()
                .filter(part -> !part.select("[" + FORMER_LINK + "]").isEmpty())
                .filter(part -> part.select("a[href]").isEmpty())
                .forEach(Element::remove);
        page.select("footer ul, footer ol").stream()
                .filter(list -> list.childrenSize() == 0)
                .forEach(Element::remove);
    }

    /**
     * An entry in an archive.
     *
     * @param number its number (件号), from 1
     * @param item the entry and the address of its page in the site
     */
    record FiledEntry(int number, Item item) {

        private static final Comparator<Item> ORDER = Comparator.comparing(
                        (Item item) -> Kind.Filing.years(item.entry().retention()), Comparator.reverseOrder())
                .thenComparing(item -> date(item.entry()))
                .thenComparing(item -> item.entry().publication().number())
                .thenComparing(item -> item.entry().path());

        /** Numbers the entries of a year: those kept longest first, then by date, index number and path. */
        static List<FiledEntry> of(int year, List<Item> items) {
            return of(items.stream()
                    .filter(item -> item.entry().listing().years().contains(year))
                    .toList());
        }

        /** Numbers entries in this order. */
        static List<FiledEntry> of(List<Item> items) {
            List<FiledEntry> filed = new ArrayList<>();
            for (Item item : items.stream().sorted(ORDER).toList()) {
                filed.add(new FiledEntry(filed.size() + 1, item));
            }
            return List.copyOf(filed);
        }

        Entry entry() {
            return item.entry();
        }

        /** Its folder, ending in {@code /}; ASCII as the address of its page. */
        String folder() {
            String address = item.address();
            String slug = address.substring(address.lastIndexOf('/') + 1, address.length() - ".html".length());
            return String.format(Locale.ROOT, "%04d-%s/", number, slug);
        }

        String page() {
            return folder() + "page.html";
        }

        String source() {
            return folder() + "source." + entry().source().file().ending();
        }

        /** The place of a file that the entry names. */
        String attachment(String address) {
            return folder() + "attachments/" + address.substring(item.folder().length());
        }

        /** The place of a file of the site that the page needs. */
        String style(String address) {
            return folder() + "styles/" + address;
        }

        /** Returns true if a file of the site belongs to the entry; the pages of its history do not. */
        boolean owns(String address) {
            String folder = item.folder();
            return address.startsWith(folder) && address.indexOf('/', folder.length()) < 0;
        }

        /** The day on which it was signed, otherwise that of its publication. */
        LocalDate date() {
            return date(entry());
        }

        /**
         * The row of an entry in the catalogue: what it is, how long it is kept and where it lies.
         *
         * @param pages the number of pages of its attachments, if known
         */
        List<Cell> row(OptionalInt pages) {
            Entry entry = entry();
            return List.of(
                    numeral(number),
                    new Cell.Text(entry.title()),
                    new Cell.Text(entry.publication().publisher()),
                    new Cell.Text(documentNumber(entry)),
                    new Cell.Day(date()),
                    new Cell.Text(entry.retention()),
                    pages.isPresent() ? numeral(pages.getAsInt()) : Cell.Text.NONE,
                    new Cell.Text(entry.publication().number()),
                    new Cell.Words(entry.kinds().stream().map(Kind::name).toList()),
                    new Cell.Text(folder()));
        }

        private static Cell numeral(int number) {
            return new Cell.Number(BigDecimal.valueOf(number));
        }

        /** The number of the document; a kind may define the field anew. */
        private static String documentNumber(Entry entry) {
            return entry.own().stream()
                    .filter(own -> own.spec().name().equals("发文字号"))
                    .map(own ->
                            own.value() instanceof Value.Text text ? text.text().strip() : "")
                    .findFirst()
                    .orElseGet(() -> entry.text(CommonField.DOC_NUMBER));
        }

        private static LocalDate date(Entry entry) {
            return entry.dates().signed().orElse(entry.dates().day());
        }
    }
}
