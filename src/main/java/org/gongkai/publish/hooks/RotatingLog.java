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

/** A log that keeps only so much: a full file gets a number behind its name, and the oldest one goes. */
public final class RotatingLog {

    private final Path file;
    private final long most;
    private final int kept;
    private final Clock clock;

    /**
     * @param most bytes of one file
     * @param kept how many full files stay
     */
    public RotatingLog(Path file, long most, int kept, Clock clock) {
        this.file = file;
        this.most = most;
        this.kept = kept;
        this.clock = clock;
    }

    /** Where the newest lines are. */
    public Path file() {
        return file;
    }

    /** Adds lines below the time. */
    public void add(String text, ZoneId zone) throws IOException {
        OffsetDateTime now = OffsetDateTime.now(clock.withZone(zone)).truncatedTo(ChronoUnit.SECONDS);
        StringBuilder lines = new StringBuilder("[" + now + "]\n");
        text.lines().forEach(line -> lines.append("  ").append(line).append('\n'));
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        if (Files.exists(file) && Files.size(file) + bytes.length > most) {
            rotate();
        }
        Files.createDirectories(file.getParent());
        Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void rotate() throws IOException {
        for (int number = kept; number >= 1; number--) {
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
