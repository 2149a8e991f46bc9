package org.gongkai.history.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkUnitsTest {

    @Test
    void aNumberOfAnyLengthIsOneToken() {
        assertThat(MarkUnits.of("1,".repeat(30_000) + "1")).hasSize(1);
    }
}
