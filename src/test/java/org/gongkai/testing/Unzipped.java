package org.gongkai.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** An archive as a user has it who has unzipped it into a folder. */
public record Unzipped(Path folder) {

    /** Unzips a file into a new folder beside it. */
    public static Unzipped of(Path zip) {
        try (ZipFile archive = new ZipFile(zip.toFile(), StandardCharsets.UTF_8)) {
            Path folder = Files.createTempDirectory(zip.getParent(), "unzipped");
            for (ZipEntry entry : archive.stream().toList()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new AssertionError("outside of the folder: " + entry.getName());
                }
                Files.createDirectories(file.getParent());
                Files.write(file, archive.getInputStream(entry).readAllBytes());
            }
            return new Unzipped(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The paths of all files, sorted. */
    public List<String> paths() {
        return SiteFolder.files(folder).keySet().stream()
                .filter(path -> !path.endsWith("/"))
                .toList();
    }

    public byte[] bytes(String path) {
        try {
            return Files.readAllBytes(folder.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }
}
