package org.gongkai.write.document.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.write.document.ImportedDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text, order and numbers are those that LibreOffice shows; beside each document lies its own export. */
class WordCorpusTest {

    private static final Path FOLDER = Path.of("src/test/resources/documents/word");

    static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void readsWhatTheOfficeProgramShows(Path file) throws IOException {
        String name = file.getFileName().toString();
        Path export = FOLDER.resolve(name.substring(0, name.lastIndexOf('.')) + ".txt");

        ImportedDocument document = new WordReader().read(file, Set.of());

        assertThat(DocumentLines.comparable(DocumentLines.of(document).stream()))
                .isNotEmpty()
                .isEqualTo(DocumentLines.comparable(Files.readAllLines(export).stream()));
    }
}
