package org.gongkai.input.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.testing.Headers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A value as long as a line may be is read or refused in every field of every kind. */
class LongValuesTest {

    static Stream<String> names() {
        return Stream.concat(
                CommonField.allNames().stream(),
                Kinds.builtIn(new YamlReader()).all().stream()
                        .flatMap(kind -> kind.fields().stream().map(field -> kind.name() + "/" + field.name())));
    }

    @ParameterizedTest
    @MethodSource("names")
    void areReadOrRefused(String name) {
        String kind = name.contains("/") ? name.substring(0, name.indexOf('/')) : "文章";
        String field = name.substring(name.indexOf('/') + 1);
        for (String piece : new String[] {"1", "长", "1,", "a/"}) {
            String value = piece.repeat(19_000 / piece.length());
            Headers.Read read = Headers.yaml("文种: " + kind, field + ": \"" + value + "\"");

            assertThat(read.found()).allMatch(problem -> problem.line() > 0);
        }
    }
}
