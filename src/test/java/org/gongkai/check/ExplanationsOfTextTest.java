package org.gongkai.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.check.explain.Explanations;
import org.gongkai.check.explain.Explanations.Explanation;
import org.gongkai.input.data.YamlReader;
import org.junit.jupiter.api.Test;

class ExplanationsOfTextTest {

    private final Explanations explanations = new Explanations(new YamlReader());

    @Test
    void explainEveryCodeOfTextsAndLinks() {
        assertThat(explanations.all().stream().map(Explanation::code))
                .contains("E201", "E202", "E203", "E204", "W205", "E206", "E207", "W208", "E209", "E212")
                .contains("W220", "W221", "E222", "E223", "W224", "W225", "W226", "W227", "W228", "W229", "W230")
                .contains("W231", "W232", "W233", "W234", "W235", "W236")
                .contains("W241", "W242", "W243", "W244", "W245", "W246", "W247");
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
}
