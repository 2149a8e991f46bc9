package org.gongkai.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.gongkai.testing.FolderFixture;
import org.junit.jupiter.api.Test;

/** A program that was built anew is another one, even of the same version. */
class ProgramFingerprintTest extends FolderFixture {

    private static final FileTime NOON = FileTime.from(Instant.parse("2024-06-01T12:00:00Z"));

    @Test
    void aRebuiltJarShowsThoughItsSizeAndTimeAreThoseOfTheOldOne() throws IOException {
        Path jar = jar("程序.jar", "one");
        String before = print(jar);
        long size = Files.size(jar);
        jar("程序.jar", "two");

        assertThat(Files.size(jar)).isEqualTo(size);
        assertThat(print(jar)).isNotEqualTo(before);
        jar("程序.jar", "one");
        assertThat(print(jar)).isEqualTo(before);
    }

    @Test
    void aJarIsTheSameWhereverAndWheneverItWasCopied() throws IOException {
        Path jar = jar("a.jar", "one");
        Path copy = Files.copy(jar, folder.resolve("b.jar"));
        Files.setLastModifiedTime(copy, FileTime.from(Instant.parse("2024-06-02T12:00:00Z")));

        assertThat(print(copy)).isEqualTo(print(jar));
    }

    @Test
    void aLibraryOnTheClassPathShows() throws IOException {
        Path jar = jar("a.jar", "one");
        Path engine = jar("engine.jar", "one");
        String first = new ProgramFingerprint(jar, List.of(engine)).fingerprint();
        Files.setLastModifiedTime(engine, FileTime.from(Instant.parse("2024-06-02T12:00:00Z")));

        assertThat(first).isNotIn(print(jar), new ProgramFingerprint(jar, List.of(engine)).fingerprint());
    }

    @Test
    void anotherLibraryShows() throws IOException {
        Path jar = jar("a.jar", "one");
        String without = print(jar);
        Files.createDirectories(folder.resolve("lib"));
        Files.writeString(folder.resolve("lib/x.jar"), "x");
        Files.setLastModifiedTime(folder.resolve("lib/x.jar"), NOON);
        String first = print(jar);
        Files.writeString(folder.resolve("lib/x.jar"), "xy");
        Files.setLastModifiedTime(folder.resolve("lib/x.jar"), NOON);

        assertThat(print(jar)).isNotIn(without, first);
        assertThat(first).isNotEqualTo(without);
    }

    @Test
    void aClassThatWasCompiledAnewShows() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes/org"));
        Path file = Files.writeString(classes.resolve("A.class"), "one");
        Files.setLastModifiedTime(file, NOON);
        String before = print(folder.resolve("classes"));
        assertThat(print(folder.resolve("classes"))).isEqualTo(before);
        Files.writeString(file, "two");

        assertThat(print(folder.resolve("classes"))).isNotEqualTo(before);
    }

    @Test
    void theProgramThatRunsHasOne() throws IOException {
        assertThat(ProgramFingerprint.running().fingerprint())
                .isEqualTo(ProgramFingerprint.running().fingerprint())
                .matches("[0-9a-f]{64}");
    }

    private static String print(Path code) throws IOException {
        return new ProgramFingerprint(code, List.of()).fingerprint();
    }

    private Path jar(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "lib/x.jar lib/y.jar");
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            ZipEntry entry = new ZipEntry("org/A.class");
            entry.setLastModifiedTime(NOON);
            jar.putNextEntry(entry);
            jar.write(content.getBytes(StandardCharsets.UTF_8));
        }
        Files.setLastModifiedTime(file, NOON);
        return file;
    }
}
