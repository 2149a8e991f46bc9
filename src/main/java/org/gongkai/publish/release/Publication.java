package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.build.edition.RequestedEditions;
import org.gongkai.output.Manifest;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.ledger.LedgerWriter;

/**
 * One run of publishing into a folder, alone: it holds the lock from before the build until readers see the result.
 *
 * <pre>{@code
 * try (Publication publication = Publication.begin(folder, 0, clock, new Disk())) {
 *     List<NewSite> sites = build(publication.work());
 *     List<Outcome> outcomes = publication.publish(sites, editions, Choices.USUAL, pen);
 * }
 * }</pre>
 */
public final class Publication implements AutoCloseable {

    private final Path folder;
    private final int seconds;
    private final Clock clock;
    private final Disk disk;
    private final List<StoreLock> locks = new ArrayList<>();
    private final List<Store> stores = new ArrayList<>();
    private boolean done;

    /**
     * What is left to whoever publishes.
     *
     * @param allowLost whether addresses may be lost
     * @param gzip whether to put a packed copy beside each text, for web servers; new releases only
     */
    public record Choices(boolean allowLost, boolean gzip) {

        /** No address may be lost, texts are packed. */
        public static final Choices USUAL = new Choices(false, true);
    }

    private Publication(Path folder, int seconds, Clock clock, Disk disk) {
        this.folder = folder;
        this.seconds = seconds;
        this.clock = clock;
        this.disk = disk;
    }

    /**
     * Takes the lock, and completes or clears away what a run that died has left.
     *
     * @param folder where all is published
     * @param seconds how long to wait for another process
     * @throws IOException if the machine fails, or another process writes there
     * @throws PublicationRefused if the store is not as it was left
     */
    public static Publication begin(Path folder, int seconds, Clock clock, Disk disk) throws IOException {
        disk.createFolders(folder);
        Publication publication = new Publication(folder, seconds, clock, disk);
        try {
            publication.locks.add(StoreLock.take(folder, seconds, clock));
            new Transaction(folder, disk).recover(seconds, clock);
            disk.delete(publication.work());
            disk.createFolders(publication.work());
            return publication;
        } catch (IOException | RuntimeException | Error e) {
            publication.release();
            throw e;
        }
    }

    /** A folder for the build, on the disk of the stores. Whatever lies in it is gone afterwards. */
    public Path work() {
        return folder.resolve(Store.WORK + "building");
    }

    /**
     * The editions that were published before, by name, with what each holds.
     *
     * @param audience folder of the audience; empty if the site has one
     * @throws PublicationRefused if the store is not as it was left
     */
    public Map<String, Manifest> editions(String audience) throws IOException {
        return StandingSite.editions(folder, audience);
    }

    /**
     * The site that readers of an audience see now.
     *
     * @param audience folder of the audience; empty if the site has one
     */
    public Optional<Path> standing(String audience) {
        Path current = new Store(audience.isEmpty() ? folder : folder.resolve(audience)).current();
        return Optional.of(current).filter(Files::isDirectory);
    }

    /** The folders of the audiences for which anything was published before. */
    public List<String> audiences() throws IOException {
        return Store.at(folder).stream()
                .map(store -> folder.relativize(store.folder()).toString())
                .toList();
    }

    /**
     * Publishes sites, all of them or, if one must not be published, none.
     *
     * @return one outcome a site; if any of them tells of lost or returned pages that are not allowed, nothing was done
     * @throws PartlyDone if the machine failed when readers were to be led to the new releases, and could not be led back
     * @throws IOException if it failed otherwise; readers see what they saw before
     * @throws PublicationRefused if something must not be published; likewise
     */
    public List<Outcome> publish(List<NewSite> sites, RequestedEditions editions, Choices choices, LedgerWriter pen)
            throws IOException {
        List<Store> left = left(sites);
        // The releases of all audiences have one name, by which a step back knows that they stood together.
        LedgerWriter atOneTime = pen.atOneTime();
        List<Candidate> candidates = new ArrayList<>();
        for (NewSite site : sites) {
            Store store = new Store(site.folder().isEmpty() ? folder : folder.resolve(site.folder()));
            if (!site.folder().isEmpty()) {
                disk.createFolders(store.folder());
                locks.add(StoreLock.take(store.folder(), seconds, clock));
            }
            stores.add(store);
            candidates.add(new Candidate(store, site, disk, atOneTime));
        }
        if (candidates.stream().anyMatch(candidate -> candidate.refused(choices.allowLost()))) {
            return candidates.stream().map(Candidate::outcome).toList();
        }
        for (Candidate candidate : candidates) {
            candidate.prepare(editions, choices.gzip());
        }
        List<StoreChange> changes = new ArrayList<>();
        for (Candidate candidate : candidates) {
            candidate.change().ifPresent(changes::add);
        }
        boolean tidy = changes.isEmpty() || new Transaction(folder, disk).run(changes);
        done = true;
        if (!tidy) {
            candidates.get(0).note("新版本已经换上，但是收尾没有做完，下一次发布时会接着做");
        }
        if (!left.isEmpty()) {
            candidates.get(0).note(moved(left, candidates));
        }
        return candidates.stream().map(Candidate::outcome).toList();
    }

    /**
     * The stores of the audiences that a site had before it got several, or lost them. They stay as they are, so that nobody
     * who is led there is ever shown what is meant for others.
     */
    private List<Store> left(List<NewSite> sites) throws IOException {
        boolean several = sites.stream().anyMatch(site -> !site.folder().isEmpty());
        List<Store> left = Store.at(folder).stream()
                .filter(store -> store.folder().equals(folder) == several)
                .toList();
        if (!left.isEmpty() && sites.stream().anyMatch(site -> site.imported().isPresent())) {
            throw new PublicationRefused(
                    "这里每个受众各有一个文件夹，请写明收进哪一个，如 --to " + left.get(0).folder());
        }
        return left;
    }

    private static String moved(List<Store> left, List<Candidate> candidates) {
        String places = candidates.stream()
                .map(Candidate::outcome)
                .map(outcome -> "“" + outcome.audience() + "”用 " + outcome.current())
                .collect(Collectors.joining("，"));
        return "受众变了，以前发布在 "
                + left.stream().map(store -> store.current().toString()).collect(Collectors.joining("、"))
                + " 的站点原样留着，不再更新；请把网页服务器改过来：" + places + "，每个受众的读者只能指到他们自己的那一个";
    }

    private void release() throws IOException {
        for (StoreLock lock : locks) {
            lock.close();
        }
    }

    /** Clears away the work, and what was not finished if the machine lets it, and frees the lock. */
    @Override
    public void close() throws IOException {
        try {
            if (!TransactionJournal.isAt(folder)) {
                for (Store store : done ? List.<Store>of() : stores) {
                    new Recovery(store, disk).run();
                }
            }
            disk.delete(work());
        } catch (IOException e) {
            if (!done) {
                throw e;
            }
            // Readers see the new releases; the next publication clears away what is left of the work.
        } finally {
            release();
        }
    }
}
