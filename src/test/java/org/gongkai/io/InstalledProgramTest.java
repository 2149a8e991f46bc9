package org.gongkai.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.FolderFixture;
import org.junit.jupiter.api.Test;

class InstalledProgramTest extends FolderFixture {

    private static final InstalledProgram SHELL = new InstalledProgram(Path.of("/bin/sh"));

    @Test
    void workBeyondItsTimeEndsWithItsChildren() throws Exception {
        assertThat(SHELL.run(List.of("-c", "sleep 61 & echo $! > child; sleep 62"), folder, Map.of(), 1))
                .isEmpty();

        long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
        // One that nobody has waited for yet has an entry, and no command any more.
        for (int i = 0; i < 100 && isRunning(child); i++) {
            Thread.sleep(50);
        }
        assertThat(isRunning(child)).isFalse();
    }

    private static boolean isRunning(long process) {
        return ProcessHandle.of(process)
                .flatMap(found -> found.info().command())
                .filter(file -> file.contains("sleep"))
                .isPresent();
    }

    @Test
    void theStatusIsThatOfTheProgram() throws Exception {
        assertThat(SHELL.run(List.of("-c", "exit $STATUS"), folder, Map.of("STATUS", "3"), 20))
                .hasValue(3);
    }
}
