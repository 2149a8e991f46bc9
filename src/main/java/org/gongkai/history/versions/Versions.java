package org.gongkai.history.versions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.history.git.commit.Commit;
import org.gongkai.input.entry.Entry;

/**
 * The versions of one entry, oldest first.
 *
 * @param all every published version
 * @param pauses the periods in which it was withdrawn or deleted
 * @param headers every header under which it was published, oldest first; can exceed the versions, since a move changes
 *     no text
 * @param uncommitted whether its file has uncommitted changes
 */
public record Versions(List<Version> all, List<Pause> pauses, List<Entry> headers, boolean uncommitted) {

    public static final Versions NONE = new Versions(List.of(), List.of(), List.of(), false);

    public Versions {
        all = List.copyOf(all);
        pauses = List.copyOf(pauses);
        headers = List.copyOf(headers);
    }

    /**
     * A period in which the entry was not public.
     *
     * @param after the number of the version that preceded the period
     * @param day the first day of the period
     * @param back the day on which the entry became public again, if it did
     */
    public record Pause(int after, LocalDate day, Optional<LocalDate> back) {}

    /** Returns the current version, if any was published. */
    public Optional<Version> latest() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Returns the day on which it was withdrawn, if it still is. */
    public Optional<LocalDate> withdrawn() {
        return pauses.isEmpty() || pauses.get(pauses.size() - 1).back().isPresent()
                ? Optional.empty()
                : Optional.of(pauses.get(pauses.size() - 1).day());
    }

    /**
     * A published version of an entry.
     *
     * @param number its number, from 1
     * @param day the day from which it was public
     * @param commit the commit that created it
     * @param entry its header
     * @param blob its content, 40 hexadecimal digits
     */
    public record Version(int number, LocalDate day, Commit commit, Entry entry, String blob) {}
}
