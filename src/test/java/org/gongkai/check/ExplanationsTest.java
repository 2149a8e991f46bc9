package org.gongkai.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.gongkai.check.explain.Explanations;
import org.gongkai.check.explain.Explanations.Explanation;
import org.gongkai.check.personal.Personal.PersonalKind;
import org.gongkai.input.data.YamlReader;
import org.junit.jupiter.api.Test;

class ExplanationsTest {

    private final Explanations explanations = new Explanations(new YamlReader());

    @Test
    void explainEveryCodeOfTextsAndLinks() {
        assertThat(explanations.all().stream().map(Explanation::code))
                .contains("E201", "E202", "E203", "E204", "W205", "E206", "E207", "W208", "E209", "E212")
                .contains("W220", "W221", "E222", "E223", "W224", "W226", "W227", "W228", "W229", "W230")
                .contains("W231", "W232", "W233", "W236")
                .contains("W241", "W242", "W243", "W244", "W246", "W247");
    }

    @Test
    void explainEveryCodeOfHeaders() {
        assertThat(explanations.all().stream().map(Explanation::code))
                .contains("E140", "W140", "E141", "E142", "E143", "E144", "W144", "E145", "W145", "E146", "W146")
                .contains("E147", "W147", "E148", "W148", "E149", "E150", "W151", "W152", "E153", "W153", "W154")
                .contains("E154", "E155", "W156", "W157", "E158", "W159", "E180", "E181", "E183");
    }

    @Test
    void letNobodySwitchOffSecrecy() {
        assertThat(explanations.all().stream()
                        .filter(Explanation::fixed)
                        .map(Explanation::code)
                        .filter(code -> code.startsWith("E22")))
                .containsExactly("E222", "E223");
        assertThat(explanations.of("e222").orElseThrow().name()).isEqualTo("密级标志");
    }

    @Test
    void personalDataCannotBeSwitchedOff() {
        assertThat(Arrays.stream(PersonalKind.values()).map(PersonalKind::code))
                .allMatch(code -> explanations.of(code).map(Explanation::fixed).orElse(false));
        assertThat(explanations.of("W256").orElseThrow().fixed()).isFalse();
    }
}
