package org.gongkai.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongkai.output.Digests;
import org.gongkai.release.Ledger.Release;

/**
 * Finds one entry in all releases of all audiences, wherever it stood: by its address, by redirects, which lead from where it
 * stood before, and by the marks of its file and its number.
 */
final class EntrySearch {

    /** Longer pages are no redirects. */
    private static final int LONGEST_REDIRECT = 1 << 16;

    private final String asked;
    private final Set<String> addresses = new TreeSet<>();
    private final Set<String> marks = new TreeSet<>();
    private final List<Listed> lists = new ArrayList<>();

    /** The addresses of a release, and where those of its pages lead that are redirects. */
    private record Listed(Store store, String release, AddressList list, Map<String, String> redirects) {}

    /**
     * @param address one of its addresses
     */
    EntrySearch(String address) {
        asked = address;
        addresses.add(address);
    }

    /**
     * Looks through the releases of a store.
     *
     * @throws Refused if a list of addresses is not as it was sealed
     */
    void add(Store store, Ledger ledger) throws IOException {
        Map<Object, Optional<String>> read = new HashMap<>();
        for (Release release : ledger.kept()) {
            AddressList list = list(store, release);
            Map<String, String> redirects = new HashMap<>();
            for (String address : list.addresses()) {
                if (list.at(address).isEmpty()) {
                    redirect(store.release(release.id()), address, read)
                            .ifPresent(target -> redirects.put(address, target));
                }
            }
            lists.add(new Listed(store, release.id(), list, redirects));
        }
    }

    private static AddressList list(Store store, Release release) throws IOException {
        Path file = store.addresses(release.id());
        byte[] text = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
        if (!Digests.sha256(text).equals(release.published().addresses())) {
            throw new Refused("网址清单与封存的不符，请先用 verify 检查：" + file);
        }
        return AddressList.read(new String(text, StandardCharsets.UTF_8));
    }

    private static Optional<String> redirect(Path site, String address, Map<Object, Optional<String>> read)
            throws IOException {
        Path page = site.resolve(address);
        if (!Files.isRegularFile(page) || Files.size(page) > LONGEST_REDIRECT) {
            return Optional.empty();
        }
        Object inode = Files.readAttributes(page, BasicFileAttributes.class).fileKey();
        Object key = (inode == null ? site : inode) + " " + address;
        if (!read.containsKey(key)) {
            read.put(key, Redirect.target(new String(Files.readAllBytes(page), StandardCharsets.UTF_8), address));
        }
        return read.get(key);
    }

    /** Takes in what is known of the entry already. */
    void add(Ledger.Down down) {
        addresses.add(down.taken().address());
        addresses.addAll(down.taken().notices());
        addresses.addAll(down.taken().addresses());
        marks.addAll(down.taken().marks());
    }

    /** Looks until nothing more is found. */
    void run() {
        int before = 0;
        while (before < addresses.size() + marks.size()) {
            before = addresses.size() + marks.size();
            for (int i = 0; i < lists.size(); i++) {
                AddressList list = lists.get(i).list();
                for (String address : list.addresses()) {
                    if (isEntry(i, address)) {
                        addresses.add(address);
                        marks.addAll(list.at(address));
                    }
                }
            }
        }
    }

    /** Whether a release holds the entry, or what leads to it, at an address. */
    private boolean isEntry(int at, String address) {
        Listed listed = lists.get(at);
        Set<String> own = listed.list().at(address);
        return address.equals(asked)
                || leads(listed, address)
                || own.stream().filter(EntryMarks::isOwn).anyMatch(marks::contains)
                || !own.isEmpty() && laterLeads(at, address);
    }

    private boolean leads(Listed listed, String address) {
        String target = listed.redirects().get(address);
        return target != null && addresses.contains(target);
    }

    /** Whether the page of an address became a redirect to the entry afterwards: then it was the entry, not its successor. */
    private boolean laterLeads(int at, String address) {
        return lists.subList(at + 1, lists.size()).stream()
                .anyMatch(later -> later.store().equals(lists.get(at).store()) && leads(later, address));
    }

    /** Every address under which it stands or stood. */
    Set<String> addresses() {
        return addresses;
    }

    /** What it is known by. */
    Set<String> marks() {
        return marks;
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
            int at = i;
            if (listed.store().equals(store) && listed.release().equals(release)) {
                pages.removeIf(address -> !listed.list().at(address).isEmpty() && !isEntry(at, address));
            }
        }
        return pages;
    }
}
