package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.ledger.AddressList;
import org.gongkai.publish.release.ledger.Ledger;
import org.gongkai.publish.release.ledger.Ledger.Release;
import org.gongkai.publish.release.ledger.Store;

/**
 * What readers of a release could open and could no longer open with its successor. The addresses of entries, redirects
 * and withdrawal notices are lasting; lists, feeds and histories may come and go.
 *
 * @param lost lasting addresses that would lead nowhere, sorted
 * @param postponed the same for those whose entries come out on a later day
 * @param attachments attachments and images that would be gone, sorted
 */
public record AddressLosses(List<String> lost, List<String> postponed, List<String> attachments) {

    /** Addresses of which a note lists as many. */
    private static final int LISTED = 5;

    /**
     * Compares two releases.
     *
     * @param lasting lasting addresses of the release before
     * @param before paths of all its files
     * @param now paths of all files of the new release
     * @param waiting addresses whose entries come out on a later day
     */
    public static AddressLosses between(
            Collection<String> lasting, Collection<String> before, Set<String> now, Set<String> waiting) {
        List<String> gone = missing(lasting, now);
        return new AddressLosses(
                gone.stream().filter(address -> !waiting.contains(address)).toList(),
                gone.stream().filter(waiting::contains).toList(),
                attachments(lasting, before, now));
    }

    /**
     * The lasting addresses that the next release would lose, sorted, without those of pages that were taken down.
     *
     * @param folder the folder that is published into
     * @param audience folder of the audience; empty if the site has one
     * @param next all addresses of the next release
     * @throws PublicationRefused if the records were tampered with
     */
    public static List<String> lost(Path folder, String audience, Collection<String> next) throws IOException {
        Store store = Store.of(folder, audience);
        Ledger ledger = store.recorded();
        Optional<Release> current = ledger.current();
        if (current.isEmpty()) {
            return List.of();
        }
        Set<String> present = new TreeSet<>(next);
        ledger.takedowns().values().forEach(down -> present.addAll(down.event().notices()));
        return missing(AddressList.of(store, current.get().id()).addresses(), present);
    }

    /** Those that lead nowhere in a new release, sorted; a page, a redirect or a notice preserves its address. */
    private static List<String> missing(Collection<String> before, Set<String> files) {
        return before.stream()
                .filter(address -> !files.contains(address))
                .sorted()
                .toList();
    }

    /** The attachments and images that are gone although their entries remain, sorted. */
    private static List<String> attachments(
            Collection<String> before, Collection<String> filesBefore, Set<String> files) {
        List<String> folders = before.stream()
                .filter(address -> address.endsWith(".html") && files.contains(address))
                .map(address -> address.substring(0, address.length() - ".html".length()) + "/")
                .toList();
        Set<String> known = Set.copyOf(folders);
        return filesBefore.stream()
                .filter(file -> !file.endsWith(".html") && !files.contains(file))
                .filter(file -> known.contains(file.substring(0, file.lastIndexOf('/') + 1)))
                .sorted()
                .toList();
    }

    /** What is worth knowing and hinders no publication, in Chinese. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!postponed.isEmpty()) {
            notes.add("有 " + postponed.size() + " 个网址的内容还没到发布日期，到那天以前打不开：" + first(postponed));
        }
        if (!attachments.isEmpty()) {
            notes.add("有 " + attachments.size() + " 个附件或图片不再公开：" + first(attachments));
        }
        return notes;
    }

    private static String first(List<String> addresses) {
        return String.join("、", addresses.subList(0, Math.min(LISTED, addresses.size())))
                + (addresses.size() > LISTED ? "等" : "");
    }
}
