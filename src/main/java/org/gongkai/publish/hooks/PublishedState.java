package org.gongkai.publish.hooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.gongkai.io.AtomicFile;

/**
 * The state that was published last. A desired state that differs is still due, so that the next process completes
 * what a killed one has begun.
 *
 * @param desired the state, in one line
 * @param day the date of the site
 * @param next the next date on which the site changes without a new commit, if any
 * @param zone the time zone of these dates
 */
record PublishedState(String desired, LocalDate day, Optional<LocalDate> next, ZoneId zone) {

    /** Reads it; empty if nothing was published yet or the file is damaged, which costs one more publication. */
    static Optional<PublishedState> read(Path file) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file);
            return Optional.of(new PublishedState(
                    lines.get(0),
                    LocalDate.parse(lines.get(1)),
                    lines.get(2).equals("-") ? Optional.empty() : Optional.of(LocalDate.parse(lines.get(2))),
                    ZoneId.of(lines.get(3))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IndexOutOfBoundsException | java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    void write(Path file) throws IOException {
        AtomicFile.put(
                file,
                String.join(
                                "\n",
                                desired,
                                day.toString(),
                                next.map(LocalDate::toString).orElse("-"),
                                zone.getId()) + "\n");
    }

    /** Whether the site of today differs although its source does not; also if the clock was set back. */
    boolean isOutdated(LocalDate today) {
        return today.isBefore(day) || today.isAfter(day) && next.isPresent() && !today.isBefore(next.get());
    }
}
