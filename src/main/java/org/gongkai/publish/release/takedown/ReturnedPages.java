package org.gongkai.publish.release.takedown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.Store;
import org.gongkai.publish.release.ledger.Ledger.Down;
import org.gongkai.site.identity.PublishedEntry;

/**
 * Determines which entries of a new site are taken down.
 */
public final class ReturnedPages {

    private ReturnedPages() {}

    /**
     * The entries of the next release that are taken down, sorted.
     *
     * @param folder the folder that is published into
     * @param audience folder of the audience; empty if the site has one
     * @param entries the entries of the next release
     * @throws PublicationRefused if the records of a store were tampered with
     */
    public static List<Returned> among(Path folder, String audience, Collection<PublishedEntry> entries)
            throws IOException {
        return among(inForce(folder, audience).values(), entries);
    }

    /** The entries that are among those taken down, sorted by the address that was taken down and by their own. */
    public static List<Returned> among(Collection<Down> down, Collection<PublishedEntry> entries) {
        List<Returned> returned = new ArrayList<>();
        for (Down one : down) {
            entries.stream()
                    .filter(one::covers)
                    .map(entry -> new Returned(
                            one.taken().address(), one.day(), one.taken().reason(), entry))
                    .forEach(returned::add);
        }
        returned.sort(Comparator.comparing(Returned::taken)
                .thenComparing(page -> page.entry().address()));
        return returned;
    }

    /**
     * The takedowns for an audience, by address. A store without releases inherits those of the other audiences, so
     * that adding an audience does not republish what was taken down.
     */
    public static Map<String, Down> inForce(Path folder, String audience) throws IOException {
        Store own = new Store(audience.isEmpty() ? folder : folder.resolve(audience));
        if (audience.isEmpty() || Files.exists(own.records())) {
            return own.ledger().down();
        }
        Map<String, Down> down = new TreeMap<>();
        for (Store other : Store.at(folder)) {
            other.ledger().down().forEach(down::putIfAbsent);
        }
        return down;
    }
}
