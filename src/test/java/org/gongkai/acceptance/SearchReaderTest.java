package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.gongkai.testing.SiteFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

@BrowserTest
@DisplayName("A reader who searches")
class SearchReaderTest extends SiteFixture {

    private static final String COMPOSED =
            """
            var box = document.querySelector('[name=q]');
            function tell(type, name, value) {
              if (value) { box.value = value; }
              box.dispatchEvent(new window[type](name, {bubbles: true}));
            }
            """;

    private Browser browser;
    private SearchPage page;

    @BeforeEach
    void open(Browser open) {
        browser = open;
        page = new SearchPage(open);
    }

    @Test
    @DisplayName("needs no mouse: from the box of any page to a hit and back, and Esc clears")
    void keyboard() {
        browser.open(SearchSite.small().path("index.html"));
        browser.run("document.querySelector('[role=search] input').focus()");
        assertThat(browser.style("[role=search] input", "outline-style")).isEqualTo("solid");
        browser.press("值班记事", Keys.ENTER);
        page.settled();
        assertThat(browser.address()).contains("search.html?q=");
        assertThat(page.count()).isEqualTo(SearchSite.DUTIES);

        browser.run("document.querySelector('[name=q]').focus()");
        browser.press(Keys.ARROW_DOWN);
        assertThat(focused()).isEqualTo("值班");
        browser.press(Keys.ARROW_DOWN);
        assertThat(focused()).isEqualTo("第23次值班记事");
        browser.press(Keys.ARROW_DOWN);
        assertThat(focused()).isEqualTo("第22次值班记事");
        assertThat(browser.run("return getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
        browser.press(Keys.ARROW_UP, Keys.ARROW_UP, Keys.ARROW_UP);
        assertThat(browser.run("return document.activeElement.name")).isEqualTo("q");
        browser.press(Keys.ESCAPE);
        page.settled();
        assertThat(page.box().getAttribute("value")).isEmpty();
        assertThat(browser.shows("#search-hint")).isTrue();

        browser.press("图书", Keys.ENTER);
        page.settled();
        browser.press(Keys.ARROW_DOWN, Keys.ENTER);
        assertThat(browser.find("h1").getText()).isEqualTo("2024年学习计划");
    }

    private Object focused() {
        return browser.run("return document.activeElement.textContent");
    }

    @Test
    @DisplayName("finds a phrase at the end of an entry of three megabytes")
    void longEntry() {
        Random random = new Random(1);
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 12_000; i++) {
            body.append("第").append(i).append("户，水表读数");
            random.ints(60, 0x4e00, 0x4e80).forEach(unit -> body.append((char) unit));
            body.append("，已经核对。\n\n");
        }
        site.file("content/a.md", "---\n标题: 抄表记录\n发布日期: 2024-01-02\n---\n\n" + body)
                .built();

        page.open(BuiltSite.at(site.output()), "q", "第11999户，水表读数");

        assertThat(page.titles()).containsExactly("抄表记录");
        assertThat(page.marked()).contains("第11999户，水表读数");
    }

    @Test
    @DisplayName("is not answered while pinyin is half typed")
    void composition() {
        page.open(SearchSite.small(), "q", "党费");
        browser.run(COMPOSED
                + "tell('CompositionEvent', 'compositionstart'); tell('InputEvent', 'input', \"tu'shu\");"
                + "box.dispatchEvent(new KeyboardEvent('keydown',"
                + " {key: 'Escape', isComposing: true, bubbles: true}));");
        assertThat(browser.find("#search").getAttribute("aria-busy")).isEqualTo("false");
        assertThat(page.count()).isEqualTo(3);

        String chosen = "tell('InputEvent', 'input', '图书'); tell('CompositionEvent', 'compositionend');";
        assertThat(browser.run(COMPOSED + chosen + "return search.ariaBusy")).isEqualTo("true");
        assertThat(page.settled().titles()).containsExactly("2024年学习计划");
    }

    @Test
    @DisplayName("never sees the answer to an earlier question after that to a later one")
    void overtaking() {
        page.open(SearchSite.large(), "q", "防冻");
        browser.run(
                """
                window.shown = [];
                var count = document.getElementById('search-count');
                new MutationObserver(function () { window.shown.push(count.textContent); })
                    .observe(count, {childList: true});
                var form = document.querySelector('[role=search]');
                ['第101号', '检查阀门', '防冻值守', '第103号检查'].forEach(function (text) {
                  form.elements.q.value = text;
                  form.querySelector('button').click();
                });
                """);
        assertThat(page.settled().titles()).containsExactly("第103号检查阀门记录");
        assertThat((List<?>) browser.run("return window.shown")).isEqualTo(List.of("找到1条"));
    }

    @Test
    @DisplayName("is told the number of hits once, when it no longer changes")
    void announcement() {
        page.open(SearchSite.small());
        browser.run("window.said = []; new MutationObserver(function () {"
                + " window.said.push(document.getElementById('search-said').textContent); })"
                + ".observe(document.getElementById('search-said'), {childList: true});");
        page.type("值班").type("党费");
        Object said = browser.await("var done = arguments[0]; (function look() {"
                + " if (window.said.length) { done(window.said); } else { setTimeout(look, 20); } }());");

        assertThat(said).isEqualTo(List.of("找到3条"));
        assertThat(browser.find("#search-said").getAttribute("role")).isEqualTo("status");
    }

    @Test
    @DisplayName("meets no barrier in results, filters, no result and failure, on a desk and on a phone")
    void accessible() {
        for (int width : new int[] {Browser.WIDE, Browser.NARROW}) {
            browser.width(width);
            for (Look look : Look.values()) {
                for (List<String> query : List.of(
                        List.of("q", "党费 公示"),
                        List.of("q", "值班", "column", "值班", "page", "2"),
                        List.of("q", "dfsj"),
                        List.of("q", "图书", "column", "党费"))) {
                    page.open(SearchSite.small(), query.toArray(String[]::new));
                    checkAll(look, query + " at " + width);
                }
                browser.run("document.getElementById('search-error').hidden = false");
                checkAll(look, "error at " + width);
            }
        }
    }

    private void checkAll(Look look, String what) {
        look.take(browser);
        browser.load(AccessibilityTest.AXE);
        assertThat(AccessibilityTest.violations(browser)).as(what).isEmpty();
        assertThat(browser.run("var e = document.documentElement; return e.scrollWidth - e.clientWidth"))
                .as(what)
                .isEqualTo(0L);
    }

    private Path partOfSite() throws IOException {
        Path to = site.root().resolve("部分");
        for (String file : SearchSite.small().files()) {
            if (file.equals("search.html") || file.startsWith("assets/") || file.startsWith("search/")) {
                Files.createDirectories(to.resolve(file).getParent());
                Files.copy(SearchSite.small().path(file), to.resolve(file));
            }
        }
        return to;
    }

    @Test
    @DisplayName("is as without scripts in a browser that does not know the language of its script")
    void oldBrowser() throws IOException {
        Path site = partOfSite();
        Path script = site.resolve("assets/search.js");
        Files.writeString(script, "syntax of tomorrow;" + Files.readString(script));
        browser.open(URI.create(site.resolve("search.html").toUri() + "?q=1"));

        assertThat(browser.shows("#search-plain")).isTrue();
        assertThat(browser.shows("form")).isFalse();
        assertThat(browser.console()).hasSize(1).allMatch(line -> line.contains("SyntaxError"));
    }

    @Test
    @DisplayName("is told in one sentence if the index cannot be read, and asked again it may be there")
    void failure() throws Exception {
        Path to = partOfSite();
        Path texts = to.resolve("search/t.js");
        Files.move(texts, texts.resolveSibling("away"));
        page.open(BuiltSite.at(to), "q", "党费");

        assertThat(browser.find("#search-error").getText()).isEqualTo("没有读到搜索用的文件，请检查网络，或者看看网站的文件夹是否完整，然后再搜一次。");
        assertThat(browser.shows("#search-count")).isFalse();

        Files.move(texts.resolveSibling("away"), texts);
        page.type("图书");
        assertThat(page.titles()).containsExactly("2024年学习计划");
        assertThat(browser.shows("#search-error")).isFalse();
        assertThat(browser.console()).hasSize(1).allMatch(line -> line.contains("t.js"));
    }

    @Test
    @DisplayName("finds the same on a server with its strict policy")
    void server() throws Exception {
        Nginx.required();
        Path to = site.root().resolve("网站");
        Path source = SearchSite.large().root().resolveSibling("source");
        Cli.Result published = Cli.run("publish", "-s", source.toString(), "--to", to.toString(), "--as-of", Cli.AS_OF);
        assertThat(published.status()).as(published.err()).isZero();
        int port = Nginx.freePorts(1);
        Cli.Result printed = Cli.run("server", "nginx", "--to", to.toString(), "--port", String.valueOf(port));
        try (Nginx nginx = new Nginx(Files.createDirectories(folder.resolve("nginx")), printed.out(), port)) {
            page.open(URI.create("http://127.0.0.1:" + port + "/search.html"), "q", "防冻值守");

            assertThat(page.count()).isEqualTo(SearchSite.LARGE / 5);
            assertThat(page.type(SearchSite.LONG_PHRASE).titles()).containsExactly("第101号记录");
            assertThat(browser.console()).isEmpty();
        }
    }

    @Test
    @DisplayName("folds as the index does")
    void folding() throws Exception {
        page.open(SearchSite.small());
        String vectors;
        try (InputStream in = SearchReaderTest.class.getResourceAsStream("/search/folding.json")) {
            vectors = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(vectors).contains("ＯＰＥＮ");
        // Half characters do not survive the way from the browser, so the browser compares.
        assertThat((List<?>) browser.run(
                        """
                        return JSON.parse(arguments[0]).filter(function (vector) {
                          return gongkaiFold(vector.text) !== vector.folded;
                        }).map(function (vector) { return escape(vector.text); });
                        """,
                        vectors))
                .isEmpty();
    }
}
