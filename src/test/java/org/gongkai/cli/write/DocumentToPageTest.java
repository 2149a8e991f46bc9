package org.gongkai.cli.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.testing.SiteFixture;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole way of a document: imported by the command, checked, built, and read on its page. */
@Tag("slow")
class DocumentToPageTest extends SiteFixture {

    private static final Path DOCUMENTS = Path.of("src/test/resources/documents/word");

    static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(DOCUMENTS)) {
            // Text follows the signature of that document, which its page shows at the end; the import says so.
            return files.filter(file -> !file.toString().matches(".*\\.txt|.*signature\\.docx"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void thePageShowsTheWordsAndNumbersThatTheOfficeProgramShows(Path document) throws IOException {
        site.file("content/_data/site.yml", "机构代码: SLSW01\n");
        String root = site.root().toString();
        String stem = document.getFileName().toString().replaceFirst("\\.[^.]*$", "");

        assertThat(run("import", document, "-s", root).status()).isZero();
        assertThat(run("check", "-s", root).status()).isZero();
        assertThat(run("build", "-s", root, "--drafts", "-o", folder.resolve("pages"))
                        .status())
                .isZero();

        String page = shown(Jsoup.parse(page().toFile()));
        String export = Files.readString(DOCUMENTS.resolve(stem + ".txt"));
        // A document without a title is named after its file.
        assertThat(plain(page).replaceFirst("^" + stem, "")).isEqualTo(plain(export));
    }

    private Path page() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("pages"), 3)) {
            return files.filter(file -> file.toString().matches(".*[/\\\\]\\d{4}[/\\\\](?!index)[^/\\\\]*\\.html"))
                    .filter(file -> !file.toString().matches(".*[/\\\\](years|changes)[/\\\\].*"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The title, the text with the numbers of lists, and the signature of a page. */
    private static String shown(Document page) {
        for (Element list : page.select(".prose ol")) {
            int number = list.hasAttr("start") ? Integer.parseInt(list.attr("start")) : 1;
            for (Element item : list.children()) {
                number = item.hasAttr("value") ? Integer.parseInt(item.attr("value")) : number;
                item.prependText(number++ + ".");
            }
        }
        return page.select("h1, .prose, .signature").stream().map(Element::text).collect(Collectors.joining());
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\\u3000\\u00a0\\ufeff•–●▪◦□]", "");
    }
}
