package org.gongkai.publish.release;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.publish.release.assemble.AddressList;
import org.gongkai.publish.release.ledger.Event.Counts;
import org.gongkai.publish.release.ledger.Event.Imported;
import org.gongkai.site.identity.PublishedEntry;

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
 * @param waitingAddresses addresses of entries that come out on a later day: one that readers could open before is not lost
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
        Set<String> waitingAddresses,
        Optional<Imported> imported) {

    /** A site in which nothing waits for its day. */
    public NewSite(
            String audience,
            String folder,
            Path built,
            int entries,
            int pages,
            List<PublishedEntry> known,
            Set<String> otherAddresses,
            Optional<Imported> imported) {
        this(audience, folder, built, entries, pages, known, otherAddresses, Set.of(), imported);
    }

    public NewSite {
        waitingAddresses = Set.copyOf(waitingAddresses);
        known = List.copyOf(known);
        otherAddresses = Set.copyOf(otherAddresses);
    }

    /**
     * All addresses that must last.
     *
     * @param also such that lead nowhere now and will again
     */
    AddressList lasting(Collection<String> also) {
        Set<String> others = new TreeSet<>(otherAddresses);
        others.addAll(also);
        return AddressList.of(known, others);
    }

    /**
     * How much the release of this site holds, and how it differs from its base.
     *
     * @param before the manifest of the base, if there is one
     * @param now the manifest of the release
     */
    Counts counts(Optional<Manifest> before, Manifest now) {
        Map<String, OutputFile> old = new HashMap<>();
        before.ifPresent(manifest -> manifest.files().forEach(file -> old.put(file.path(), file)));
        int added = 0;
        int changed = 0;
        long bytes = 0;
        for (OutputFile file : now.files()) {
            OutputFile previous = old.remove(file.path());
            added += previous == null ? 1 : 0;
            changed += previous == null || previous.equals(file) ? 0 : 1;
            bytes += file.size();
        }
        return new Counts(entries, pages, now.files().size(), bytes, added, changed, old.size());
    }
}
