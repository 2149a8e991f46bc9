package org.gongkai.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.gongkai.output.Manifest.ManifestReader;
import org.gongkai.output.Manifest.OutputFile;
import org.junit.jupiter.api.Test;

class ManifestTest {

    @Test
    void saysForWhichDayTheSiteStandsAndWhatItHolds() {
        String sha = "ab".repeat(32);
        Manifest manifest = new Manifest(
                "gongkai 1",
                Optional.empty(),
                "2024-06-01",
                Optional.of("2024-06-09"),
                List.of(new OutputFile("a/b.html", 12, sha)));

        assertThat(manifest.json())
                .isEqualTo(
                        """
                        {
                        "generator": "gongkai 1",
                        "commit": null,
                        "asOf": "2024-06-01",
                        "nextChange": "2024-06-09",
                        "files": [
                        {"path": "a/b.html", "size": 12, "sha256": "%s"}
                        ]
                        }
                        """
                                .formatted(sha));
        assertThat(ManifestReader.read(manifest.json())).contains(manifest);
    }

    @Test
    void isReadAsItWasWrittenWhateverItsNamesHold() {
        Manifest manifest = new Manifest(
                "gongkai \"1\" \\u003c",
                Optional.of("0a1b"),
                "2024-06-01",
                Optional.empty(),
                List.of(
                        new OutputFile("a/\"b\\u0041<\u2028.html", 0, "00".repeat(32)),
                        new OutputFile("甲.txt", 1L << 40, "ff".repeat(32))));

        assertThat(ManifestReader.read(manifest.json())).contains(manifest);
        assertThat(ManifestReader.read(new Manifest("", Optional.empty(), "", Optional.empty(), List.of()).json()))
                .isPresent();
    }

    @Test
    void isNotReadWhenAnythingInItIsOtherwiseThanItWasWritten() {
        String text = new Manifest(
                        "gongkai 1",
                        Optional.empty(),
                        "2024-06-01",
                        Optional.empty(),
                        List.of(new OutputFile("a.html", 1, "00".repeat(32))))
                .json();

        assertThat(ManifestReader.read(text + " ")).isEmpty();
        assertThat(ManifestReader.read(text.replace("\"size\": 1", "\"size\": 01")))
                .isEmpty();
        assertThat(ManifestReader.read(text.replace("a.html", "../a.html"))).isEmpty();
        assertThat(ManifestReader.read(text.replace("\"path\"", "\"paths\""))).isEmpty();
        assertThat(ManifestReader.read("")).isEmpty();
        assertThat(ManifestReader.read("{}")).isEmpty();
    }

    @Test
    void readsADamagedTextOfAnyLengthWithoutGoingDeep() {
        String whole = new Manifest("gongkai 1", Optional.empty(), "2024-06-01", Optional.empty(), List.of()).json();
        String lengthy = "a".repeat(1 << 20);

        for (String text : List.of(
                whole.replace("gongkai 1", lengthy).replace("asOf", "as"),
                whole.replace("gongkai 1", lengthy + "\\"),
                "{\n\"generator\": \"" + lengthy,
                "{\n\"generator\": \"" + "\\".repeat(1 << 20),
                "{\"path\": \"" + "\\u00zz".repeat(1 << 16),
                "\n".repeat(1 << 20),
                whole.replace("\n]", "\n{\"path\": \"" + lengthy + "\", \"size\": " + "9".repeat(1 << 16) + "\n]"))) {
            assertThat(ManifestReader.read(text)).isEmpty();
        }
        assertThat(ManifestReader.read(whole.replace("gongkai 1", lengthy))).isPresent();
    }
}
