package org.gongkai.draft;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.text.Normalizer;

/** Names of files that every machine can hold, made of the words of a title. */
public final class FileNames {

    /** Most characters of a name; in UTF-8 they and an ending fit into the 255 bytes that disks allow. */
    private static final int MAX = 60;

    private FileNames() {}

    /** The name of a title, without an ending; empty if nothing of it can stand in one. */
    public static String of(String title) {
        String safe = Normalizer.normalize(title, Normalizer.Form.NFC)
                .replaceAll("[\\\\/:*?\"<>|#%&~$`'{}\\[\\]^;=+,@!\\p{Cntrl}\\p{Cf}\\p{Cs}\\s\u3000]+", "-");
        int end = safe.offsetByCodePoints(0, Math.min(MAX, safe.codePointCount(0, safe.length())));
        String name = safe.substring(0, end).replaceAll("^[-_.]+|[-_.]+$", "");
        return name.matches("(?i)con|prn|aux|nul|com\\d|lpt\\d") ? name + "-1" : name;
    }

    /**
     * Writes a file that was not there, with a number behind its name if need be.
     *
     * @return where it stands now
     */
    public static Path writeNew(Path folder, String name, String text) throws IOException {
        Files.createDirectories(folder);
        for (int i = 1; ; i++) {
            Path file = folder.resolve(i == 1 ? name + ".md" : name + "-" + i + ".md");
            try {
                return Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException e) {
                // The next number may be free.
            }
        }
    }
}
