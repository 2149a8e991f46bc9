package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.ledger.AddressList;
import org.gongkai.publish.release.ledger.Event.TakenDown;
import org.gongkai.publish.release.ledger.Ledger;
import org.gongkai.publish.release.ledger.Ledger.Release;
import org.gongkai.publish.release.ledger.LedgerRecord;
import org.gongkai.publish.release.ledger.Store;
import org.gongkai.publish.release.takedown.NamedEntries;
import org.gongkai.site.identity.EntryMarks;

/** Finds the entries that an older release would make public again. */
public final class WithdrawnSince {

    private WithdrawnSince() {}

    /**
     * The addresses of the entries of a release that a later release no longer has, because they were withdrawn,
     * restricted to others or deleted; sorted. Compared are the current release and the newest one, if they are later. Of a
     * portal, which has no lasting addresses, these are the entries of other sites that its pages name.
     *
     * @param site the folder of the release
     * @param list the addresses of the release
     * @param made the number of the record that made it; 0 if that is a record of another store
     */
    public static Set<String> in(Store store, Ledger ledger, Path site, AddressList list, long made)
            throws IOException {
        List<Release> retained = ledger.retained();
        Set<Release> later = new HashSet<>(retained.subList(retained.size() - 1, retained.size()));
        ledger.current().ifPresent(later::add);
        later.removeIf(other -> other.record().number() <= made);
        // In a list with marks, an address without marks is that of a redirect or a notice.
        boolean marked = list.marks().values().stream().anyMatch(marks -> !marks.isEmpty());
        Set<String> gone = new TreeSet<>();
        for (Release other : later) {
            if (list.addresses().isEmpty()) {
                gone.addAll(NamedEntries.missing(site, store.release(other.id())));
            }
            AddressList now = AddressList.of(store, other.id());
            Set<String> known = new HashSet<>();
            now.marks().values().forEach(known::addAll);
            list.marks().forEach((address, marks) -> {
                boolean stays = marked
                        ? marks.isEmpty()
                                || marks.stream().filter(EntryMarks::isOwn).anyMatch(known::contains)
                        : now.addresses().contains(address);
                if (!stays) {
                    gone.add(address);
                }
            });
        }
        for (LedgerRecord record : ledger.records()) {
            // Its pages are notices in all releases that this store had then.
            if (record.event() instanceof TakenDown down && made > 0 && record.number() > made) {
                gone.removeAll(down.addresses());
                gone.removeAll(down.notices());
            }
        }
        return gone;
    }

    /**
     * The refusal of a release with such entries.
     *
     * @param release its name
     * @param entries the addresses, and whose they are
     */
    public static PublicationRefused refusal(String release, String entries) {
        return new PublicationRefused("发布批次 " + release + " 里有后来撤回、缩小公开范围或者删去的条目，换回去读者又会看到：" + entries
                + "；确实要让它们重新公开，逐条写上 --with-withdrawn 网址；不该再公开的，先用 takedown 撤下，再换回");
    }
}
