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
 * What was taken down and would come back. The one place that says so: a publication asks it, and whoever wants to know
 * before.
 */
public final class ReturnedPages {

    private ReturnedPages() {}

    /**
     * The pages that a next release would bring back, sorted.
     *
     * @param folder where all is published
     * @param audience folder of the audience; empty if the site has one
     * @param entries the entries of the next release
     * @throws PublicationRefused if a store is not as it was left
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
     * What is taken down for an audience, by address. A store that is not begun has what is taken down at the other audiences:
     * what was taken down is not to come out again because a site has one more audience.
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
