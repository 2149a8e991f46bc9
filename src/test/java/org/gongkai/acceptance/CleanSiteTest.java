package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gongkai.testing.CleanCorpus;
import org.gongkai.testing.SiteFixture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Honest entries are never found fault with. */
@Tag("slow")
class CleanSiteTest extends SiteFixture {

    private static final int ENTRIES = 500;

    @Test
    void nothingIsToldOfRightEntriesOfAllKindsInAllForms() {
        CleanCorpus corpus = new CleanCorpus(ENTRIES);
        Map<String, Long> counts = corpus.counts();
        assertThat(counts)
                .containsKeys(corpus.kinds().toArray(String[]::new))
                .containsKeys("YAML", "FULL_WIDTH", "ENGLISH", "BLOCKS", "JBAKE", "YAML_ASCIIDOC", "ASCIIDOC");
        corpus.write(site);

        Cli.Result result =
                Cli.run("check", "-s", site.root().toString(), "--as-of", CleanCorpus.AS_OF, "--format", "json");

        assertThat(Json.object(result.out()).getJsonArray("problems"))
                .extracting(Object::toString)
                .isEmpty();
        assertThat(Json.object(result.out()).getInt("entries")).isEqualTo(ENTRIES);
        assertThat(result.status()).isZero();
    }
}
