package org.gongkai.publish.release.takedown;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.publish.release.file.Disk;
import org.gongkai.publish.release.file.FolderContents;
import org.gongkai.publish.release.ledger.Ledger.ActiveTakedown;
import org.gongkai.publish.release.takedown.ReturnedPages.ReturnedPage;
import org.gongkai.site.identity.PublishedEntry;

/**
 * Puts notices into an edition that was just made from an older commit. The build of an edition leaves out what is
 * taken down as well, but finds it only by the addresses that headers give. This class also recognises an entry by its
 * marks, and it alone covers JBake projects, whose editions are built without regard to the present site.
 *
 * @param site the folder of the edition, which is not sealed yet
 * @param entries its entries
 */
public record EditionRedaction(Path site, Collection<PublishedEntry> entries, Disk disk) {

    /**
     * Replaces pages by notices.
     *
     * @return the addresses of the notices, sorted
     */
    public Set<String> apply(Collection<ActiveTakedown> down) throws IOException {
        Set<String> notices = new TreeSet<>();
        ReturnedPages pages = new ReturnedPages(down);
        for (OutputFile file : FolderContents.manifest(site).orElseThrow().files()) {
            pages.look(site, file);
        }
        List<ReturnedPage> returned = pages.among(entries);
        for (ActiveTakedown one : down) {
            Manifest manifest = FolderContents.manifest(site).orElseThrow();
            Set<String> addresses = addresses(one, manifest, returned);
            if (!addresses.isEmpty()) {
                TakenPage taken = new TakenPage();
                taken.learn(site, manifest.files(), addresses);
                Set<String> others =
                        entries.stream().map(PublishedEntry::address).collect(Collectors.toCollection(TreeSet::new));
                others.removeAll(addresses);
                Redaction redaction = new Redaction(Notice.of(one), taken, others);
                redaction.apply(site, addresses, disk);
                notices.addAll(redaction.notices());
            }
        }
        return notices;
    }

    private Set<String> addresses(ActiveTakedown down, Manifest manifest, List<ReturnedPage> returned) {
        Set<String> addresses = new TreeSet<>();
        returned.stream()
                .filter(page -> page.taken().equals(down.event().address()))
                .forEach(page -> addresses.add(page.entry().address()));
        Set<String> known = new TreeSet<>(down.event().addresses());
        known.addAll(down.event().notices());
        known.add(down.event().address());
        manifest.files().stream().map(OutputFile::path).filter(known::contains).forEach(addresses::add);
        addresses.removeIf(address -> !address.endsWith(".html"));
        return addresses;
    }
}
