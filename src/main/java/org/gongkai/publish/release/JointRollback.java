package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.io.InstalledProgram;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.LockedStores.LockedStore;
import org.gongkai.publish.release.Publication.PartialPublication;
import org.gongkai.publish.release.ledger.AddressList;
import org.gongkai.publish.release.ledger.Event;
import org.gongkai.publish.release.ledger.Event.TakenDown;
import org.gongkai.publish.release.ledger.Ledger;
import org.gongkai.publish.release.ledger.Ledger.Release;
import org.gongkai.publish.release.ledger.Ledger.UnknownRelease;
import org.gongkai.publish.release.ledger.LedgerRecord;
import org.gongkai.publish.release.ledger.Store;
import org.gongkai.publish.release.takedown.NamedEntries;
import org.gongkai.site.identity.EntryMarks;

/**
 * Switches audiences of a site back to releases that were current at the same time, or none of them.
 *
 * @param stores the stores of all audiences, or that of one
 */
public record JointRollback(LockedStores stores) {

    /**
     * Rolls back.
     *
     * @param asked the name of a release of any audience: the others are switched to what was current when it was
     *     published; if empty, all are switched to what was current before the last publication
     * @param wanted addresses of entries that may become public again
     * @return the release of each store; empty if it is current already
     * @throws UnknownRelease if there is no such release
     * @throws PublicationRefused if an audience had none then, it is not as it was sealed, or other entries would
     *     become public again
     * @throws PartialPublication if a switch failed and could not be undone
     */
    public Map<Store, Optional<Release>> run(Optional<String> asked, Set<String> wanted, String reason)
            throws IOException {
        Map<Store, Optional<Release>> result = new LinkedHashMap<>();
        Map<LockedStore, Event> events = new HashMap<>();
        List<String> refused = new ArrayList<>();
        String id = "";
        for (LockedStore store : stores.all()) {
            Release target = asked.isPresent() ? asOf(store, find(asked.get())) : before(store);
            boolean stands = store.ledger().current().map(Release::id).equals(Optional.of(target.id()));
            result.put(store.store(), stands ? Optional.empty() : Optional.of(target));
            if (!stands) {
                store.refuseEarly(target);
                Set<String> returning = store.returning(target);
                store.refuseDamaged(target);
                Set<String> again = new TreeSet<>(returning);
                again.addAll(RollbackNotes.revisedSince(store.store(), store.ledger(), target));
                events.put(store, LockedStore.rolledBack(target, again, reason));
                returning.removeAll(wanted);
                if (!returning.isEmpty()) {
                    id = target.id();
                    String whose =
                            isOne() ? "" : "公开对象 " + store.store().folder().getFileName() + " 的 ";
                    refused.add(whose + String.join("、", returning));
                }
            }
        }
        if (!refused.isEmpty()) {
            throw refusal(id, String.join("；", refused));
        }
        // What is true of the releases may be said before they are seen, even if the switch fails.
        Map<LockedStore, Event> amended = new HashMap<>();
        for (LockedStore store : events.keySet()) {
            Release target = result.get(store.store()).orElseThrow();
            RollbackNotes.of(store, target).ifPresent(event -> amended.put(store, event));
        }
        stores.apply(amended);
        stores.apply(events);
        return result;
    }

    /**
     * All releases of one publication share a name. An audience that the last publication did not change keeps its
     * release.
     */
    private Release before(LockedStore store) {
        Release last = stores.all().stream()
                .flatMap(one -> one.ledger().current().stream())
                .max(Comparator.comparing(release -> release.record().at()))
                .orElseThrow(() -> new UnknownRelease("没有比当前更早的发布批次"));
        Optional<Release> now = store.ledger().current();
        if (now.isPresent() && !now.get().id().equals(last.id())) {
            return now.get();
        }
        return store.ledger()
                .beforeCurrent()
                .orElseThrow(() -> isOne() ? new UnknownRelease("没有比当前更早的发布批次") : none(store));
    }

    private boolean isOne() {
        return stores.all().size() == 1;
    }

    private Release find(String id) {
        return stores.all().stream()
                .flatMap(store -> store.ledger().retained(id).stream())
                .findFirst()
                .orElseThrow(() -> new UnknownRelease("没有“" + id + "”这个发布批次；"
                        + Nearest.hint(
                                id,
                                stores.all().stream()
                                        .flatMap(store -> store.ledger().retained().stream())
                                        .map(Release::id)
                                        .distinct()
                                        .toList())));
    }

    /** The release of the same publication or, if it did not change a store, what its readers saw then. */
    private static Release asOf(LockedStore store, Release asked) {
        Release then = store.ledger()
                .retained(asked.id())
                .or(() -> store.ledger().currentAt(asked.record().at()))
                .orElseThrow(() -> none(store));
        if (then.pruned()) {
            throw refusal(store, "那时 " + store.store().folder().getFileName() + " 的发布批次 " + then.id() + " 已经清理");
        }
        return then;
    }

    private static PublicationRefused none(LockedStore store) {
        return refusal(store, "那时还没有 " + store.store().folder().getFileName() + " 的发布批次");
    }

    private static PublicationRefused refusal(LockedStore store, String why) {
        return new PublicationRefused(why + "，各公开对象不能一起换回；只换一个的，请写明它的文件夹，如 --to "
                + InstalledProgram.typed(store.store().folder()));
    }

    /**
     * The addresses of the entries of a release that a later release no longer has, because they were withdrawn,
     * restricted to others or deleted; sorted. Compared are the current release and the newest one, if they are later.
     * Of a portal, which has no lasting addresses, these are the entries of other sites that its pages name.
     *
     * @param site the folder of the release
     * @param list the addresses of the release
     * @param made the number of the record that made it; 0 if that is a record of another store
     */
    public static Set<String> withdrawnSince(Store store, Ledger ledger, Path site, AddressList list, long made)
            throws IOException {
        // In a list with marks, an address without marks is that of a redirect or a notice.
        boolean marked = list.marks().values().stream().anyMatch(marks -> !marks.isEmpty());
        Set<String> gone = new TreeSet<>();
        for (Release other : later(ledger, made)) {
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

    /** The current release and the newest one, if they are later than a record. */
    static Set<Release> later(Ledger ledger, long made) {
        List<Release> retained = ledger.retained();
        Set<Release> later = new HashSet<>(retained.subList(retained.size() - 1, retained.size()));
        ledger.current().ifPresent(later::add);
        later.removeIf(other -> other.record().number() <= made);
        return later;
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
