package org.gongkai.publish.release.takedown;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.Disk;
import org.gongkai.publish.release.FolderContents;
import org.gongkai.publish.release.ReleaseFolderWriter;
import org.gongkai.publish.release.ledger.Event.Resealed;
import org.gongkai.publish.release.ledger.Event.TakenDown;
import org.gongkai.publish.release.ledger.Ledger;
import org.gongkai.publish.release.ledger.Ledger.Release;
import org.gongkai.publish.release.ledger.Store;
import org.gongkai.site.Editions;
import org.gongkai.site.identity.EntryMarks;

/**
 * Makes changed copies of all releases and editions of a store that contain a page, in which a notice replaces the
 * page. The copies replace the originals only after the event is recorded.
 */
public final class RedactedCopies {

    private static final Pattern OF_EDITION = Pattern.compile(Editions.ANY + ".*");

    private final Store store;
    private final Ledger ledger;
    private final Disk disk;
    private final String reason;
    private final EntrySearch entry;
    private final TakenDownContent taken;
    private final Redaction redaction;
    private final List<Resealed> resealed = new ArrayList<>();
    private final Set<String> pages = new TreeSet<>();

    /** Changed files of each edition, its manifest among them, by its name. */
    private final Map<String, SortedMap<String, Optional<byte[]>>> ofEditions = new HashMap<>();

    /**
     * @param notice what replaces the page, if it was not taken down before
     * @param entry where the entry of the page was found at any audience
     * @param taken what the page says; each store adds what it holds
     */
    public RedactedCopies(
            Store store,
            Ledger ledger,
            Disk disk,
            TakedownNoticePage notice,
            EntrySearch entry,
            TakenDownContent taken) {
        this.store = store;
        this.ledger = ledger;
        this.disk = disk;
        this.reason = notice.reason();
        this.entry = entry;
        this.taken = taken;
        TakedownNoticePage standing =
                ledger.takedownAt(entry.asked()).map(TakedownNoticePage::of).orElse(notice);
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
        Manifest manifest = manifest(folder, seal);
        Set<String> paths = manifest.byPath().keySet();
        paths.stream().filter(path -> path.endsWith(".html")).forEach(pages::add);
        String address = entry.asked();
        for (int slash = address.lastIndexOf('/'); slash > 0; slash = address.lastIndexOf('/', slash - 1)) {
            String above = address.substring(0, slash) + ".html";
            if (paths.contains(above)) {
                throw new PublicationRefused("这个网址属于 " + above + " 那一条，请撤下整条");
            }
        }
        taken.learn(folder, manifest.files(), addresses);
    }

    /** Finds out what of the contents stays with other entries; to be called when all stores have collected theirs. */
    public void compare() throws IOException {
        List<Release> retained = ledger.retained();
        for (Release release : retained) {
            Path folder = store.release(release.id());
            List<OutputFile> files = manifest(folder, release.sealed()).files();
            taken.compare(files, entry.pagesIn(store, release.id()));
            if (release == retained.get(retained.size() - 1) || ledger.current().equals(Optional.of(release))) {
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
                resealed.add(copy(folder, manifest, changes, Store.nameOfEdition(edition.getKey()), disk));
                changes.put(
                        Manifest.NAME, Optional.of(manifest.withChanges(changes).bytes()));
                ofEditions.put(edition.getKey(), changes);
            }
        }
        for (Release release : ledger.retained()) {
            release(release);
        }
        Optional<TakenDown> before = ledger.takedownAt(entry.asked()).map(Ledger.ActiveTakedown::event);
        Set<String> notices = new TreeSet<>(redaction.notices());
        before.ifPresent(taken -> notices.addAll(taken.notices()));
        notices.removeAll(entry.ofOthersNow());
        Set<String> marks = new TreeSet<>(entry.marks());
        marks.addAll(taken.marks());
        return new TakenDown(
                before.map(TakenDown::address).orElse(entry.asked()),
                reason,
                List.copyOf(notices),
                List.copyOf(entry.addresses()),
                List.copyOf(marks),
                only,
                resealed);
    }

    private void release(Release release) throws IOException {
        Path folder = store.release(release.id());
        Manifest manifest = manifest(folder, release.sealed());
        SortedMap<String, Optional<byte[]>> changes = changes(
                folder,
                manifest.files().stream()
                        .filter(file -> !OF_EDITION.matcher(file.path()).matches())
                        .toList(),
                entry.pagesIn(store, release.id()));
        ofEditions.forEach((name, changed) -> {
            String prefix = Editions.folder(name);
            if (manifest.byPath().containsKey(prefix + Manifest.NAME)) {
                changed.forEach((path, bytes) -> changes.put(prefix + path, bytes));
            }
        });
        if (!changes.isEmpty()) {
            resealed.add(copy(folder, manifest, changes, Store.nameOf(release.id()), disk));
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
        return Nearest.of(entry.asked(), pages);
    }

    /** Adds the files that still contain a title of the page, and where else files of the page are. */
    public void addRemains(Set<String> mentions, Set<String> copies) {
        mentions.addAll(redaction.naming());
        copies.addAll(taken.copies());
    }

    /**
     * Makes a copy of a release or an edition beside it, in which some files are changed or removed. It shares the
     * other files that the manifest lists.
     *
     * @param name the name of the folder in records
     * @param changes the new bytes of changed files; empty for removed files
     * @return the change to be recorded
     */
    public static Resealed copy(
            Path folder, Manifest manifest, Map<String, Optional<byte[]>> changes, String name, Disk disk)
            throws IOException {
        Manifest changed = manifest.withChanges(changes);
        Map<String, OutputFile> after = changed.byPath();
        ReleaseFolderWriter copy = new ReleaseFolderWriter(Store.replacementOf(folder), after.keySet(), disk);
        disk.forEach(changed.files(), file -> {
            if (changes.containsKey(file.path())) {
                copy.write(file.path(), changes.get(file.path()).orElseThrow());
            } else {
                copy.link(file.path(), folder.resolve(file.path()));
            }
        });
        copy.write(Manifest.NAME, changed.bytes());
        copy.protect();
        return new Resealed(
                name,
                manifest.hash(),
                changed.hash(),
                manifest.files().stream()
                        .filter(file -> changes.containsKey(file.path()))
                        .map(file -> replaced(file, after.get(file.path())))
                        .toList());
    }

    /** The name of a tag, or of an attachment, must not remain where its file is gone. */
    private static List<String> replaced(OutputFile before, OutputFile after) {
        return after == null
                ? List.of(EntryMarks.ofPath(before.path()), before.sha256(), "")
                : List.of(before.path(), before.sha256(), after.sha256());
    }
}
