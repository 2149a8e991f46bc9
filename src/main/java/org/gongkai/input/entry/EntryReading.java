package org.gongkai.input.entry;

import java.util.List;
import java.util.Optional;
import org.gongkai.problem.Problem;

/**
 * What came of reading the file of an entry.
 *
 * @param entry what its header says; empty if no entry could be made of it
 * @param problems everything that was told meanwhile
 */
public record EntryReading(Optional<Entry> entry, List<Problem> problems) {

    public EntryReading {
        problems = List.copyOf(problems);
    }
}
