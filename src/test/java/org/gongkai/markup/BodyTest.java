package org.gongkai.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {
    @ParameterizedTest
    @ValueSource(strings = {"甲\ud83d", "\ude00甲", "\ud83d\ud83d\ude00", "\ud83d\ude00\ude00"})
    void noBodyHoldsHalfACharacter(String html) {
        assertThatThrownBy(() -> new Body(html, List.of(), Set.of(), List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("half a character in the HTML of a body, at ");
    }

    @Test
    void bodiesHoldCharactersOfAllPlanes() {
        assertThat(new Body("𠮷😀𰻞", List.of(), Set.of(), List.of()).html()).isEqualTo("𠮷😀𰻞");
    }
}
