package org.gongkai.history.versions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.input.entry.Entry;

/**
 * The versions of one entry, oldest first.
 *
 * @param all every version that was published
 * @param pauses when it was withdrawn or deleted, and by what it may have come back
 * @param headers every header under which it was out, oldest first; more than versions, for a file may be moved as it is
 * @param uncommitted whether its file says something else than was committed last
 */
public record Versions(List<Version> all, List<Pause> pauses, List<Entry> headers, boolean uncommitted) {

    public static final Versions NONE = new Versions(List.of(), List.of(), List.of(), false);

    public Versions {
        all = List.copyOf(all);
        pauses = List.copyOf(pauses);
        headers = List.copyOf(headers);
    }

    /**
     * A time in which the entry was not to be seen.
     *
     * @param after number of the version after which it went
     * @param day when it went
     * @param back when it came back, if it did
     */
    public record Pause(int after, LocalDate day, Optional<LocalDate> back) {}

    /** The version of today, if any was published. */
    public Optional<Version> latest() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** When it was withdrawn, if it still is. */
    public Optional<LocalDate> withdrawn() {
        return pauses.isEmpty() || pauses.get(pauses.size() - 1).back().isPresent()
                ? Optional.empty()
                : Optional.of(pauses.get(pauses.size() - 1).day());
    }
}
