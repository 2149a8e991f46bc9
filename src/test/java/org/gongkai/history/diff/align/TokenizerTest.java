package org.gongkai.history.diff.align;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenizerTest {

    @Test
    void aNumberOfAnyLengthIsOneToken() {
        assertThat(Tokenizer.of("1,".repeat(30_000) + "1")).hasSize(1);
    }
}
