package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.json.JsonObject;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Every address of the demonstration site")
@Tag("slow")
class LinksTest {

    private static final String OLD = "old-site/2023/plan.html";

    /** Addresses do not die, although help is no longer among the changes. */
    private static final String UNCOUNTED = "changes/help/index.html";

    /** What has expired is still found by who has its address. */
    private static final String EXPIRED = "notices/2025/slsw01-2025-00028.html";

    /** Reached by machines or by strangers only: no page leads there. */
    private static final Set<String> NOT_LINKED =
            Set.of("404.html", "assets/folder.js", "manifest.json", "site.json", "sitemap.xml", OLD, UNCOUNTED);

    private static final Pattern REFRESH = Pattern.compile("\\d+; url=(.+)");
    private static final Pattern CSS_URL = Pattern.compile("url\\(\\s*['\"]?([^'\")]+)|@import\\s+['\"]([^'\"]+)");

    private final BuiltSite site = DemoSite.site();

    @Test
    @DisplayName("in a page leads to a file, and its anchor to an element, spelled exactly")
    void pages() {
        assertThat(dead(site)).isEmpty();
        assertThat(dead(LongSite.site())).isEmpty();
        assertThat(dead(BuiltManual.site())).isEmpty();
    }

    private static List<String> dead(BuiltSite site) {
        List<String> dead = new ArrayList<>();
        for (String page : site.pages()) {
            for (String address : addresses(site.html(page))) {
                problem(site, page, address).ifPresent(problem -> dead.add(page + ": " + address + " " + problem));
            }
        }
        return dead;
    }

    @Test
    @DisplayName("in a feed or in the site map for machines leads to a file")
    void feedsAndSiteMap() {
        List<String> dead = new ArrayList<>();
        for (String feed : DemoSite.feeds().values()) {
            List<String> links = site.xml(feed).select("link").eachAttr("href");
            assertThat(links).as(feed).isNotEmpty();
            links.stream()
                    .filter(link -> !link.startsWith(DemoSite.BASE.toString())
                            || target(feed, link).filter(site.files()::contains).isEmpty())
                    .forEach(link -> dead.add(feed + ": " + link));
        }
        List<String> locs = site.xml("sitemap.xml").select("loc").eachText();
        locs.stream()
                .filter(loc -> !loc.startsWith(DemoSite.BASE.toString())
                        || target("sitemap.xml", loc)
                                .filter(site.files()::contains)
                                .isEmpty())
                .forEach(loc -> dead.add("sitemap.xml: " + loc));
        assertThat(dead).isEmpty();
        assertThat(locs).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("of a page is in the site map for machines, but for pages that are no content")
    void siteMapIsComplete() {
        Set<String> listed = new TreeSet<>();
        site.xml("sitemap.xml").select("loc").eachText().forEach(loc -> target("", loc)
                .ifPresent(listed::add));
        assertThat(site.pages().stream()
                        .filter(page -> !listed.contains(page) && !page.matches(".*/page-\\d+\\.html|.*/history/.*")))
                .containsExactlyInAnyOrder("404.html", OLD, UNCOUNTED, EXPIRED);
    }

    @Test
    @DisplayName("can be reached from the home page")
    void everyFileIsReached() {
        Set<String> reached = new HashSet<>();
        Deque<String> waiting = new ArrayDeque<>(List.of("index.html"));
        while (!waiting.isEmpty()) {
            String file = waiting.pop();
            if (reached.add(file) && file.endsWith(".html")) {
                addresses(site.html(file))
                        .forEach(a ->
                                target(file, a).filter(site.files()::contains).ifPresent(waiting::push));
            }
        }
        // The search page loads the files of the index by its script.
        assertThat(site.files().stream().filter(file -> !reached.contains(file) && !file.startsWith("search/")))
                .containsExactlyInAnyOrderElementsOf(NOT_LINKED);
    }

    @Test
    @DisplayName("is plain ASCII without capital letters, so that it survives every disc and server")
    void plainAddresses() {
        assertThat(site.files()).allMatch(file -> file.matches("[a-z0-9./_-]+"));
    }

    @Test
    @DisplayName(
            "from which a page loads something lies within the site, and pages hold no style or script of their own")
    void nothingFromElsewhere() {
        List<String> faults = new ArrayList<>();
        for (String page : site.pages()) {
            Document html = site.html(page);
            Stream.concat(
                            html.select("[src]").eachAttr("src").stream(),
                            html
                                    .select(
                                            "link[rel=stylesheet], link[rel=icon], link[rel=preload], object[data], use[href]")
                                    .stream()
                                    .map(e -> e.hasAttr("href") ? e.attr("href") : e.attr("data")))
                    .filter(address -> target(page, address).isEmpty())
                    .forEach(address -> faults.add(page + " loads " + address));
            html.select("[srcset]").stream()
                    .flatMap(picture -> sizes(picture).stream())
                    .filter(address -> target(page, address).isEmpty())
                    .forEach(address -> faults.add(page + " loads " + address));
            html.select("[style], style, script:not([src]), iframe, object, embed, base")
                    .forEach(e -> faults.add(page + " has " + e.outerHtml()));
            for (Element element : html.getAllElements()) {
                element.attributes().asList().stream()
                        .filter(a -> a.getKey().startsWith("on")
                                || a.getValue().trim().toLowerCase(Locale.ROOT).startsWith("javascript:"))
                        .forEach(a -> faults.add(page + " has " + a));
            }
        }
        for (String sheet :
                site.files().stream().filter(f -> f.endsWith(".css")).toList()) {
            Matcher url = CSS_URL.matcher(site.text(sheet));
            while (url.find()) {
                String address = url.group(1) == null ? url.group(2) : url.group(1);
                if (target(sheet, address).filter(site.files()::contains).isEmpty()) {
                    faults.add(sheet + " loads " + address);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    @DisplayName("shows a page with one h1, a language and a title")
    void everyPageIsNamed() {
        for (String page : site.pages()) {
            Document html = site.html(page);
            assertThat(html.select("h1")).as("h1 of " + page).hasSize(1);
            assertThat(html.selectFirst("h1").text()).as("h1 of " + page).isNotBlank();
            assertThat(html.selectFirst("html").attr("lang"))
                    .as("language of " + page)
                    .isEqualTo("zh-CN");
            assertThat(html.title()).as("title of " + page).isNotBlank().endsWith("示例水务站党支部 · 党务公开");
        }
    }

    @Test
    @DisplayName("stands in the manifest with its size and hash, and nothing else does")
    void manifest() throws NoSuchAlgorithmException {
        JsonObject manifest = Json.object(site.text("manifest.json"));
        assertThat(manifest.keySet()).containsExactly("generator", "commit", "asOf", "nextChange", "files");
        assertThat(manifest.getString("asOf")).isEqualTo(DemoSite.DAY);
        assertThat(manifest.getString("generator")).matches("gongkai \\d+\\.\\d+\\.\\d+.*");
        Map<String, String> expected = new TreeMap<>();
        for (String file : site.files()) {
            byte[] bytes = site.bytes(file);
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            expected.put(file, bytes.length + " " + hash);
        }
        expected.remove("manifest.json");
        List<JsonObject> files = manifest.getJsonArray("files").getValuesAs(JsonObject.class);
        assertThat(files.stream().map(f -> f.getString("path"))).containsExactlyElementsOf(expected.keySet());
        assertThat(files.stream().map(f -> f.getInt("size") + " " + f.getString("sha256")))
                .containsExactlyElementsOf(expected.values());
    }

    /** Whatever a page leads to or loads. */
    private static List<String> addresses(Document html) {
        List<String> addresses = new ArrayList<>(html.select("[href]").eachAttr("href"));
        addresses.addAll(html.select("[src]").eachAttr("src"));
        html.select("[srcset]").forEach(picture -> addresses.addAll(sizes(picture)));
        for (String refresh : html.select("meta[http-equiv=refresh]").eachAttr("content")) {
            Matcher url = REFRESH.matcher(refresh);
            assertThat(url.matches()).as(refresh).isTrue();
            addresses.add(url.group(1));
        }
        return addresses;
    }

    /** The addresses of the sizes of a picture. */
    private static List<String> sizes(Element picture) {
        return Stream.of(picture.attr("srcset").split(", "))
                .map(size -> size.split(" ")[0])
                .toList();
    }

    /** The file to which an address leads from a file of the site; empty if it leads out of the site. */
    private static Optional<String> target(String from, String address) {
        URI uri = DemoSite.BASE.resolve(from).resolve(address);
        boolean within = DemoSite.BASE.getHost().equals(uri.getHost())
                && DemoSite.BASE.getScheme().equals(uri.getScheme());
        return within ? Optional.of(uri.getPath().substring(1)) : Optional.empty();
    }

    private static Optional<String> problem(BuiltSite site, String from, String address) {
        Optional<String> target = target(from, address);
        if (target.isEmpty()) {
            return address.matches("(https?://|mailto:|tel:).+")
                    ? Optional.empty()
                    : Optional.of("leads out of the site");
        }
        if (!site.files().contains(target.get())) {
            return Optional.of("leads to no file");
        }
        String anchor = URI.create(address).getFragment();
        if (anchor != null && site.html(target.get()).getElementById(anchor) == null) {
            return Optional.of("leads to no element");
        }
        return Optional.empty();
    }
}
