package org.gongkai.write.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.gongkai.write.desk.Drafts.Draft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was typed is there again after any end of the program. */
class DraftsTest {

    private static final String PATH = "content/通知/开会.md";

    @TempDir
    private Path folder;

    private Draft put(Path drafts, String window, String text, int second) throws IOException {
        Instant time = Instant.ofEpochSecond(second);
        new Drafts(drafts, Clock.fixed(time, ZoneOffset.UTC)).put(PATH, window, "v1", text);
        return new Draft(PATH, window, "v1", time, text);
    }

    @Test
    void theLatestTextOfEachWindowIsThere() throws IOException {
        Path inside = folder.resolve("a/b");
        put(inside, "1", "旧", 1);
        Draft last = put(inside, "1", "新\n\u2028\"", 3);
        Draft other = put(inside, "2", "另一个窗口", 2);
        Drafts drafts = new Drafts(inside, Clock.systemUTC());

        assertThat(drafts.of(PATH, "")).containsExactly(last, other);
        assertThat(drafts.of("content/通知/散会.md", "")).isEmpty();

        assertThat(drafts.of(PATH, last.text())).containsExactly(other);
        drafts.remove(PATH, "unknown");
        assertThat(drafts.all()).containsExactly(other);
    }

    @Test
    void filesThatAreNoDraftsAreSkipped() throws IOException {
        Files.writeString(folder.resolve("x.json"), "{\"path\":1}");
        Files.write(folder.resolve("y.json"), new byte[] {(byte) 0xFF, 0});
        Files.writeString(folder.resolve(".gongkai-1.tmp"), "{");
        // Listed, and not there when it is opened, like a draft that another window has just saved.
        Files.createSymbolicLink(folder.resolve("0.json"), folder.resolve("gone"));
        Draft draft = put(folder, "1", "甲", 1);

        assertThat(new Drafts(folder, Clock.systemUTC()).all()).containsExactly(draft);
    }
}
