package org.gongkai.history.git.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkai.testing.GitServer;
import org.gongkai.testing.Promise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lock files of git: those of a day ago are removed, later ones are respected. */
@Tag("slow")
class AbandonedLockTest {

    private static final String NOTICE = "content/通知/开会.md";

    @TempDir
    private Path folder;

    private static void age(Path lock, Duration age) throws IOException {
        Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minus(age)));
    }

    @Test
    @Promise("A lock file of git that is older than a day")
    void eachLockThatADeskNeedsIsFreed() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n");
        Path mine = desks.clone("乙").toRealPath();
        int commits = 0;
        for (String name :
                List.of("index", "HEAD", "refs/heads/main", "config", "packed-refs", "refs/remotes/origin/main")) {
            Path lock = Files.createFile(mine.resolve(".git").resolve(name + ".lock"));
            GitServer.write(mine, NOTICE, "改" + commits++ + "\n");
            try (WorkingCopy copy = desks.open(mine)) {
                age(lock, Duration.ofHours(23));
                copy.commit(List.of(NOTICE), "修改", Optional.empty());
                assertThat(lock).exists();
                age(lock, Duration.ofHours(25));
                copy.identify(Desks.HE.orElseThrow());
                assertThat(lock).doesNotExist();
                GitServer.write(mine, NOTICE, "再改" + commits++ + "\n");
                assertThat(copy.commit(List.of(NOTICE), "修改", Optional.empty()))
                        .isInstanceOf(CommitResult.Committed.class);
                assertThat(copy.push().status().name()).isEqualTo("DONE");
            }
        }
    }
}
