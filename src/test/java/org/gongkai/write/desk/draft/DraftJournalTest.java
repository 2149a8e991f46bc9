package org.gongkai.write.desk.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was typed is there again after any end of the program. */
class DraftJournalTest {

    private static final String PATH = "content/通知/开会.md";

    @TempDir
    private Path folder;

    private static Draft draft(String window, String text, int second) {
        return new Draft(PATH, window, "v1", text, Instant.ofEpochSecond(second));
    }

    @Test
    void theLatestTextOfEachWindowIsThere() throws IOException {
        DraftJournal journal = new DraftJournal(folder.resolve("a/b"));
        journal.put(draft("1", "旧", 1));
        journal.put(draft("1", "新\n\u2028\"", 3));
        journal.put(draft("2", "另一个窗口", 2));

        assertThat(new DraftJournal(folder.resolve("a/b")).of(PATH))
                .containsExactly(draft("1", "新\n\u2028\"", 3), draft("2", "另一个窗口", 2));

        journal.remove(PATH, "1");
        journal.remove(PATH, "unknown");
        assertThat(journal.all()).containsExactly(draft("2", "另一个窗口", 2));
    }

    @Test
    void filesThatAreNoDraftsAreSkipped() throws IOException {
        Files.writeString(folder.resolve("x.json"), "{\"path\":1}");
        Files.write(folder.resolve("y.json"), new byte[] {(byte) 0xFF, 0});
        Files.writeString(folder.resolve(".gongkai-1.tmp"), "{");
        // Listed, and not there when it is opened, like a draft that another window has just saved.
        Files.createSymbolicLink(folder.resolve("0.json"), folder.resolve("gone"));
        DraftJournal journal = new DraftJournal(folder);
        journal.put(draft("1", "甲", 1));

        assertThat(journal.all()).containsExactly(draft("1", "甲", 1));
    }
}
