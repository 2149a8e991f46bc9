package org.gongkai.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.output.Digests;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.release.Event.Counts;
import org.gongkai.release.Event.Origin;
import org.gongkai.release.Event.Published;
import org.gongkai.release.Ledger.Release;

/** What may become the next release of one store. */
final class Candidate {

    private static final DateTimeFormatter ID = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);

    private final Store store;
    private final NewSite site;
    private final Disk disk;
    private final Pen pen;
    private final Optional<Release> base;
    private final Optional<Manifest> before;
    private final List<String> lost;
    private final List<Returned> returned;
    private final Map<String, Ledger.Down> down;
    private final List<String> notes = new ArrayList<>();
    private final Assembly assembly;
    private Ledger ledger;
    private Optional<Path> made = Optional.empty();
    private Optional<Published> published = Optional.empty();

    Candidate(Store store, NewSite site, Disk disk, Pen pen) throws IOException {
        this.store = store;
        this.site = site;
        this.disk = disk;
        this.pen = pen;
        this.ledger = new Recovery(store, disk).run();
        pen.refuseOther(store, ledger);
        this.base = ledger.current();
        this.before = base.isEmpty()
                ? Optional.empty()
                : Contents.manifest(store.release(base.get().id()));
        this.assembly = new Assembly(store, site.built(), disk);
        this.down = ReturnedPages.inForce(
                site.folder().isEmpty() ? store.folder() : store.folder().getParent(), site.folder());
        this.returned = ReturnedPages.among(down.values(), new SiteEntries(site).all(down.values()));
        for (Ledger.Down one : ledger.down().values()) {
            for (String address : one.taken().notices()) {
                assembly.addNotice(
                        address, NoticePage.of(address, one.day(), one.taken().reason()));
            }
        }
        List<String> lasting = base.isEmpty() ? List.of() : lasting(base.get());
        this.lost = LostAddresses.of(lasting, assembly.paths());
        List<String> attachments = LostAddresses.attachments(
                lasting,
                before.map(Manifest::files).orElse(List.of()).stream()
                        .map(OutputFile::path)
                        .toList(),
                assembly.paths());
        if (!attachments.isEmpty()) {
            notes.add("有 " + attachments.size() + " 个附件或图片不再公开："
                    + String.join("、", attachments.subList(0, Math.min(5, attachments.size())))
                    + (attachments.size() > 5 ? "等" : ""));
        }
    }

    private List<String> lasting(Release release) throws IOException {
        byte[] text = Files.readAllBytes(store.addresses(release.id()));
        if (!Digests.sha256(text).equals(release.published().addresses())) {
            throw new Refused("上一版的网址清单被改动过，不能判断有没有网址丢失：" + store.addresses(release.id()));
        }
        return List.copyOf(
                AddressList.read(new String(text, StandardCharsets.UTF_8)).addresses());
    }

    /** Whether this must not be published. */
    boolean refused(boolean allowLost) {
        return !returned.isEmpty() || !lost.isEmpty() && !allowLost;
    }

    /**
     * Makes the editions that are wanting and the folder of the release, unless it would be no other than the last one.
     *
     * @param gzip whether to put packed copies beside texts
     */
    void prepare(Editions editions, boolean gzip) throws IOException {
        takeOver();
        for (String name : editions.names()) {
            if (!ledger.editions().containsKey(name)) {
                make(name, editions);
            }
        }
        for (Map.Entry<String, Ledger.Sealed> edition : ledger.editions().entrySet()) {
            assembly.addEdition(edition.getKey(), edition.getValue().manifest());
        }
        if (before.isPresent() && assembly.sameAs(before.get())) {
            return;
        }
        disk.createFolders(store.releases());
        made = Optional.of(assembly.make(base.map(release -> store.release(release.id())), before, gzip));
        if (assembly.copied()) {
            notes.add("这里的文件系统不能建立硬链接，没有变化的文件也各存了一份");
        }
    }

    private void make(String name, Editions editions) throws IOException {
        disk.createFolders(store.editions());
        Path folder = store.edition(name);
        Path fresh = Exchange.fresh(folder);
        editions.maker().make(name, site.audience(), fresh);
        Set<String> redacted =
                new EditionRedaction(fresh, editions.contents().of(name, site.audience())).apply(down.values());
        if (!redacted.isEmpty()) {
            notes.add("版本（edition）" + name + " 里已经撤下的页面换成了说明：" + String.join("、", redacted));
        }
        List<Finding> findings = new Verification().site(fresh);
        if (!findings.isEmpty()) {
            throw new Refused("版本（edition）" + name + " 没有做完整：" + findings.get(0).text());
        }
        Manifest manifest = Contents.manifest(fresh).orElseThrow();
        Set<String> files = Contents.below(fresh).keySet();
        Tree.protect(
                Tree.folders(fresh, files), files.stream().map(fresh::resolve).toList(), disk);
        disk.move(fresh, folder);
        disk.force(store.editions());
        ledger = pen.add(
                store,
                ledger,
                new Event.EditionSealed(
                        name,
                        Contents.seal(folder).orElseThrow(),
                        manifest.files().size()),
                disk);
    }

    /** Gives the release its name, records it and leads readers to it. */
    void release() throws IOException {
        if (made.isEmpty()) {
            return;
        }
        String id = id(pen.now());
        byte[] addresses = site.lasting().text().getBytes(StandardCharsets.UTF_8);
        Path list = store.addresses(id);
        disk.createFolders(list.getParent());
        disk.write(list, addresses);
        disk.force(list.getParent());
        disk.move(made.get(), store.release(id));
        disk.force(store.releases());
        Manifest manifest = assembly.manifest();
        Published event = new Published(
                id,
                base.map(Release::id),
                new Origin(
                        manifest.generator(),
                        manifest.commit(),
                        manifest.asOf(),
                        manifest.nextChange(),
                        site.imported()),
                counts(manifest),
                Digests.sha256(manifest.json().getBytes(StandardCharsets.UTF_8)),
                Digests.sha256(addresses),
                lost);
        ledger = pen.add(store, ledger, event, disk);
        disk.point(store.current(), Store.linkTo(id));
        published = Optional.of(event);
    }

    /** A store that is begun knows from its first record on what is taken down at the other audiences. */
    private void takeOver() throws IOException {
        for (Ledger.Down one : down.values()) {
            Event.TakenDown taken = one.taken();
            if (ledger.downAt(taken.address()).isEmpty()) {
                Event here = new Event.TakenDown(
                        taken.address(), taken.reason(), List.of(), List.of(), taken.addresses(), taken.marks());
                ledger = pen.add(store, ledger, here, disk);
            }
        }
    }

    /** The time as a name; a second release in one second has a number behind it. */
    private String id(OffsetDateTime now) {
        String time = ID.format(now);
        String id = time;
        for (int number = 2; ledger.hasSeen(id); number++) {
            id = time + "-" + number;
        }
        return id;
    }

    private Counts counts(Manifest manifest) {
        Map<String, OutputFile> old = new HashMap<>();
        before.ifPresent(m -> m.files().forEach(file -> old.put(file.path(), file)));
        int added = 0;
        int changed = 0;
        long bytes = 0;
        for (OutputFile file : manifest.files()) {
            OutputFile known = old.remove(file.path());
            added += known == null ? 1 : 0;
            changed += known == null || known.equals(file) ? 0 : 1;
            bytes += file.size();
        }
        return new Counts(site.entries(), site.pages(), manifest.files().size(), bytes, added, changed, old.size());
    }

    Outcome outcome() {
        return new Outcome(site.audience(), store.current(), published, lost, returned, notes);
    }
}
