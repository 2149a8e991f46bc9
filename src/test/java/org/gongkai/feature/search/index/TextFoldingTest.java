package org.gongkai.feature.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
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

    private static final TextPacker PACKER = new TextPacker(Vocabulary.ofProgram());
    private static final TextUnpacker UNPACKER =
            new TextUnpacker(Json.object(Vocabulary.ofProgram().script()).orElseThrow());

    @Property(tries = 300)
    void anyTextComesBack(@ForAll @StringLength(min = 1, max = 400) String text) {
        assertThat(UNPACKER.unpack(PACKER.pack(text))).isEqualTo(text);
    }

    @Property(tries = 100)
    void textThatRepeatsItselfComesBackFromLess(
            @ForAll @StringLength(min = 30, max = 60) @CharRange(from = '\u4e00', to = '\u4eff') String text) {
        String twice = text + "，" + text;

        assertThat(UNPACKER.unpack(PACKER.pack(twice))).isEqualTo(twice);
        assertThat(PACKER.pack(twice).length()).isLessThan(PACKER.pack(text).length() + 6);
    }
}
