package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.gongkai.feature.search.index.TextFolding;
import org.gongkai.feature.search.index.UnpackedIndex;
import org.gongkai.testing.Promise;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Searches for random phrases as a reader does, and compares with a plain search of all texts. {@code -Dsearch.site=FOLDER} takes
 * another built site, {@code -Dsearch.address=URL} reads it from a server, {@code -Dsearch.phrases=1000} opens the page with so many,
 * {@code -Dsearch.visit=20} asks so many in each page; what was loaded and how long it took is printed then.
 */
@BrowserTest
@DisplayName("Random phrases")
class SearchPhrasesTest {

    private static final int MAX_LENGTH = 12;
    /** Asks in the page that stands, and reads what it took. */
    private static final String ASK =
            """
            var done = arguments[1], form = document.querySelector('[role=search]'), start = performance.now();
            form.elements.q.value = arguments[0];
            form.querySelector('button').click();
            (function look() {
              if (document.getElementById('search').getAttribute('aria-busy') === 'false') {
                done(performance.now() - start);
              } else { setTimeout(look, 1); }
            }());
            """;

    /** Notes the files of the index that a page loads; the browser lists none that come from a disc. */
    private static final String NOTE =
            """
            window.loaded = [];
            new MutationObserver(function (changes) {
              changes.forEach(function (change) {
                change.addedNodes.forEach(function (node) {
                  if (node.src && node.src.indexOf('/search/') >= 0) { window.loaded.push(node.src); }
                });
              });
            }).observe(document, {childList: true, subtree: true});
            """;

    private final TextFolding folding = new TextFolding();
    private final Random random = new Random(7);

    /** An entry: the address of its page, and its folded text, a line for each block. */
    private record Text(String address, String folded) {}

    /** What an answer needed. */
    private record Cost(String phrase, long bytes, double milliseconds) {}

    @Test
    @Promise("The search index holds what the pages")
    @DisplayName("are found wherever they stand, and nowhere else")
    void exact(Browser browser) throws Exception {
        Optional<String> given = Optional.ofNullable(System.getProperty("search.site"));
        BuiltSite site = given.map(folder -> BuiltSite.at(Path.of(folder))).orElseGet(SearchSite::large);
        URI page = Optional.ofNullable(System.getProperty("search.address"))
                .map(URI::create)
                .orElse(site.root().toUri())
                .resolve("search.html");
        List<Text> texts = texts(site);
        List<Cost> first = new ArrayList<>();
        List<Cost> later = new ArrayList<>();
        SearchPage search = new SearchPage(browser);
        browser.beforePages(NOTE);
        for (String phrase : phrases(texts, Integer.getInteger("search.phrases", 6))) {
            search.open(page, "q", quoted(phrase));
            double opened = ((Number) browser.run("return performance.now()")).doubleValue();
            long bytes = loaded(browser, site);
            first.add(new Cost(phrase, bytes, opened));
            check(search, site, texts, phrase);

            for (String another : phrases(texts, Integer.getInteger("search.visit", 2) - 1)) {
                double took = ((Number) browser.await(ASK, quoted(another))).doubleValue();
                later.add(new Cost(another, loaded(browser, site) - bytes, took));
                bytes = loaded(browser, site);
                check(search, site, texts, another);
            }
        }
        assertThat(browser.console()).isEmpty();
        if (given.isPresent()) {
            System.out.println(
                    texts.size() + " entries, first query: " + summary(first) + "; later: " + summary(later));
        }
    }

    private void check(SearchPage search, BuiltSite site, List<Text> texts, String phrase) {
        List<String> expected = texts.stream()
                .filter(text -> text.folded().contains(phrase))
                .map(Text::address)
                .toList();
        assertThat(search.count()).as(phrase).isEqualTo(expected.size());
        for (String address : search.addresses()) {
            assertThat(expected).as(phrase).contains(address);
            assertThat(folding.fold(site.html(address).text())).as(address).contains(phrase);
        }
    }

    /** Phrases of two characters or more, half of them from within one word to within another; one in eleven stands nowhere. */
    private List<String> phrases(List<Text> texts, int count) {
        BreakIterator words = BreakIterator.getWordInstance(Locale.CHINA);
        List<String> phrases = new ArrayList<>();
        while (phrases.size() < count) {
            String[] lines = texts.get(random.nextInt(texts.size())).folded().split("\n");
            String line = lines[random.nextInt(lines.length)];
            if (line.length() < 2) {
                continue;
            }
            int from = random.nextInt(line.length() - 1);
            int to = Math.min(line.length(), from + 2 + random.nextInt(MAX_LENGTH - 1));
            words.setText(line);
            boolean across = !words.isBoundary(from) && !words.isBoundary(to);
            String phrase = line.substring(from, to);
            boolean wanted = across == (phrases.size() % 2 == 0);
            if (wanted && phrase.equals(folding.fold(phrase)) && !phrase.matches(".*[\"'\ud800-\udfff].*")) {
                phrases.add(phrases.size() % 11 == 10 ? phrase.charAt(0) + "龘" + phrase.substring(1) : phrase);
            }
        }
        return phrases;
    }

    /** A minus at the beginning and the names of filters would have a meaning without quotes. */
    private static String quoted(String phrase) {
        return "\"" + phrase + "\"";
    }

    private List<Text> texts(BuiltSite site) throws IOException {
        List<Text> texts = new ArrayList<>();
        for (String text : new UnpackedIndex(site.root()).texts()) {
            String[] lines = text.split("\n", -1);
            List<String> blocks = new ArrayList<>(List.of(lines[1]));
            blocks.addAll(Arrays.asList(lines[3].split("\t")));
            blocks.addAll(Arrays.asList(lines).subList(5, lines.length));
            texts.add(new Text(
                    lines[0],
                    String.join("\n", blocks.stream().map(folding::fold).toList())));
        }
        return texts;
    }

    private final Map<String, Long> sizes = new TreeMap<>();

    private long loaded(Browser browser, BuiltSite site) throws IOException {
        long bytes = 0;
        for (Object address : (List<?>) browser.run("return window.loaded")) {
            String file = address.toString().replaceFirst("^.*/search/", "search/");
            if (!sizes.containsKey(file)) {
                sizes.put(file, Files.size(site.path(file)));
            }
            bytes += sizes.get(file);
        }
        return bytes;
    }

    private static String summary(List<Cost> costs) {
        if (costs.isEmpty()) {
            return "none";
        }
        double[] milliseconds =
                costs.stream().mapToDouble(Cost::milliseconds).sorted().toArray();
        List<Cost> sorted =
                costs.stream().sorted(Comparator.comparing(Cost::bytes)).toList();
        int last = costs.size() - 1;
        return String.format(
                Locale.ROOT,
                "median %.0f KB, p95 %.0f KB, most %.0f KB (%s); median %.0f ms, p95 %.0f ms, most %.0f ms",
                sorted.get(last / 2).bytes() / 1000.0,
                sorted.get(last * 19 / 20).bytes() / 1000.0,
                sorted.get(last).bytes() / 1000.0,
                sorted.get(last).phrase(),
                milliseconds[last / 2],
                milliseconds[last * 19 / 20],
                milliseconds[last]);
    }
}
