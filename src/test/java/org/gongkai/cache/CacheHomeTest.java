package org.gongkai.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the program keeps for a user lies")
class CacheHomeTest {

    private static final Path HOME = Path.of("/home/a").toAbsolutePath();
    private static final String ELSEWHERE = Path.of("/cache").toAbsolutePath().toString();

    @Test
    @DisplayName("where the system keeps such files, and where the user wants them")
    void eachSystem() {
        assertThat(folder(Map.of())).isEqualTo(HOME.resolve(".cache/gongkai"));
        assertThat(folder(Map.of("XDG_CACHE_HOME", ELSEWHERE))).isEqualTo(Path.of(ELSEWHERE, "gongkai"));
        assertThat(folder(Map.of("XDG_CACHE_HOME", "cache"))).isEqualTo(HOME.resolve(".cache/gongkai"));
        assertThat(folder(Map.of("LOCALAPPDATA", ELSEWHERE))).isEqualTo(Path.of(ELSEWHERE, "gongkai"));
    }

    private static Path folder(Map<String, String> environment) {
        return new CacheHome(environment, HOME).folder();
    }
}
