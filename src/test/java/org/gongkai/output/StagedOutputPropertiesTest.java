package org.gongkai.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.io.FileTrees;
import org.gongkai.testing.SiteFolder;

class StagedOutputPropertiesTest {

    private static final String FOREIGN = "外来";

    @Property(tries = 80)
    void anOutputHoldsTheLastFilesAndWhatIsForeign(
            @ForAll("sites") Map<String, String> first, @ForAll("sites") Map<String, String> second)
            throws IOException {
        Path target = Files.createTempDirectory("gongkai");
        try {
            Map<String, String> expected = new HashMap<>(second);
            for (String foreign : List.of("robots.txt", "b/note.txt")) {
                Files.createDirectories(target.resolve(foreign).getParent());
                Files.writeString(target.resolve(foreign), FOREIGN);
                expected.put(foreign, FOREIGN);
            }
            write(target, first);
            write(target, second);
            expected.put("manifest.json", Files.readString(target.resolve("manifest.json")));

            Map<String, String> found = SiteFolder.files(target);
            found.keySet().removeIf(name -> name.endsWith("/"));
            found.replaceAll((name, text) -> read(target.resolve(name)));
            assertThat(found).isEqualTo(expected);
            assertThat(write(target, second))
                    .as("files written when nothing changed")
                    .isZero();
        } finally {
            FileTrees.delete(target);
        }
    }

    /** Files whose names are never folders of others; one site may well have a file where another has a folder. */
    @Provide
    Arbitrary<Map<String, String>> sites() {
        Arbitrary<String> names = Arbitraries.of("a", "a/x", "a/x/y", "b/x", "b/y", "c", "c/d/e/f", "index.html");
        return Arbitraries.maps(names, Arbitraries.of("", "甲", "乙", "一页"))
                .ofMaxSize(8)
                .map(files -> {
                    Map<String, String> clean = new HashMap<>(files);
                    clean.keySet()
                            .removeIf(name -> files.keySet().stream().anyMatch(other -> other.startsWith(name + "/")));
                    return clean;
                });
    }

    private static int write(Path target, Map<String, String> files) throws IOException {
        try (StagedOutput output = new StagedOutput(target)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                output.write(file.getKey(), file.getValue().getBytes(UTF_8));
            }
            Manifest manifest = new Manifest(
                    "gongkai", Optional.empty(), "2024-06-01", Optional.empty(), List.copyOf(output.files()));
            return OutputTransaction.commit(Map.of(output, manifest)).get(0);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
