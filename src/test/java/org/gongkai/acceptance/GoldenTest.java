package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares the {@code <main>} of each page of a small site with what is kept beside it. After a change that is wanted,
 * {@code mvn verify -Dtest=GoldenTest -Dgolden=renew} writes what is kept anew; the version control then shows the change.
 */
@DisplayName("A small site shows what is kept of it")
@Tag("slow")
class GoldenTest {

    private static final Path SITE = Path.of("src/test/resources/org/gongkai/acceptance/sites/small");
    private static final Path EXPECTED = SITE.resolve("expected");
    private static final boolean RENEW = "renew".equals(System.getProperty("golden"));

    @TempDir
    private static Path folder;

    @TestFactory
    Stream<DynamicTest> pages() throws IOException {
        // What this project's own commits say of the site must not show.
        Path source = folder.resolve("source");
        Files.createDirectories(source);
        copy(SITE.resolve("content"), source.resolve("content"));
        BuiltSite site = BuiltSite.build(source, folder.resolve("site"));
        Map<String, String> actual = new TreeMap<>();
        site.pages().forEach(page -> actual.put(page, main(site.text(page))));
        if (RENEW) {
            renew(actual);
        }
        return Stream.concat(
                Stream.of(DynamicTest.dynamicTest("no page more, no page less", () -> assertThat(actual.keySet())
                        .as("pages made, against those kept")
                        .containsExactlyElementsOf(kept()))),
                kept().stream()
                        .filter(actual::containsKey)
                        .map(page -> DynamicTest.dynamicTest(page, () -> {
                            Path made =
                                    Files.writeString(Files.createTempFile(folder, "main", ".html"), actual.get(page));
                            // Tells the lines that differ.
                            assertThat(made)
                                    .as(page)
                                    .hasSameTextualContentAs(EXPECTED.resolve(page), StandardCharsets.UTF_8);
                        })));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static List<String> kept() throws IOException {
        if (!Files.isDirectory(EXPECTED)) {
            return List.of();
        }
        try (var all = Files.walk(EXPECTED)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> EXPECTED.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static String main(String page) {
        int start = page.indexOf("<main");
        int end = page.indexOf("</main>");
        assertThat(start).as("<main> in " + page).isNotNegative();
        assertThat(end).as("</main> in " + page).isGreaterThan(start);
        return page.substring(start, end) + "</main>\n";
    }

    private static void renew(Map<String, String> pages) throws IOException {
        for (String page : kept()) {
            Files.delete(EXPECTED.resolve(page));
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Path file = EXPECTED.resolve(page.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, page.getValue());
        }
    }
}
