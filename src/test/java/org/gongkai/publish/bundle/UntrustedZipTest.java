package org.gongkai.publish.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gongkai.io.Digests;
import org.gongkai.output.ArchiveWriter;
import org.gongkai.output.ArchiveWriter.ArchivePart;
import org.gongkai.publish.release.Verification.Finding;
import org.gongkai.testing.FolderFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UntrustedZipTest extends FolderFixture {

    private static final LocalDateTime TIME = LocalDateTime.of(2024, 6, 1, 12, 0);

    private Path zip;

    @BeforeEach
    void place() {
        zip = folder.resolve("站点.zip");
    }

    private static ArchivePart part(String path, String text) {
        try {
            return ArchivePart.of(path, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UntrustedZip opened() throws IOException {
        return UntrustedZip.open(zip).orElseThrow();
    }

    @Test
    void givesBackWhatWasWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("b"), "第二个");
        ArchiveWriter.write(zip, List.of(part("site/甲.html", "第一个"), ArchivePart.of("b.txt", file)), TIME);

        try (UntrustedZip archive = opened()) {
            assertThat(archive.findings()).isEmpty();
            assertThat(archive.paths()).containsExactly("b.txt", "site/甲.html");
            assertThat(archive.text("site/甲.html")).contains("第一个");
            assertThat(archive.size("b.txt")).isEqualTo(9);
            assertThat(archive.hash("b.txt")).isEqualTo(Digests.sha256(Files.readAllBytes(file)));
            assertThat(archive.head("b.txt", 3))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("第");
            try (InputStream in = archive.open("b.txt")) {
                assertThat(in).hasSameContentAs(Files.newInputStream(file));
            }
            assertThat(archive.has("c")).isFalse();
            assertThat(archive.text("c")).isEmpty();
        }
    }

    @Test
    void hasTheSameBytesInWhateverOrderItsPartsCome() throws IOException {
        ArchiveWriter.write(zip, List.of(part("a", "1"), part("b", "2")), TIME);
        byte[] once = Files.readAllBytes(zip);

        ArchiveWriter.write(zip, List.of(part("b", "2"), part("a", "1")), TIME);

        assertThat(zip).hasBinaryContent(once);
    }

    @Test
    void takesTimesThatAZipCannotHold() throws IOException {
        for (int year : new int[] {1970, 2200}) {
            ArchiveWriter.write(zip, List.of(part("a", "1")), LocalDateTime.of(year, 1, 1, 0, 0));
            try (UntrustedZip archive = opened()) {
                assertThat(archive.text("a")).contains("1");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a", "/a", "a//b", "a/./b", "C:/a", "a\\b", "a\nb", "a/"})
    void reportsNamesThatLeadElsewhere(String name) throws IOException {
        ArchiveWriter.write(zip, List.of(part(name, "")), TIME);

        try (UntrustedZip archive = opened()) {
            assertThat(archive.findings()).containsExactly(new Finding(Finding.Kind.UNSAFE, name.replace('\n', '?')));
            assertThat(archive.paths()).isEmpty();
        }
    }

    @Test
    void reportsWhatIsCompressed() throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("a"));
            out.write(new byte[1000]);
        }

        try (UntrustedZip archive = opened()) {
            assertThat(archive.findings()).containsExactly(new Finding(Finding.Kind.FORM, "a（压缩过）"));
        }
    }

    @Test
    void isNotWhatIsNoZipOrNotAllOfOne() throws IOException {
        ArchiveWriter.write(zip, List.of(part("a", "1".repeat(1000))), TIME);
        byte[] whole = Files.readAllBytes(zip);
        for (byte[] bytes : List.of(new byte[0], new byte[100], java.util.Arrays.copyOf(whole, whole.length - 30))) {
            Files.write(zip, bytes);
            assertThat(UntrustedZip.open(zip)).isEmpty();
        }
    }
}
