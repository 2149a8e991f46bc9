package org.gongkai.release;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.release.Event.Imported;

/**
 * A built site that is to be published.
 *
 * @param audience who it is for
 * @param folder its store below the folder that is published into; empty if the site has one audience
 * @param built where it was built, with its manifest; its files are taken from there
 * @param entries entries that are out
 * @param pages pages made
 * @param entryAddresses addresses of the entries
 * @param otherAddresses other addresses that must last: redirects from former ones, pages of what was withdrawn
 * @param waitingAddresses addresses of entries that come out on a later day: one that readers could open before is not lost
 * @param imported the release of another store that it is, if it was carried here
 */
public record NewSite(
        String audience,
        String folder,
        Path built,
        int entries,
        int pages,
        Set<String> entryAddresses,
        Set<String> otherAddresses,
        Set<String> waitingAddresses,
        Optional<Imported> imported) {

    /** A site in which nothing waits for its day. */
    public NewSite(
            String audience,
            String folder,
            Path built,
            int entries,
            int pages,
            Set<String> entryAddresses,
            Set<String> otherAddresses,
            Optional<Imported> imported) {
        this(audience, folder, built, entries, pages, entryAddresses, otherAddresses, Set.of(), imported);
    }

    public NewSite {
        waitingAddresses = Set.copyOf(waitingAddresses);
        entryAddresses = Set.copyOf(entryAddresses);
        otherAddresses = Set.copyOf(otherAddresses);
    }

    /** All addresses that must last, sorted. */
    TreeSet<String> lasting() {
        TreeSet<String> all = new TreeSet<>(entryAddresses);
        all.addAll(otherAddresses);
        return all;
    }
}
