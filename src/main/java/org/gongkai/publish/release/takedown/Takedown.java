package org.gongkai.publish.release.takedown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.file.Disk;
import org.gongkai.publish.release.file.FolderContents;
import org.gongkai.publish.release.ledger.Event.Resealed;
import org.gongkai.publish.release.ledger.Event.TakenDown;
import org.gongkai.publish.release.ledger.Ledger;
import org.gongkai.publish.release.ledger.Ledger.Release;
import org.gongkai.publish.release.ledger.Store;

/**
 * Makes changed copies of all releases and editions of a store that contain a page, in which a notice replaces the
 * page. The copies replace the originals only after the event is recorded.
 */
public final class Takedown {

    private static final Predicate<String> OF_EDITION =
            path -> path.startsWith("editions/") && path.indexOf('/', "editions/".length()) > 0;

    private final Store store;
    private final Ledger ledger;
    private final Disk disk;
    private final String address;
    private final String reason;
    private final EntrySearch entry;
    private final TakenPage taken;
    private final Redaction redaction;
    private final FolderContents contents = new FolderContents();
    private final List<Resealed> resealed = new ArrayList<>();
    private final Set<String> pages = new TreeSet<>();

    /** Changed files of each edition, by its name. */
    private final Map<String, SortedMap<String, Optional<byte[]>>> ofEditions = new HashMap<>();

    /**
     * @param notice what replaces the page, if it was not taken down before
     * @param entry where the entry of the page was found at any audience
     * @param taken what the page says; each store adds what it holds
     */
    public Takedown(Store store, Ledger ledger, Disk disk, Notice notice, EntrySearch entry, TakenPage taken) {
        this.store = store;
        this.ledger = ledger;
        this.disk = disk;
        this.address = entry.asked();
        this.reason = notice.reason();
        this.entry = entry;
        this.taken = taken;
        Notice standing = ledger.takedownAt(address).map(Notice::of).orElse(notice);
        this.redaction = new Redaction(standing, taken, entry.others());
    }

    /**
     * Collects the titles and contents of the page, which must be complete before any copy is made.
     *
     * @throws PublicationRefused if the address belongs to another entry, or a release deviates from its seal
     */
    public void learn() throws IOException {
        for (Release release : ledger.retained()) {
            learn(store.release(release.id()), release.sealed(), entry.pagesIn(store, release.id()));
        }
        for (Map.Entry<String, Ledger.Sealed> edition : ledger.editions().entrySet()) {
            Path folder = store.edition(edition.getKey());
            learn(folder, edition.getValue(), pagesIn(folder));
        }
    }

    private void learn(Path folder, Ledger.Sealed seal, Set<String> addresses) throws IOException {
        List<OutputFile> files = manifest(folder, seal).files();
        Set<String> paths = new HashSet<>();
        files.forEach(file -> paths.add(file.path()));
        paths.stream().filter(path -> path.endsWith(".html")).forEach(pages::add);
        for (int slash = address.lastIndexOf('/'); slash > 0; slash = address.lastIndexOf('/', slash - 1)) {
            String above = address.substring(0, slash) + ".html";
            if (paths.contains(above)) {
                throw new PublicationRefused("这个网址属于 " + above + " 那一条，请撤下整条");
            }
        }
        taken.learn(folder, files, addresses);
    }

    /** Finds out what of the contents stays with other entries; to be called when all stores have collected theirs. */
    public void compare() throws IOException {
        Optional<Release> current = ledger.current();
        List<Release> retained = ledger.retained();
        for (Release release : retained) {
            Path folder = store.release(release.id());
            List<OutputFile> files = manifest(folder, release.sealed()).files();
            taken.compare(files, entry.pagesIn(store, release.id()));
            if (release == retained.get(retained.size() - 1)
                    || Optional.of(release).equals(current)) {
                taken.exclude(folder, files, entry.others());
            }
        }
    }

    /**
     * The addresses of the page in an edition, which has no address list. Where another entry is now, the page counts
     * only if it has one of the titles.
     */
    private Set<String> pagesIn(Path edition) throws IOException {
        Set<String> pages = entry.pages();
        for (String address : entry.ofOthersNow()) {
            if (!taken.isHeadOf(edition.resolve(address))) {
                pages.remove(address);
            }
        }
        return pages;
    }

    /**
     * Makes the copies.
     *
     * @param only whether other audiences keep the page on purpose
     * @return the event to be recorded; it reseals nothing if no release contains the page
     */
    public TakenDown prepare(boolean only) throws IOException {
        for (Map.Entry<String, Ledger.Sealed> edition : ledger.editions().entrySet()) {
            Path folder = store.edition(edition.getKey());
            Manifest manifest = manifest(folder, edition.getValue());
            SortedMap<String, Optional<byte[]>> changes = changes(folder, manifest.files(), pagesIn(folder));
            if (!changes.isEmpty()) {
                resealed.add(new ChangedCopy(folder, manifest, changes, Map.of(), contents)
                        .make("editions/" + edition.getKey(), disk));
                ofEditions.put(edition.getKey(), changes);
            }
        }
        for (Release release : ledger.retained()) {
            release(release);
        }
        Optional<TakenDown> before = ledger.takedownAt(address).map(Ledger.ActiveTakedown::event);
        Set<String> notices = new TreeSet<>(redaction.notices());
        before.ifPresent(taken -> notices.addAll(taken.notices()));
        notices.removeAll(entry.ofOthersNow());
        Set<String> marks = new TreeSet<>(entry.marks());
        marks.addAll(taken.marks());
        return new TakenDown(
                before.map(TakenDown::address).orElse(address),
                reason,
                List.copyOf(notices),
                resealed,
                List.copyOf(entry.addresses()),
                List.copyOf(marks),
                only);
    }

    private void release(Release release) throws IOException {
        Path folder = store.release(release.id());
        Manifest manifest = manifest(folder, release.sealed());
        SortedMap<String, Optional<byte[]>> changes = changes(
                folder,
                manifest.files().stream()
                        .filter(file -> !OF_EDITION.test(file.path()))
                        .toList(),
                entry.pagesIn(store, release.id()));
        Map<String, Path> links = new HashMap<>();
        Set<String> held = new HashSet<>();
        manifest.files().forEach(file -> held.add(file.path()));
        ofEditions.forEach((name, changed) -> {
            String prefix = "editions/" + name + "/";
            if (held.contains(prefix + Manifest.NAME)) {
                Path fresh = Store.replacementOf(store.edition(name));
                changed.forEach((path, bytes) -> {
                    changes.put(prefix + path, bytes);
                    links.put(prefix + path, fresh.resolve(path));
                });
                links.put(prefix + Manifest.NAME, fresh.resolve(Manifest.NAME));
            }
        });
        for (Map.Entry<String, Path> link : links.entrySet()) {
            if (link.getKey().endsWith("/" + Manifest.NAME)) {
                changes.put(link.getKey(), Optional.of(Files.readAllBytes(link.getValue())));
            }
        }
        if (!changes.isEmpty()) {
            resealed.add(
                    new ChangedCopy(folder, manifest, changes, links, contents).make("releases/" + release.id(), disk));
        }
    }

    private SortedMap<String, Optional<byte[]>> changes(Path site, List<OutputFile> files, Set<String> addresses)
            throws IOException {
        return files.stream().map(OutputFile::path).anyMatch(addresses::contains)
                        || addresses.stream().anyMatch(NamedEntries::isElsewhere)
                ? redaction.changes(site, files, addresses)
                : new TreeMap<>();
    }

    private static Manifest manifest(Path folder, Ledger.Sealed seal) throws IOException {
        return FolderContents.manifest(folder)
                .filter(found -> found.hash().equals(seal.manifestHash()))
                .orElseThrow(() -> new PublicationRefused("清单与封存的不符，请先用 verify 检查：" + folder));
    }

    /** The most similar address in the store. */
    public Optional<String> nearest() {
        return Nearest.of(address, pages);
    }

    /** Where else files of the page are. */
    public List<String> copies() {
        return List.copyOf(taken.copies());
    }

    /** Files that still contain a title of the page. */
    public List<String> mentions() {
        return List.copyOf(redaction.naming());
    }
}
