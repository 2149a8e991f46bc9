package org.gongkai.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
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
        assertThat(ManifestPaths.in(manifest.json())).containsExactly("a/b.html");
    }

    @Test
    void quotesWhatJsonAndScriptsWouldTakeForTheirOwn() {
        assertThat(Json.quoted("\"\\\n\u0001</script>\u2028甲"))
                .isEqualTo("\"\\\"\\\\\\u000a\\u0001\\u003c/script>\\u2028甲\"");
    }
}
