package org.gongkai.feature.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The index folds texts as the script folds what is searched for; a test in the browser reads the same vectors. */
class TextFoldingTest {

    private final TextFolding folding = new TextFolding();

    static Stream<JsonObject> vectors() throws IOException {
        List<JsonObject> vectors = Json.objects(Files.readString(Path.of("src/test/resources/search/folding.json")))
                .orElseThrow();
        assertThat(vectors).hasSizeGreaterThan(30);
        return vectors.stream();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void foldsAsTheScriptDoes(JsonObject vector) {
        assertThat(folding.fold(vector.text("text"))).isEqualTo(vector.text("folded"));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void whatIsFoldedStaysAsItIs(JsonObject vector) {
        assertThat(folding.fold(vector.text("folded"))).isEqualTo(vector.text("folded"));
    }
}
