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
import org.gongkai.publish.release.ledger.Ledger.ActiveTakedown;
import org.gongkai.publish.release.ledger.Store;
import org.gongkai.site.identity.PublishedEntry;

/**
 * Determines which entries of a new site are taken down.
 */
public final class ReturnedPages {

    private ReturnedPages() {}

    /**
     * The entries that are among those taken down or have contents of theirs, sorted by the address that was taken down
     * and by their own.
     */
    public static List<ReturnedPage> among(
            Collection<ActiveTakedown> down, Collection<PublishedEntry> entries, ReturnedContents contents) {
        List<ReturnedPage> returned = new ArrayList<>();
        for (ActiveTakedown one : down) {
            entries.stream()
                    .filter(one::covers)
                    .map(entry -> new ReturnedPage(
                            one.event().address(), one.day(), one.event().reason(), entry, ""))
                    .forEach(returned::add);
        }
        for (ReturnedPage page : contents.among(entries)) {
            if (returned.stream()
                    .noneMatch(other -> other.taken().equals(page.taken())
                            && other.entry().equals(page.entry())
                            && (other.what().isEmpty() || other.what().equals(page.what())))) {
                returned.add(page);
            }
        }
        returned.sort(Comparator.comparing(ReturnedPage::taken)
                .thenComparing(page -> page.entry().address())
                .thenComparing(ReturnedPage::what));
        return returned;
    }

    /**
     * The takedowns for an audience, by address. A store without releases inherits those of the other audiences, so
     * that adding an audience does not republish what was taken down.
     */
    public static Map<String, ActiveTakedown> inForce(Path folder, String audience) throws IOException {
        Store own = new Store(audience.isEmpty() ? folder : folder.resolve(audience));
        if (audience.isEmpty() || Files.exists(own.records())) {
            return own.ledger().takedowns();
        }
        Map<String, ActiveTakedown> down = new TreeMap<>();
        for (Store other : Store.at(folder)) {
            other.ledger().takedowns().forEach(down::putIfAbsent);
        }
        return down;
    }
}
