package org.gongkai.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gongkai.cli.text.Terminal.AnsiStyle;
import org.junit.jupiter.api.Test;

class AnsiStyleTest {

    @Test
    void coloursForWhoeverWatchesAndDoesNotMind() {
        assertThat(AnsiStyle.of(true, Map.of("TERM", "xterm", "NO_COLOR", "")).error("错误"))
                .isEqualTo("\u001B[31m\u001B[1m错误\u001B[0m");
        assertThat(AnsiStyle.of(true, Map.of("TERM", "xterm")).warning("警告"))
                .isEqualTo("\u001B[33m\u001B[1m警告\u001B[0m");
        assertThat(AnsiStyle.of(false, Map.of("TERM", "xterm")).error("错误")).isEqualTo("错误");
        assertThat(AnsiStyle.of(true, Map.of("TERM", "xterm", "NO_COLOR", "1")).error("错误"))
                .isEqualTo("错误");
        assertThat(AnsiStyle.of(true, Map.of("TERM", "dumb")).error("错误")).isEqualTo("错误");
    }
}
