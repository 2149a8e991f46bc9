package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.io.InstalledProgram;
import org.gongkai.pipeline.edition.RequestedEditions;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.StoreUpdate.StoreChange;
import org.gongkai.publish.release.ledger.Event.Published;
import org.gongkai.publish.release.ledger.LedgerWriter;
import org.gongkai.publish.release.ledger.Store;
import org.gongkai.publish.release.takedown.RepublishedContent.ReturnedPage;

/**
 * One publication into a folder. It holds the lock of the folder from before the build until readers see the result.
 *
 * <pre>{@code
 * try (Publication publication = Publication.begin(folder, 0, clock, new Disk())) {
 *     List<NewSite> sites = build(publication.work());
 *     List<Outcome> outcomes = publication.publish(sites, editions, false, writer);
 * }
 * }</pre>
 */
public final class Publication implements AutoCloseable {

    private final Path folder;
    private final Disk disk;
    private final LockedStores stores;
    private boolean done;

    private Publication(Path folder, Disk disk, LockedStores stores) {
        this.folder = folder;
        this.disk = disk;
        this.stores = stores;
    }

    /**
     * Takes the lock and recovers from commands that died.
     *
     * @param folder the folder that is published into
     * @param seconds how long to wait for another process
     * @throws IOException if writing fails, or another process holds the lock
     * @throws PublicationRefused if the records were tampered with
     */
    public static Publication begin(Path folder, int seconds, Clock clock, Disk disk) throws IOException {
        disk.createServedFolders(folder);
        LockedStores stores = new LockedStores(folder, seconds, clock, disk);
        Publication publication = new Publication(folder, disk, stores);
        try {
            disk.delete(publication.work());
            disk.createFolders(publication.work());
            return publication;
        } catch (IOException | RuntimeException | Error e) {
            stores.close();
            throw e;
        }
    }

    /** A folder for the build, on the disk of the stores. It is deleted when this is closed. */
    public Path work() {
        return folder.resolve(Store.WORK + "building");
    }

    /** The folders of the audiences for which anything was published before. */
    public List<String> audiences() throws IOException {
        return Store.at(folder).stream()
                .map(store -> folder.relativize(store.folder()).toString())
                .toList();
    }

    /**
     * Publishes all sites or, if one must not be published, none.
     *
     * @param allowLost whether lasting addresses may be lost
     * @return one outcome for each site; if one lists lost or returned pages that are not allowed, nothing was
     *     published
     * @throws PartialPublication if switching readers failed and could not be undone
     * @throws IOException if anything else failed; readers see what they saw before
     * @throws PublicationRefused if something must not be published; readers see what they saw before
     */
    public List<Outcome> publish(
            List<NewSite> sites, RequestedEditions editions, boolean allowLost, LedgerWriter writer)
            throws IOException {
        List<Store> left = left(sites);
        // The releases of all audiences get one name, by which a rollback recognises them.
        LedgerWriter atOneTime = writer.atOneTime();
        List<NextRelease> candidates = new ArrayList<>();
        for (NewSite site : sites) {
            Store store = Store.of(folder, site.folder());
            disk.createServedFolders(store.folder());
            candidates.add(new NextRelease(stores.add(store, atOneTime), site, disk));
        }
        if (candidates.stream().anyMatch(candidate -> candidate.outcome().isRefused(allowLost))) {
            return candidates.stream().map(NextRelease::outcome).toList();
        }
        for (NextRelease candidate : candidates) {
            candidate.prepare(editions);
        }
        List<StoreChange> changes = new ArrayList<>();
        for (NextRelease candidate : candidates) {
            candidate.change().ifPresent(changes::add);
        }
        boolean tidy = changes.isEmpty() || new Transaction(folder, disk).run(changes);
        done = true;
        if (!tidy) {
            candidates.get(0).note("新的发布批次已经启用，但是后续步骤没有做完，下一次发布时会接着做");
        }
        if (!left.isEmpty()) {
            candidates.get(0).note(moved(left, candidates));
        }
        return candidates.stream().map(NextRelease::outcome).toList();
    }

    /**
     * The stores that the site used before audiences were added or removed. They remain unchanged, so that their
     * readers never see what is meant for other audiences.
     */
    private List<Store> left(List<NewSite> sites) throws IOException {
        boolean several = sites.stream().anyMatch(site -> !site.folder().isEmpty());
        List<Store> left = Store.at(folder).stream()
                .filter(store -> store.folder().equals(folder) == several)
                .toList();
        if (!left.isEmpty() && sites.stream().anyMatch(site -> site.imported().isPresent())) {
            throw new PublicationRefused("这里每个公开对象各有一个文件夹，请写明收进哪一个，如 --to "
                    + InstalledProgram.typed(left.get(0).folder()));
        }
        return left;
    }

    private static String moved(List<Store> left, List<NextRelease> candidates) {
        String places = candidates.stream()
                .map(NextRelease::outcome)
                .map(outcome -> "“" + outcome.audience() + "”用 " + outcome.current())
                .collect(Collectors.joining("，"));
        return "公开对象变了，以前发布在 "
                + left.stream().map(store -> store.current().toString()).collect(Collectors.joining("、"))
                + " 的站点原样留着，不再更新；请把网页服务器改过来：" + places + "，每个公开对象的读者只能指到他们自己的那一个";
    }

    /** Deletes unfinished work and releases the locks. */
    @Override
    public void close() throws IOException {
        try (stores) {
            disk.delete(work());
        } catch (IOException e) {
            if (!done) {
                throw e;
            }
            // Readers see the new releases; the next publication deletes what is left.
        }
    }

    /**
     * The result of publishing the site of one audience.
     *
     * @param audience the audience
     * @param current the link to the release that readers see
     * @param published the new release; empty if there is none
     * @param lost lasting addresses that lead nowhere in the new release
     * @param returned pages of the new site that are taken down, sorted by the address that was taken down
     * @param notes remarks in Chinese
     */
    public record Outcome(
            String audience,
            Path current,
            Optional<Published> published,
            List<String> lost,
            List<ReturnedPage> returned,
            List<String> notes) {

        /** Whether the publication is refused: pages would return, or addresses would be lost that must not be. */
        public boolean isRefused(boolean allowLost) {
            return !returned.isEmpty() || !lost.isEmpty() && !allowLost;
        }
    }

    /**
     * A publication failed after it had switched some readers, and could not be undone. The message says in Chinese
     * what readers see now; the cause is the first failure. The next command that writes to the folder completes the
     * publication.
     */
    public static final class PartialPublication extends IOException {
        PartialPublication(String state, Throwable cause) {
            super(state, cause);
        }
    }
}
