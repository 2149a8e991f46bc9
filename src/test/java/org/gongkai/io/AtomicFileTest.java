package org.gongkai.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.temporal.ChronoUnit;
import org.gongkai.testing.FolderFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AtomicFileTest extends FolderFixture {

    private Path file;

    @BeforeEach
    void anExistingFile() throws IOException {
        file = Files.writeString(folder.resolve("a.txt"), "old");
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void putsAFileThatOnlyItsOwnerMayRead() throws IOException {
        AtomicFile.put(file, "新的");
        AtomicFile.put(folder.resolve("b.txt"), "another");

        assertThat(file).hasContent("新的");
        assertThat(folder.resolve("b.txt")).hasContent("another");
        assertThat(rights(file)).isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void clearsWhatWasLeftADayBeforeAndNothingThatMayStillBeWritten() throws IOException {
        Path old = AtomicFile.temporary(file);
        Path fresh = AtomicFile.temporary(file);
        Path other = Files.writeString(folder.resolve("b.tmp"), "of somebody else");
        FileTime yesterday =
                FileTime.from(Files.getLastModifiedTime(file).toInstant().minus(1, ChronoUnit.DAYS));
        Files.setLastModifiedTime(old, yesterday);
        Files.setLastModifiedTime(other, yesterday);

        AtomicFile.clearOldLeftovers(file);

        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
        assertThat(other).exists();
    }

    @Test
    void whoReadsMeanwhileReadsTheOldFile() throws IOException {
        try (var reader = Files.newBufferedReader(file)) {
            String during = AtomicFile.put(file, AtomicFile.temporary(file), temporary -> {
                Files.writeString(temporary, "new");
                return Files.readString(file);
            });

            assertThat(during).isEqualTo("old");
            assertThat(reader.readLine()).isEqualTo("old");
            assertThat(file).hasContent("new");
        }
    }

    @Test
    void leavesTheOldFileAndNothingElseIfItFails() throws IOException {
        assertThatThrownBy(() -> AtomicFile.put(file, AtomicFile.temporary(file), temporary -> {
                    Files.writeString(temporary, "half");
                    throw new FileSystemException("No space left on device");
                }))
                .isInstanceOf(FileSystemException.class);

        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }
}
