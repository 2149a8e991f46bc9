package org.gongkai.history.git.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkai.history.git.work.engine.GitFailure;
import org.gongkai.history.git.work.result.CommitResult;
import org.gongkai.testing.GitServer;
import org.gongkai.testing.Promise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Lock files of git: those of killed processes are removed, those of living ones are respected. */
@Tag("slow")
@EnabledOnOs(OS.LINUX)
class AbandonedLockTest {

    private static final String NOTICE = "content/通知/开会.md";

    @TempDir
    private Path folder;

    private static void age(Path lock, Duration age) throws IOException {
        Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minus(age)));
    }

    private static boolean isOpen(Path lock, Process process) throws IOException {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc", process.pid() + "", "fd"))) {
            for (Path file : open) {
                if (Files.exists(file) && Files.isSameFile(file, lock)) {
                    return true;
                }
            }
        } catch (NoSuchFileException e) {
            return false; // It closes files while it starts.
        }
        return false;
    }

    @Test
    @Promise("A lock file of git that a killed process left")
    void thatOfALivingGitIsRespectedAndThatOfAKilledOneIsNot() throws Exception {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n");
        Path mine = desks.clone("乙").toRealPath();
        GitServer.write(mine, NOTICE, "一改\n");
        Path lock = mine.resolve(".git/index.lock");
        // Git has closed the file and waits for the editor.
        ProcessBuilder editing = new ProcessBuilder("git", "commit", "-a").directory(mine.toFile());
        editing.environment().put("GIT_EDITOR", "exec sleep 600 #");
        Process git = editing.start();
        try (WorkingCopy copy = desks.open(mine)) {
            while (!Files.exists(lock) || git.children().findAny().isEmpty()) {
                assertThat(git.isAlive()).isTrue();
                Thread.onSpinWait();
            }
            age(lock, Duration.ofDays(1));
            assertThat(copy.commit(List.of(NOTICE), "修改", Optional.empty()))
                    .isEqualTo(new CommitResult.NotPossible(GitFailure.locked(lock)));

            List<ProcessHandle> children = git.children().toList();
            git.destroyForcibly().waitFor();
            children.forEach(ProcessHandle::destroyForcibly);
            assertThat(lock).exists();
            assertThat(copy.commit(List.of(NOTICE), "修改", Optional.empty())).isInstanceOf(CommitResult.Committed.class);
            assertThat(lock).doesNotExist();
        } finally {
            git.descendants().forEach(ProcessHandle::destroyForcibly);
            git.destroyForcibly();
        }
    }

    @Test
    @Promise("A lock file of git that a killed process left")
    void eachLockThatADeskNeedsIsFreed() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n");
        Path mine = desks.clone("乙").toRealPath();
        int commits = 0;
        for (String name :
                List.of("index", "HEAD", "refs/heads/main", "config", "packed-refs", "refs/remotes/origin/main")) {
            Path lock = Files.createFile(mine.resolve(".git").resolve(name + ".lock"));
            GitServer.write(mine, NOTICE, "改" + commits++ + "\n");
            try (WorkingCopy copy = desks.open(mine)) {
                age(lock, Duration.ofSeconds(20));
                // Of another process: what this one has open, processes that other tests start hold for a moment too.
                Process holding = new ProcessBuilder("tail", "-f", lock.toString()).start();
                try {
                    while (!isOpen(lock, holding)) {
                        assertThat(holding.isAlive()).isTrue();
                        Thread.onSpinWait();
                    }
                    copy.commit(List.of(NOTICE), "修改", Optional.empty());
                    assertThat(lock).exists();
                } finally {
                    holding.destroyForcibly().onExit().join();
                }
                copy.identify(Desks.HE.orElseThrow());
                assertThat(lock).doesNotExist();
                GitServer.write(mine, NOTICE, "再改" + commits++ + "\n");
                assertThat(copy.commit(List.of(NOTICE), "修改", Optional.empty()))
                        .isInstanceOf(CommitResult.Committed.class);
                assertThat(copy.push().status().name()).isEqualTo("DONE");
            }
        }
    }

    @Test
    void aGitThatIsEndingHoldsNoLock() throws IOException {
        Path lock = Files.createFile(folder.resolve("index.lock"));
        age(lock, Duration.ofMinutes(1));
        // Linux still knows its name, but nothing else of it.
        Path process = Files.createDirectories(folder.resolve("proc/7"));
        Files.writeString(process.resolve("comm"), "git\n");
        Files.createSymbolicLink(process.resolve("cwd"), folder);
        Files.createDirectories(process.resolve("cmdline"));

        new AbandonedLock(folder.resolve("proc"), () -> true).delete(lock, List.of(folder));

        assertThat(lock).doesNotExist();
    }

    @Test
    @Promise("on other systems if it is older than ten minutes")
    void whereNobodyTellsWhatIsOpenMoreTimeMustPass() throws IOException {
        Path lock = Files.createFile(folder.resolve("index.lock"));
        AbandonedLock elsewhere = new AbandonedLock(folder.resolve("no"), () -> false);

        age(lock, Duration.ofMinutes(9));
        elsewhere.delete(lock, List.of(folder));
        assertThat(lock).exists();

        age(lock, Duration.ofMinutes(11));
        new AbandonedLock(folder.resolve("no"), () -> true).delete(lock, List.of(folder));
        assertThat(lock).exists();

        elsewhere.delete(lock, List.of(folder));
        assertThat(lock).doesNotExist();
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }
}
