package org.gongkai.publish.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.gongkai.publish.hooks.HookPublisher.RotatingLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingLogTest {

    @TempDir
    private Path folder;

    @Test
    void keepsTheNewestLinesAndSoManyFullFiles() throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2024-06-01T04:00:00Z"), ZoneOffset.UTC);
        RotatingLog log = new RotatingLog(folder.resolve("a.log"), 100, 2, clock);

        for (int i = 1; i <= 9; i++) {
            log.add("第" + i + "次\n说明", ZoneId.of("Asia/Shanghai"));
        }

        assertThat(log.file()).content().isEqualTo("[2024-06-01T12:00+08:00]\n  第9次\n  说明\n");
        assertThat(folder.resolve("a.log.1")).content().contains("第8次", "第7次");
        assertThat(folder.resolve("a.log.2")).content().contains("第6次", "第5次");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(3);
        }
    }
}
