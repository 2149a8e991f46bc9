package org.gongkai.check.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.gongkai.check.explain.Explanations;
import org.gongkai.check.explain.Explanations.Explanation;
import org.gongkai.check.personal.Personal.PersonalKind;
import org.gongkai.input.data.YamlReader;
import org.junit.jupiter.api.Test;

class FileExplanationsTest {

    private final Explanations explanations = new Explanations(new YamlReader());

    @Test
    void personalDataCannotBeSwitchedOff() {
        assertThat(Arrays.stream(PersonalKind.values()).map(PersonalKind::code))
                .allMatch(code -> explanations.of(code).map(Explanation::fixed).orElse(false));
        assertThat(explanations.of("W256").orElseThrow().fixed()).isFalse();
    }
}
