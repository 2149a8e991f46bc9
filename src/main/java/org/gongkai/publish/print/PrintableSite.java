package org.gongkai.publish.print;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.feature.register.model.Register;
import org.gongkai.pipeline.live.PartialSite;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Problem;
import org.gongkai.publish.InvalidRequest;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.address.AddressPaths;
import org.gongkai.text.DateText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A site that makes the pages that are printed and no others.
 *
 * @param root the root of its source
 * @param from its pages and files
 */
record PrintableSite(Path root, PartialSite from) {

    private static final String INDEX = "index.html";

    /** Browsers get pages that are unable to run anything or to reach anything but files. */
    private static final String POLICY =
            "default-src 'none'; style-src file: 'unsafe-inline'; img-src file: data:; font-src file: data:";

    /** The problems found so far. */
    List<Problem> problems() {
        return from.problems();
    }

    boolean hasErrors() {
        return problems().stream().anyMatch(Problem::isError);
    }

    /** Its entries by their addresses. */
    Map<String, Item> entries() {
        return site().items().stream().collect(Collectors.toMap(Item::address, item -> item));
    }

    /** Its entries in their places. */
    Site site() {
        return from.site();
    }

    LocalDate day() {
        return site().asOf();
    }

    /** Makes a page and all that it shows, and returns where it is; empty if there is none. */
    Optional<Path> page(String address) throws IOException {
        return withReferences(address, from.file(address));
    }

    /** Makes an entry as a paper to be signed in the place of its page, as {@link #page}. */
    Optional<Path> paper(Item item) throws IOException {
        return withReferences(item.address(), from.paper(item));
    }

    private Optional<Path> withReferences(String address, Optional<Path> page) throws IOException {
        if (page.isPresent()) {
            from.withReferences(references(address, Files.readAllBytes(page.get())));
        }
        return page;
    }

    /**
     * Returns the addresses of pages that are typed as addresses or as sources of entries, each once, in the order in
     * which they are typed. Only what is among the files of the site is a page, so that nothing that is typed leads out
     * of it. Called if there are no errors.
     *
     * @throws InvalidRequest if one of them is no page of the site
     */
    List<String> find(List<String> typed) throws IOException {
        Set<String> pages = from.addressesOfPages();
        Map<String, String> byPath = site().items().stream()
                .collect(Collectors.toMap(item -> item.entry().path(), Item::address));
        Set<String> found = new LinkedHashSet<>();
        typed.forEach(word -> found.add(entry(word, byPath)
                .or(() -> page(word, pages))
                .orElseThrow(() -> new InvalidRequest("站点里没有这一页，没有打印：" + word + hint(word, pages, byPath)))));
        return List.copyOf(found);
    }

    private Optional<String> page(String typed, Set<String> pages) {
        String address = address(typed);
        return pages.contains(address)
                ? Optional.of(address)
                : Optional.of(address.isEmpty() || address.endsWith("/") ? address + INDEX : address + "/" + INDEX)
                        .filter(pages::contains);
    }

    private String address(String typed) {
        String baseUrl = site().config().baseUrl();
        String address = typed.replaceFirst("[?#].*$", "");
        return !baseUrl.isEmpty() && address.startsWith(baseUrl)
                ? address.substring(baseUrl.length())
                : address.replaceFirst("^(?:\\./|/)++", "");
    }

    /** The page of an entry whose source is typed from the root of the site, or from the current folder. */
    private Optional<String> entry(String typed, Map<String, String> byPath) {
        return Optional.ofNullable(byPath.get(typed.replace('\\', '/').replaceFirst("^\\./", "")))
                .or(() -> fromFolder(typed).map(byPath::get));
    }

    private Optional<String> fromFolder(String typed) {
        try {
            Path file = Path.of(typed).toAbsolutePath().normalize();
            return file.startsWith(root)
                    ? Optional.of(root.relativize(file).toString().replace('\\', '/'))
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private String hint(String typed, Set<String> pages, Map<String, String> byPath) {
        if (typed.startsWith(Register.WALL)) {
            return "；这个月没有要张贴的内容";
        }
        if (typed.matches("(?i).*\\.(?:md|adoc)")) {
            return "；它不是条目，或者没有公开（草稿和没到发布日期的，加上 --drafts）";
        }
        List<String> known = new ArrayList<>(pages);
        known.addAll(byPath.keySet());
        return Nearest.of(address(typed), known)
                .map(near -> "；您是不是要写“" + near + "”")
                .orElse("；请写从首页算起的网址，如 notices/2024/a.html，或者条目的源文件");
    }

    /** Reads a page of a site. */
    static Document parse(byte[] page) throws IOException {
        Document document = Jsoup.parse(new ByteArrayInputStream(page), StandardCharsets.UTF_8.name(), "");
        document.outputSettings().prettyPrint(false);
        return document;
    }

    /**
     * Prepares a page.
     *
     * @param day the day of printing, which a script of the page would fill in for a reader
     */
    static byte[] printable(Document document, LocalDate day) {
        document.select("script, meta[http-equiv]").remove();
        document.select(".js-printed").forEach(place -> place.text(DateText.chinese(day) + "打印，"));
        document.head()
                .prependElement("meta")
                .attr("http-equiv", "Content-Security-Policy")
                .attr("content", POLICY);
        return document.outerHtml().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Returns the addresses of what a page shows: style sheets and pictures.
     *
     * @param address the address of the page, from which its references lead
     */
    static Set<String> references(String address, byte[] page) throws IOException {
        Set<String> references = new TreeSet<>();
        for (Element shown : parse(page).select("link[href][rel~=(?i)\\b(stylesheet|icon)\\b], [src], [srcset]")) {
            Stream.concat(
                            Stream.of(shown.tagName().equals("link") ? shown.attr("href") : shown.attr("src")),
                            Arrays.stream(shown.attr("srcset").split(","))
                                    .map(one -> one.strip().replaceFirst("\\s.*", "")))
                    .filter(reference -> !reference.isEmpty())
                    .forEach(
                            reference -> AddressPaths.target(address, reference).ifPresent(references::add));
        }
        return references;
    }
}
