package org.gongkai.history.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.history.diff.BodyDiff.MarkedBody;
import org.gongkai.markup.IncludedTexts;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.Markup;
import org.gongkai.markup.asciidoc.AsciiDocConverter;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares the marks between two versions of a text with those kept beside them. After a change that is wanted,
 * {@code mvn test -Dtest=GoldenPairsTest -Dgolden=renew} writes what is kept anew; the version control then shows the
 * change.
 */
@DisplayName("Two versions of a text are shown with the marks that are kept beside them")
class GoldenPairsTest {

    private static final Path PAIRS = Path.of("src/test/resources/org/gongkai/history/diff");
    private static final boolean RENEW = "renew".equals(System.getProperty("golden"));

    private static AsciiDocConverter asciiDoc;

    @BeforeAll
    static void start() {
        asciiDoc = new AsciiDocConverter(SiteFolder.ENGINES, IncludedTexts.NONE);
    }

    @AfterAll
    static void stop() {
        asciiDoc.close();
    }

    @TestFactory
    Stream<DynamicTest> pairs() throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.list(PAIRS)) {
            folders = all.filter(Files::isDirectory).sorted().toList();
        }
        assertThat(folders).as("pairs in " + PAIRS).isNotEmpty();
        return folders.stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> {
                    MarkedBody marked = new BodyDiff().compare(body(folder, "old"), body(folder, "new"));
                    String actual = "<!-- " + marked.amount().description() + " -->\n"
                            + marked.html().stripTrailing() + "\n";
                    Path expected = folder.resolve("expected.html");
                    if (RENEW) {
                        Files.writeString(expected, actual);
                    }
                    assertThat(actual).isEqualTo(Files.readString(expected));
                }));
    }

    private static String body(Path folder, String name) throws IOException {
        Path markdown = folder.resolve(name + ".md");
        if (Files.exists(markdown)) {
            return Marked.markdown(Files.readString(markdown));
        }
        LinkResolver links = (kind, destination, line, column) -> new LinkResolver.Target(destination, "");
        String text = Files.readString(folder.resolve(name + ".adoc"));
        return asciiDoc.convert(new Markup("content/甲.adoc", text, 1), links).html();
    }
}
