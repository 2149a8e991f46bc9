package org.gongkai.release;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.release.Event.Imported;

/**
 * A built site that is to be published.
 *
 * @param audience who it is for
 * @param folder its store below the folder that is published into; empty if the site has one audience
 * @param built where it was built, with its manifest; its files are taken from there
 * @param entries entries that are out
 * @param pages pages made
 * @param known the entries, and by what each is known again
 * @param otherAddresses other addresses that must last: redirects from former ones, pages of what was withdrawn
 * @param imported the release of another store that it is, if it was carried here
 */
public record NewSite(
        String audience,
        String folder,
        Path built,
        int entries,
        int pages,
        List<PublishedEntry> known,
        Set<String> otherAddresses,
        Optional<Imported> imported) {

    public NewSite {
        known = List.copyOf(known);
        otherAddresses = Set.copyOf(otherAddresses);
    }

    /** All addresses that must last. */
    AddressList lasting() {
        return AddressList.of(known, otherAddresses);
    }
}
