package org.gongkai.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.io.Digests;
import org.gongkai.io.FileStamp.FileTimes;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedOutputTest {

    @TempDir
    private Path temporary;

    private Path target;

    @BeforeEach
    void aFolder() {
        target = temporary.resolve("site");
    }

    @Test
    void putsFilesInPlaceOnlyWhenItIsAskedTo() throws IOException {
        try (StagedOutput output = new StagedOutput(target)) {
            output.write("a.html", bytes("甲"));
            assertThat(target.resolve("a.html")).doesNotExist();

            assertThat(OutputTransaction.commit(Map.of(output, manifest(output))))
                    .containsExactly(2);
            assertThat(target.resolve("a.html")).hasContent("甲");
        }
        assertThat(names()).containsExactly("a.html", "manifest.json");
    }

    @Test
    void leavesNothingOfAnOutputThatIsNotPutInPlace() throws IOException {
        try (StagedOutput output = new StagedOutput(target)) {
            output.write("a.html", bytes("甲"));
        }
        assertThat(target).doesNotExist();
    }

    @Test
    void replacesWhatChangedAndCountsIt() throws IOException {
        write(Map.of("a.html", "甲", "b/c.html", "乙"));

        assertThat(write(Map.of("a.html", "甲", "b/c.html", "丙")))
                .as("c.html and the manifest")
                .isEqualTo(2);
        assertThat(write(Map.of("a.html", "甲", "b/c.html", "丙"))).isZero();
    }

    @Test
    void doesNotTouchAFileWhoseBytesStandThere() throws IOException {
        write(Map.of("a.html", "甲", "b.html", "乙"));
        Object before = Files.readAttributes(target.resolve("a.html"), "unix:ino,lastModifiedTime");

        write(Map.of("a.html", "甲", "b.html", "丙"));

        assertThat((Object) Files.readAttributes(target.resolve("a.html"), "unix:ino,lastModifiedTime"))
                .isEqualTo(before);
    }

    @Test
    void takesAwayWhatIsNoLongerThereWithItsFolders() throws IOException {
        write(Map.of("a.html", "甲", "b/c/d.html", "乙"));

        write(Map.of("a.html", "甲"));

        assertThat(names()).containsExactly("a.html", "manifest.json");
    }

    @Test
    void leavesForeignFilesAlone() throws IOException {
        write(Map.of("b/c.html", "乙"));
        Files.writeString(target.resolve("b/robots.txt"), "外来");
        Files.writeString(target.resolve(".htaccess"), "外来");

        write(Map.of("a.html", "甲"));

        assertThat(names()).containsExactly(".htaccess", "a.html", "b/", "b/robots.txt", "manifest.json");
    }

    @Test
    void copiesFromAStream() throws IOException {
        for (int expected : new int[] {2, 0}) {
            try (StagedOutput output = new StagedOutput(target)) {
                output.copy("a/b.pdf", new ByteArrayInputStream(bytes("甲")));
                assertThat(OutputTransaction.commit(Map.of(output, manifest(output))))
                        .containsExactly(expected);
            }
        }
        assertThat(target.resolve("a/b.pdf")).hasContent("甲");
    }

    @Test
    void aFileMayTakeThePlaceOfAFolderAndAFolderThatOfAFile() throws IOException {
        write(Map.of("a/b", "甲", "c", "乙"));

        write(Map.of("a", "丙", "c/d", "丁"));

        assertThat(SiteFolder.files(target)).containsKeys("a", "c/", "c/d");
    }

    @Test
    void neverTakesAForeignFolderForAFileOfItsOwn() throws IOException {
        write(Map.of("a.html", "甲", "z.html", "旧"));
        Files.createDirectories(target.resolve("b.html"));
        Files.writeString(target.resolve("b.html/手写.txt"), "外来");
        TreeMap<String, String> before = SiteFolder.files(target);

        assertThatThrownBy(() -> write(Map.of("a.html", "新", "b.html", "乙", "c/d.html", "丙")))
                .isInstanceOfSatisfying(FileSystemException.class, e -> {
                    assertThat(e.getFile()).isEqualTo(target.resolve("b.html").toString());
                    assertThat(e.getReason()).isEqualTo("这里已有一个同名的文件夹");
                });
        assertThat(SiteFolder.files(target)).isEqualTo(before);
    }

    @Test
    void undoesEverythingWhenAMoveFailsInTheMiddle() throws IOException {
        write(Map.of("a.html", "甲", "m/n.html", "乙", "z.html", "旧"));
        Files.writeString(target.resolve("x"), "外来");
        TreeMap<String, String> before = SiteFolder.files(target);

        assertThatThrownBy(() -> write(Map.of("a.html", "新", "b/c/d.html", "丙", "x/y.html", "丁")))
                .isInstanceOfSatisfying(FileSystemException.class, e -> assertThat(e.getReason())
                        .isEqualTo("这里已有一个同名的文件"));

        assertThat(SiteFolder.files(target)).isEqualTo(before);
    }

    @Test
    void undoesAFolderThatTookThePlaceOfAFile() throws IOException {
        write(Map.of("a", "甲"));
        Files.createDirectory(target.resolve("z"));
        TreeMap<String, String> before = SiteFolder.files(target);

        assertThatThrownBy(() -> write(Map.of("a/b/c.html", "乙", "z", "丙"))).isInstanceOf(IOException.class);

        assertThat(SiteFolder.files(target)).isEqualTo(before);
    }

    @Test
    void letsOnlyOneWriterIn() throws IOException {
        try (StagedOutput first = new StagedOutput(target)) {
            assertThatThrownBy(() -> new StagedOutput(target))
                    .isInstanceOfSatisfying(FileSystemException.class, e -> assertThat(e.getReason())
                            .isEqualTo("另一个生成任务正在写这个文件夹"));
            first.write("a.html", bytes("甲"));
            OutputTransaction.commit(Map.of(first, manifest(first)));
        }
        assertThat(names()).containsExactly("a.html", "manifest.json");
    }

    @Test
    void clearsAwayWhatAnOutputThatWasKilledLeft() throws IOException {
        write(Map.of("a.html", "甲"));
        Files.createDirectories(target.resolve(".gongkai-staging/new"));
        Files.createDirectories(target.resolve(".gongkai-staging/old"));
        Files.writeString(target.resolve(".gongkai-staging/lock"), "");
        Files.writeString(target.resolve(".gongkai-staging/new/half.html"), "半");
        Files.writeString(target.resolve(".gongkai-staging/old/half.html"), "半");

        write(Map.of("a.html", "甲"));

        assertThat(names()).containsExactly("a.html", "manifest.json");
    }

    @Test
    void refusesAddressesThatLeadOutOrAreTaken() throws IOException {
        try (StagedOutput output = new StagedOutput(target)) {
            for (String address : List.of("../a.html", "/etc/passwd", "a/../../b", "", ".", ".gongkai-staging/new/a")) {
                assertThatThrownBy(() -> output.write(address, bytes("")))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("leads out of the output: " + address);
            }
            output.write("a.html", bytes("甲"));
            assertThatThrownBy(() -> output.write("a.html", bytes("乙")))
                    .hasMessage("two files have the address a.html");
        }
    }

    @Test
    void aManifestThatSomebodyWroteCannotMakeItDeleteFilesElsewhere() throws IOException {
        write(Map.of("a.html", "甲"));
        Files.writeString(temporary.resolve("mine.txt"), "我的");
        Files.writeString(
                target.resolve("manifest.json"),
                """
                {"path": "../mine.txt", "size": 1, "sha256": "%1$s"}
                {"path": "%2$s", "size": 1, "sha256": "%1$s"}
                """
                        .formatted("0".repeat(64), temporary.resolve("mine.txt")));

        write(Map.of("a.html", "甲"));

        assertThat(temporary.resolve("mine.txt")).exists();
    }

    @Test
    void linksWhatNobodyHasTouchedSinceAReleaseWasCompleteAndReadsTheRest() throws IOException {
        write(Map.of("a.html", "甲", "b.html", "乙", "c.html", "丙"));
        Path manifest = target.resolve("manifest.json");
        while (!times("c.html").isBefore(times("manifest.json"))) {
            Files.write(manifest, Files.readAllBytes(manifest));
        }
        FileTime before = Files.getLastModifiedTime(target.resolve("b.html"));
        Files.writeString(target.resolve("b.html"), "坏");
        Files.setLastModifiedTime(target.resolve("b.html"), before);

        try (StagedOutput next = new StagedOutput(temporary.resolve("next"), Optional.of(target))) {
            // Whoever reads the file finds another check sum.
            assertThat(next.reuse("a.html", new FileDigest(3, Digests.sha256("甲"), 0)))
                    .isTrue();
            assertThat(next.reuse("b.html", digest("乙"))).isFalse();
            assertThat(next.reuse("c.html", digest("丁"))).isFalse();
            assertThat(next.shared()).containsExactly("a.html");
            OutputTransaction.commit(Map.of(next, manifest(next)));
        }
        assertThat(Files.isSameFile(temporary.resolve("next/a.html"), target.resolve("a.html")))
                .isTrue();
    }

    private static FileDigest digest(String text) {
        return FileDigest.of(bytes(text));
    }

    private FileTimes times(String name) {
        return FileTimes.of(target.resolve(name)).orElseThrow();
    }

    private int write(Map<String, String> files) throws IOException {
        try (StagedOutput output = new StagedOutput(target)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                output.write(file.getKey(), bytes(file.getValue()));
            }
            return OutputTransaction.commit(Map.of(output, manifest(output))).get(0);
        }
    }

    private List<String> names() {
        return List.copyOf(SiteFolder.files(target).keySet());
    }

    private static Manifest manifest(StagedOutput output) {
        return new Manifest("gongkai", Optional.empty(), "2024-06-01", Optional.empty(), List.copyOf(output.files()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
