package org.gongkai.input.entry;

import java.util.List;
import java.util.Optional;
import org.gongkai.problem.Problem;

/**
 * The result of parsing the header of an entry.
 *
 * @param entry the entry; empty if the header is unusable
 * @param problems the problems that were reported
 */
public record EntryReading(Optional<Entry> entry, List<Problem> problems) {

    public EntryReading {
        problems = List.copyOf(problems);
    }
}
