package org.gongkai.publish.release.takedown;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.FinishedPage;
import org.gongkai.publish.release.FolderContents;
import org.gongkai.publish.release.ledger.AddressList;
import org.gongkai.publish.release.ledger.Ledger;
import org.gongkai.publish.release.ledger.Ledger.Release;
import org.gongkai.publish.release.ledger.Store;
import org.gongkai.site.identity.EntryMarks;

/**
 * Finds all addresses of one entry in the releases of all audiences: by its address, by redirects from previous
 * addresses, and by the marks of its source file and its number.
 */
public final class EntrySearch {

    private final String asked;
    private final Set<String> addresses = new TreeSet<>();
    private final Set<String> marks = new TreeSet<>();
    private final List<Listed> lists = new ArrayList<>();
    /** The releases of portals, which have no lists, with their files. */
    private final Map<Path, List<OutputFile>> portals = new LinkedHashMap<>();

    /** The address list of a release, and the targets of its redirects. */
    private record Listed(Store store, String release, AddressList list, Map<String, String> redirects) {}

    /**
     * @param address one of its addresses
     */
    public EntrySearch(String address) {
        asked = address;
        addresses.add(address);
    }

    /**
     * Adds the releases of a store.
     *
     * @throws PublicationRefused if an address list deviates from its seal
     */
    public void add(Store store, Ledger ledger) throws IOException {
        for (Release release : ledger.retained()) {
            AddressList list = AddressList.sealed(store, release)
                    .orElseThrow(
                            () -> new PublicationRefused("网址清单与封存的不符，请先用 verify 检查：" + store.addresses(release.id())));
            if (list.addresses().isEmpty()) {
                Path folder = store.release(release.id());
                portals.put(
                        folder, FolderContents.manifest(folder).orElseThrow().files());
                continue;
            }
            Map<String, String> redirects = new HashMap<>();
            for (String address : list.addresses()) {
                if (list.at(address).isEmpty()) {
                    FinishedPage.redirect(store.release(release.id()), address)
                            .ifPresent(target -> redirects.put(address, target));
                }
            }
            lists.add(new Listed(store, release.id(), list, redirects));
        }
    }

    /** Adds what an earlier takedown recorded of the entry. */
    public void add(Ledger.ActiveTakedown down) {
        addresses.add(down.event().address());
        addresses.addAll(down.event().notices());
        addresses.addAll(down.event().addresses());
        marks.addAll(down.event().marks());
    }

    /** Searches until nothing more is found. */
    public void run() throws IOException {
        int before = 0;
        while (before < addresses.size() + marks.size()) {
            before = addresses.size() + marks.size();
            for (Map.Entry<Path, List<OutputFile>> portal : portals.entrySet()) {
                NamedEntries.among(portal.getKey(), portal.getValue(), addresses, marks)
                        .forEach((address, entry) -> {
                            addresses.add(address);
                            marks.addAll(entry.marks());
                        });
            }
            for (int i = 0; i < lists.size(); i++) {
                Listed listed = lists.get(i);
                listed.list().addresses().stream()
                        .filter(address -> leads(listed, address))
                        .forEach(addresses::add);
                entryIn(i).ifPresent(address -> {
                    addresses.add(address);
                    marks.addAll(listed.list().at(address));
                });
            }
        }
    }

    /** The address of the entry in a release, if its marks identify it there. */
    private Optional<String> entryIn(int at) {
        AddressList list = lists.get(at).list();
        if (!list.at(asked).isEmpty()) {
            return Optional.of(asked);
        }
        Set<String> own = marks.stream().filter(EntryMarks::isOwn).collect(Collectors.toSet());
        own.removeAll(reusedMarks(at));
        return list.addresses().stream()
                .filter(address -> !list.at(address).isEmpty())
                .filter(address ->
                        laterLeads(at, address) || list.at(address).stream().anyMatch(own::contains))
                .findFirst();
    }

    /** Marks that belonged to another entry in this release or an earlier one, because its source file was reused. */
    private Set<String> reusedMarks(int at) {
        Set<String> others = new TreeSet<>();
        for (Listed earlier : lists.subList(0, at)) {
            boolean beside = !earlier.list().at(asked).isEmpty()
                    && earlier.store().equals(lists.get(at).store());
            if (beside) {
                others.addAll(marksOfOthers(earlier, asked));
            }
        }
        return others;
    }

    private static Set<String> marksOfOthers(Listed listed, String entry) {
        return listed.list().marks().entrySet().stream()
                .filter(marked -> !marked.getKey().equals(entry))
                .flatMap(marked -> marked.getValue().stream())
                .collect(Collectors.toSet());
    }

    private boolean leads(Listed listed, String address) {
        String target = listed.redirects().get(address);
        return target != null && addresses.contains(target);
    }

    /** Whether a later release redirects an address to the entry, which was therefore at that address. */
    private boolean laterLeads(int at, String address) {
        return lists.subList(at + 1, lists.size()).stream()
                .anyMatch(later -> later.store().equals(lists.get(at).store()) && leads(later, address));
    }

    /** The address that was asked for. */
    String asked() {
        return asked;
    }

    /** All present and previous addresses of the entry, without those of other entries now. */
    Set<String> addresses() {
        Set<String> own = new TreeSet<>(addresses);
        own.removeAll(ofOthersNow());
        return own;
    }

    /** The marks of the entry, without those that another entry has now. */
    Set<String> marks() {
        Set<String> own = new TreeSet<>(marks);
        for (int i = 0; i < lists.size(); i++) {
            if (isNewest(i)) {
                own.removeAll(marksOfOthers(lists.get(i), entryIn(i).orElse("")));
            }
        }
        return own;
    }

    /** Its addresses that belong to another entry in the newest release of a store. */
    Set<String> ofOthersNow() {
        Set<String> others = new TreeSet<>();
        for (int i = 0; i < lists.size(); i++) {
            if (isNewest(i)) {
                Optional<String> entry = entryIn(i);
                AddressList list = lists.get(i).list();
                addresses.stream()
                        .filter(address -> !list.at(address).isEmpty())
                        .filter(address -> entry.filter(address::equals).isEmpty())
                        .forEach(others::add);
            }
        }
        return others;
    }

    private boolean isNewest(int at) {
        return lists.subList(at + 1, lists.size()).stream()
                .noneMatch(later -> later.store().equals(lists.get(at).store()));
    }

    /** The addresses of other entries in any release. */
    Set<String> others() {
        Set<String> others = new TreeSet<>();
        lists.forEach(listed -> others.addAll(listed.list().addresses()));
        others.removeAll(addresses());
        return others;
    }

    /** Its addresses that may be those of pages, for sites of which no list says what stands where. */
    Set<String> pages() {
        return addresses.stream()
                .filter(address -> address.endsWith(".html"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of its addresses at which a release does not hold another entry. */
    Set<String> pagesIn(Store store, String release) {
        Set<String> pages = pages();
        for (int i = 0; i < lists.size(); i++) {
            Listed listed = lists.get(i);
            if (listed.store().equals(store) && listed.release().equals(release)) {
                Optional<String> entry = entryIn(i);
                pages.removeIf(address -> !listed.list().at(address).isEmpty()
                        && entry.filter(address::equals).isEmpty());
            }
        }
        return pages;
    }
}
