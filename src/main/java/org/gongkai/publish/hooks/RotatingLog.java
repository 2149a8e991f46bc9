package org.gongkai.publish.hooks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * A log of limited size: a full file is renamed by appending a number to its name, and the oldest file is deleted.
 *
 * <p>{@link java.util.logging.FileHandler} is no replacement: it numbers the current file too, keeps a lock file next
 * to it, and writes to another file while a second process has the lock. The log of a repository is named in messages
 * and read by its maintainer, so its name must not change.
 *
 * @param file the file with the newest lines
 * @param maxBytes maximum size of a file
 * @param maxFiles number of full files that are retained
 */
public record RotatingLog(Path file, long maxBytes, int maxFiles, Clock clock) {

    /**
     * Appends lines below a line with the time.
     *
     * @param zone the time zone of the time
     * @throws IOException if the file cannot be written or renamed
     */
    public void add(String text, ZoneId zone) throws IOException {
        OffsetDateTime now = OffsetDateTime.now(clock.withZone(zone)).truncatedTo(ChronoUnit.SECONDS);
        StringBuilder lines = new StringBuilder("[" + now + "]\n");
        text.lines().forEach(line -> lines.append("  ").append(line).append('\n'));
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        if (Files.exists(file) && Files.size(file) + bytes.length > maxBytes) {
            rotate();
        }
        Files.createDirectories(file.getParent());
        Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void rotate() throws IOException {
        for (int number = maxFiles; number >= 1; number--) {
            Path older = number == 1 ? file : numbered(number - 1);
            if (Files.exists(older)) {
                Files.move(older, numbered(number), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Path numbered(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }
}
