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
 * What was last published with success. What is wanted and not in here is still to be done, so that whoever comes next can
 * go on after a death.
 *
 * @param wanted what it was
 * @param day the day for which it stands
 * @param next the next day on which the site changes by itself, if any
 * @param zone time zone in which its days begin
 */
record PublishedState(String desired, LocalDate day, Optional<LocalDate> next, ZoneId zone) {

    /** Reads it; empty if nothing was published yet, or it cannot be understood, which costs one publication more. */
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

    /** Whether the site would be another today, though nobody changed its source; also if the clock was set back since. */
    boolean isOutdated(LocalDate today) {
        return today.isBefore(day) || today.isAfter(day) && next.isPresent() && !today.isBefore(next.get());
    }
}
