package org.gongkai.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gongkai.testing.FolderFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FileLockTest extends FolderFixture {

    private Path file;

    @BeforeEach
    void aFileThatIsNotThereYet() {
        file = folder.resolve("lock");
    }

    @Test
    void isHeldByOneAtATime() throws IOException {
        try (FileLock held = FileLock.tryAcquire(file).orElseThrow()) {
            assertThat(FileLock.tryAcquire(file)).isEmpty();
            assertThat(FileLock.tryAcquireExisting(file)).isEmpty();
        }

        FileLock.tryAcquire(file).orElseThrow().close();
    }

    @Test
    void tellsInTheFileWhoHoldsIt() throws IOException {
        try (FileLock held = FileLock.tryAcquire(file).orElseThrow()) {
            held.write("进程 123456");
            held.write("进程 7");

            assertThat(file).hasContent("进程 7");
        }
    }

    @Test
    void createsNoFileThatHasToExist() {
        assertThatThrownBy(() -> FileLock.tryAcquireExisting(file)).isInstanceOf(NoSuchFileException.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void waitsUntilTheOtherReleasesIt() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (FileLock held = FileLock.tryAcquire(file).orElseThrow()) {
            CountDownLatch begun = new CountDownLatch(1);
            Future<Boolean> taken = other.submit(() -> {
                begun.countDown();
                try (FileLock lock = FileLock.tryAcquire(file, 600).orElseThrow()) {
                    return FileLock.tryAcquire(file).isEmpty();
                }
            });
            begun.await();
            assertThat(taken.isDone()).isFalse();

            held.close();

            assertThat(taken.get()).isTrue();
        } finally {
            other.shutdownNow();
        }
    }
}
