package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gongkai.testing.Promise;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** Whatever somebody writes into entries: the pages of a site only show it. */
@BrowserTest
@Promise("Entries, attachments and commit messages are not trusted")
@Promise("HostileContentTest tries all of it")
class HostileContentTest {

    private static final Set<String> ACTING = Set.of(
            "iframe frame object embed applet base form button textarea select svg math style link meta template video audio source track map dialog marquee"
                    .split(" "));

    /** Pages that are opened at once. */
    private static final int TOGETHER = 25;

    @TempDir
    private static Path folder;

    private static Trap trap;
    private static HostileSite hostile;
    private static BuiltSite built;

    @BeforeAll
    static void everyHostileEntryInOneSite() throws IOException {
        trap = new Trap();
        hostile = new HostileSite(folder.resolve("source"), trap.address()).written();
        hostile.site().built();
        built = BuiltSite.at(hostile.site().output());
    }

    @AfterAll
    static void closeTrap() {
        trap.close();
    }

    @Test
    @DisplayName("takes most of what is hostile as text, rather than refusing it")
    void isReallyThere() {
        assertThat(hostile.refused()).hasSizeLessThan(20);
        assertThat(hostile.taken()).isGreaterThan(140);
    }

    @Test
    @Promise("Remote pictures are not shown")
    @DisplayName("runs no script, calls nobody and stays where it is, in a browser without any policy")
    void inABrowser(Browser browser) throws IOException {
        try (Loopback server = new Loopback(built)) {
            // Former versions are made of the same parts; the other tests look at all of them.
            List<String> pages = built.pages().stream()
                    .filter(page -> !page.contains("/history/") || page.contains("0/history/"))
                    .toList();
            for (int i = 0; i < pages.size(); i += TOGETHER) {
                List<String> some = pages.subList(i, Math.min(pages.size(), i + TOGETHER));
                assertThat(seen(browser, server, some))
                        .isEqualTo(some.stream()
                                .map(page -> List.of("undefined", page, ""))
                                .toList());
            }
        }
        assertThat(trap.calls()).isEmpty();
    }

    /**
     * Of pages opened side by side: whether a script ran, where each stands then, from where else it fetched something. The
     * frames are hidden, which keeps no script from running and nothing from being fetched, but spares painting.
     */
    private static Object seen(Browser browser, Loopback server, List<String> pages) {
        String here = server.address("").toString();
        browser.open(server.address("404.html"));
        Object seen = browser.await(
                """
                const [here, pages, done] = arguments;
                Promise.all(pages.map(page => new Promise(loaded => {
                    const frame = document.createElement('iframe');
                    frame.onload = () => setTimeout(() => loaded([
                        typeof frame.contentWindow.pwned,
                        frame.contentWindow.location.href.replace(here, ''),
                        frame.contentWindow.performance.getEntriesByType('resource').map(r => r.name)
                            .filter(name => !name.startsWith(here)).join()]), 50);
                    frame.style.visibility = 'hidden';
                    frame.src = here + page;
                    document.body.append(frame);
                }))).then(done);
                """,
                here,
                pages);
        assertThat(browser.run("return [typeof window.pwned, location.href]"))
                .isEqualTo(List.of("undefined", here + "404.html"));
        return seen;
    }

    @Test
    @DisplayName("would notice it if a script ran or somebody called elsewhere")
    void wouldNotice(Browser browser) throws IOException {
        Path page = Files.createDirectories(folder.resolve("bad")).resolve("bad.html");
        try (Trap other = new Trap()) {
            Files.writeString(page.resolveSibling("404.html"), "<p>");
            Files.writeString(page, "<script>pwned=1</script><img src=" + other.address() + "/x>");
            try (Loopback server = new Loopback(BuiltSite.at(page.getParent()))) {
                assertThat(seen(browser, server, List.of("bad.html")))
                        .isEqualTo(List.of(List.of("number", "bad.html", other.address() + "/x")));
            }
            assertThat(other.calls()).containsExactly("GET /x");
        }
    }

    @Test
    @Promise("Bodies become an allow-list of elements")
    @DisplayName("waits for no click either: no handler, no address with a program, no element that acts")
    void nothingWaits() {
        for (String page : built.pages()) {
            Document html = built.html(page);
            for (Element element : html.getAllElements()) {
                for (Attribute attribute : element.attributes()) {
                    String name = attribute.getKey().toLowerCase(Locale.ROOT);
                    String value = attribute
                            .getValue()
                            .replaceAll("[\\p{Cntrl}\\s]", "")
                            .toLowerCase(Locale.ROOT);
                    assertThat(name)
                            .as(() -> page + " " + element)
                            .doesNotStartWith("on")
                            .isNotIn("style", "srcdoc", "ping");
                    if (Set.of("href", "src", "srcset", "action", "formaction", "data", "poster", "background")
                            .contains(name)) {
                        assertThat(value)
                                .as(() -> page + " " + element)
                                .doesNotMatch("(javascript|vbscript|data|blob|file|filesystem):.*");
                    }
                }
                if (element.normalName().equals("script")) {
                    assertThat(element.attr("src"))
                            .as(page)
                            .matches("(\\.\\./)*assets/(gongkai\\.js|search\\.js\\?\\d+)");
                    assertThat(element.data()).as(page).isEmpty();
                }
            }
            for (Element prose : html.select(".prose")) {
                assertThat(prose.getAllElements())
                        .as(page)
                        .extracting(Element::normalName)
                        .doesNotContainAnyElementsOf(ACTING);
            }
        }
    }

    @Test
    @DisplayName("keeps the page's own controls to itself, whatever ids an entry gives")
    void clobbering() {
        Document plain = built.html("notices/2024/b.html");
        for (String page : built.pages().stream()
                .filter(p -> p.startsWith("notices/2024/"))
                .toList()) {
            for (Element own : plain.select("input[id], main[id]")) {
                Element first = built.html(page).getElementById(own.id());
                assertThat(first).as(page + " #" + own.id()).isNotNull();
                assertThat(first.normalName()).as(page + " #" + own.id()).isEqualTo(own.normalName());
            }
        }
    }

    @Test
    @Promise("Templates see values as text")
    @DisplayName("evaluates nothing: no sum is done, no attribute of the machine is told")
    void nothingIsEvaluated() {
        assertThat(built.pages()).allSatisfy(page -> assertThat(built.html(page).text())
                .doesNotContainPattern("(?<![\\d年-])49(?!\\d)")
                .doesNotContain("root:x:0", "uid=", System.getProperty("user.home"), folder.toString()));
        assertThat(SiteNames.below(folder)).noneMatch(name -> name.endsWith("/pwned"));
    }

    @Test
    @DisplayName("leaves feeds, site map and JSON well formed")
    void wellFormed() throws Exception {
        DocumentBuilderFactory xml = DocumentBuilderFactory.newInstance();
        for (String file : built.files()) {
            if (file.endsWith(".xml")) {
                xml.newDocumentBuilder().parse(new InputSource(new StringReader(built.text(file))));
            } else if (file.endsWith(".json")) {
                assertThat(Json.object(built.text(file)).entrySet()).as(file).isNotEmpty();
            }
        }
        List<String> titles = built.xml("feed.xml").select("entry > title").eachText();
        assertThat(titles).isNotEmpty();
    }

    @Test
    @Promise("Templates see values as text")
    @DisplayName("shows a title as it was typed")
    void titlesAreText() {
        TreeSet<String> shown = new TreeSet<>();
        built.pages().stream()
                .filter(page -> page.matches("notices/2024/title-\\d+\\.html"))
                .forEach(page -> shown.add(built.html(page).select("h1").text()));
        assertThat(shown)
                .containsAll(hostile.list("titles.txt", "\n").stream()
                        .map(title -> title.replaceAll("\\s+", " "))
                        .toList());
    }

    /** Names of all files below a folder. */
    private static final class SiteNames {
        static List<String> below(Path root) {
            try (var all = Files.walk(root)) {
                return all.map(Path::toString).toList();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
