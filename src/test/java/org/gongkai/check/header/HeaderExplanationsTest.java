package org.gongkai.check.header;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.check.explain.Explanations;
import org.gongkai.input.data.YamlReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderExplanationsTest {

    private final Explanations explanations = new Explanations(new YamlReader());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "E140", "W140", "E141", "E142", "E143", "E144", "W144", "E145", "W145", "E146", "W146", "E147", "W147",
                "E148", "W148", "E149", "E150", "W151", "W152", "E153", "W153", "W154", "E154", "E155", "W156", "W157",
                "E158", "W159", "E180", "E181", "E183"
            })
    void everyCodeIsExplained(String code) {
        assertThat(explanations.of(code)).isPresent();
    }
}
