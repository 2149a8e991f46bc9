package org.gongkai.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.Promise;
import org.junit.jupiter.api.Test;

class DurableFileTest extends FolderFixture {

    private static final byte[] NEW = "新".getBytes(StandardCharsets.UTF_8);

    private long waiting() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tmp"))
                    .filter(file -> file.toFile().length() == NEW.length)
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writing to the disk takes long; what was compared before it is old afterwards. */
    @Test
    @Promise("a file is replaced only if, right before the rename")
    void comparesWhenNothingIsLeftToDoButToTakeThePlace() throws IOException {
        Path file = Files.writeString(folder.resolve("a.md"), "旧");

        assertThat(DurableFile.replace(file, before -> waiting() == 0, NEW)).isFalse();
        assertThat(file).hasContent("旧");
        assertThat(waiting()).isZero();

        assertThat(DurableFile.replace(file, before -> waiting() == 1, NEW)).isTrue();
        assertThat(file).hasContent("新");
        assertThat(waiting()).isZero();
    }

    @Test
    void doesNotBringBackAFileThatIsGone() throws IOException {
        Path file = folder.resolve("a.md");

        assertThat(DurableFile.replace(file, before -> true, NEW)).isFalse();

        assertThat(file).doesNotExist();
    }

    @Test
    void createsAFileAtOnceWithTheUsualPermissionsAndNoneThatIsThere() throws IOException {
        Path file = folder.resolve("a.md");
        Path usual = Files.createFile(folder.resolve("usual"));

        DurableFile.create(file, NEW);

        assertThat(file).hasContent("新");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(usual));
        assertThatThrownBy(() -> DurableFile.create(file, new byte[0])).isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> DurableFile.create(folder, NEW)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("新");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void replacesBytesThroughALinkAndRetainsPermissions() throws IOException {
        Path file = Files.writeString(folder.resolve("a.md"), "旧");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        assertThat(DurableFile.replace(link, before -> true, NEW)).isTrue();

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("新");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r--r--");
    }
}
