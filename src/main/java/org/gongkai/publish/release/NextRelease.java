package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.io.Digests;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.pipeline.edition.RequestedEditions;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.LockedStores.LockedStore;
import org.gongkai.publish.release.Publication.Outcome;
import org.gongkai.publish.release.StoreUpdate.StoreChange;
import org.gongkai.publish.release.Verification.Finding;
import org.gongkai.publish.release.ledger.AddressList;
import org.gongkai.publish.release.ledger.Event;
import org.gongkai.publish.release.ledger.Event.Origin;
import org.gongkai.publish.release.ledger.Event.Published;
import org.gongkai.publish.release.ledger.Ledger;
import org.gongkai.publish.release.ledger.Ledger.Release;
import org.gongkai.publish.release.ledger.LedgerRecord;
import org.gongkai.publish.release.ledger.LedgerWriter;
import org.gongkai.publish.release.ledger.Store;
import org.gongkai.publish.release.takedown.Redaction;
import org.gongkai.publish.release.takedown.RepublishedContent;
import org.gongkai.publish.release.takedown.RepublishedContent.ReturnedPage;
import org.gongkai.publish.release.takedown.TakedownNoticePage;

/** The next release of one store before it is published. */
final class NextRelease {

    private static final DateTimeFormatter ID = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);

    private final Store store;
    private final NewSite site;
    private final Disk disk;
    private final LedgerWriter writer;
    private final Optional<Release> base;
    private final Optional<Manifest> before;
    private final AddressLosses losses;
    private final List<ReturnedPage> returned;
    private final Collection<Ledger.ActiveTakedown> down;
    private final List<String> notes = new ArrayList<>();
    private final List<String> made = new ArrayList<>();
    private final ReleaseAssembly assembly;
    private final Ledger ledger;
    private Ledger next;
    private boolean ready;
    private Optional<Published> published = Optional.empty();

    NextRelease(LockedStore locked, NewSite site, Disk disk) throws IOException {
        this.store = locked.store();
        this.site = site;
        this.disk = disk;
        this.writer = locked.writer();
        this.ledger = locked.ledger();
        this.next = ledger;
        this.base = ledger.current();
        this.before = base.isEmpty()
                ? Optional.empty()
                : FolderContents.manifest(store.release(base.get().id()));
        this.assembly = new ReleaseAssembly(store, site.built(), site.shared(), disk);
        this.down = RepublishedContent.inForce(
                site.folder().isEmpty() ? store.folder() : store.folder().getParent(), site.folder());
        this.returned = down.isEmpty() ? List.of() : returned();
        for (Ledger.ActiveTakedown one : ledger.takedowns().values()) {
            for (String address : one.event().notices()) {
                assembly.addNotice(address, TakedownNoticePage.of(one).at(address));
            }
        }
        this.losses = AddressLosses.between(
                base.isEmpty() ? List.of() : lasting(base.get()),
                before.map(Manifest::files).orElse(List.of()).stream()
                        .map(OutputFile::path)
                        .toList(),
                assembly.paths(),
                site.addresses().waiting());
        notes.addAll(losses.notes());
    }

    /** What was taken down. Files that readers see already are not searched. */
    private List<ReturnedPage> returned() throws IOException {
        RepublishedContent pages = new RepublishedContent(down);
        List<OutputFile> fresh = new ArrayList<>(
                FolderContents.manifest(site.built()).orElseThrow().files());
        before.ifPresent(manifest -> fresh.removeAll(Set.copyOf(manifest.files())));
        disk.forEach(fresh, file -> pages.look(site.built(), file));
        return pages.among(site.entries(down));
    }

    private List<String> lasting(Release release) throws IOException {
        return AddressList.sealed(store, release)
                .map(list -> List.copyOf(list.addresses()))
                .orElseThrow(
                        () -> new PublicationRefused("上一个发布批次的网址清单被改动过，不能判断有没有网址丢失：" + store.addresses(release.id())));
    }

    /**
     * Makes the missing editions and the folder of the release, unless it would equal the current one. Neither readers
     * nor the records are affected.
     */
    void prepare(RequestedEditions editions) throws IOException {
        recordTakedowns();
        for (Map.Entry<String, Ledger.Sealed> edition : ledger.editions().entrySet()) {
            assembly.addEdition(
                    edition.getKey(),
                    store.edition(edition.getKey()),
                    edition.getValue().manifestHash());
        }
        for (String name : editions.names()) {
            if (!ledger.editions().containsKey(name)) {
                make(name, editions);
            }
        }
        if (before.isPresent() && assembly.sameAs(before.get())) {
            return;
        }
        disk.createServedFolders(store.releases());
        assembly.make(base.map(release -> store.release(release.id())), before);
        ready = true;
        if (assembly.copied()) {
            notes.add("这里的文件系统不能建立硬链接，没有变化的文件也各存了一份");
        }
    }

    /**
     * Makes an edition and checks and protects it; it lies where {@link Store#newEdition} says until it is published.
     */
    private void make(String name, RequestedEditions editions) throws IOException {
        disk.createFolders(store.editions());
        if (Files.exists(store.edition(name), LinkOption.NOFOLLOW_LINKS)) {
            throw new PublicationRefused(
                    "这里已有一个不是发布出来的文件夹，年度存档 " + name + " 没有地方放；请移走它，或另选一个文件夹：" + store.edition(name));
        }
        Path fresh = store.newEdition(name);
        editions.maker().accept(name, site.audience(), fresh);
        Set<String> redacted = Redaction.ofEdition(fresh, editions.entries().apply(name, site.audience()), down, disk);
        List<Finding> findings = new Verification().site(fresh);
        if (!findings.isEmpty()) {
            throw new PublicationRefused(
                    "年度存档 " + name + " 没有做完整：" + findings.get(0).text());
        }
        Manifest manifest = FolderContents.manifest(fresh).orElseThrow();
        ReleaseFolderWriter.protect(fresh, disk);
        if (!redacted.isEmpty()) {
            notes.add("年度存档 " + name + " 里已经撤下的页面换成了说明：" + String.join("、", redacted));
        }
        String seal = FolderContents.manifestHash(fresh).orElseThrow();
        next = writer.next(
                next, new Event.EditionSealed(name, seal, manifest.files().size()));
        assembly.addEdition(name, fresh, seal);
        made.add(name);
    }

    /** Names the release. Returns the change that publishes it; empty if it would equal the current release. */
    Optional<StoreChange> change() throws IOException {
        if (!ready) {
            return Optional.empty();
        }
        String id = id(writer.now());
        // Postponed addresses are lasting, too: they are lost if their entries vanish before that day.
        byte[] addresses = site.lasting(losses.postponed()).text().getBytes(StandardCharsets.UTF_8);
        disk.createFolders(store.addresses());
        disk.write(store.newAddresses(), addresses);
        Manifest manifest = assembly.manifest();
        Published event = new Published(
                id,
                base.map(Release::id),
                new Origin(manifest.generator(), manifest.commit(), manifest.asOf(), manifest.nextChange()),
                site.counts(before, manifest),
                manifest.hash(),
                Digests.sha256(addresses),
                losses.lost(),
                site.imported());
        next = writer.next(next, event);
        published = Optional.of(event);
        List<String> lines = next
                .records()
                .subList(ledger.records().size(), next.records().size())
                .stream()
                .map(LedgerRecord::text)
                .toList();
        return Optional.of(new StoreChange(
                site.folder(),
                site.audience(),
                Optional.of(id),
                made,
                store.served().map(link -> link.toString().replace('\\', '/')),
                ledger.last().map(LedgerRecord::hash),
                lines));
    }

    /** Records takedowns of the other audiences in a new store. */
    private void recordTakedowns() {
        for (Ledger.ActiveTakedown one : down) {
            Event.TakenDown taken = one.event();
            if (ledger.takedownAt(taken.address()).isEmpty()) {
                Event here = new Event.TakenDown(
                        taken.address(),
                        taken.reason(),
                        List.of(),
                        taken.addresses(),
                        taken.marks(),
                        taken.only(),
                        List.of());
                next = writer.next(next, here);
            }
        }
    }

    /** A name made of the time; further releases in the same second have a numeric suffix. */
    private String id(OffsetDateTime now) {
        String time = ID.format(now);
        String id = time;
        for (int number = 2; isTaken(id); number++) {
            id = time + "-" + number;
        }
        return id;
    }

    /** Whether a release has this name, or another file is in its place. */
    private boolean isTaken(String id) {
        return ledger.hasPublished(id)
                || Files.exists(store.release(id), LinkOption.NOFOLLOW_LINKS)
                || Files.exists(store.addresses(id), LinkOption.NOFOLLOW_LINKS);
    }

    /** Adds a remark to the outcome. */
    void note(String note) {
        notes.add(note);
    }

    Outcome outcome() {
        return new Outcome(site.audience(), store.current(), published, losses.lost(), returned, notes);
    }
}
