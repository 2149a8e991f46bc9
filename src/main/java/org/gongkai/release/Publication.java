package org.gongkai.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.output.Manifest;

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
     * @throws Refused if the store is not as it was left
     */
    public static Publication begin(Path folder, int seconds, Clock clock, Disk disk) throws IOException {
        disk.createFolders(folder);
        Publication publication = new Publication(folder, seconds, clock, disk);
        try {
            publication.locks.add(StoreLock.take(folder, seconds, clock));
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
        return folder.resolve(".building");
    }

    /**
     * The editions that were published before, by name, with what each holds.
     *
     * @param audience folder of the audience; empty if the site has one
     * @throws Refused if the store is not as it was left
     */
    public Map<String, Manifest> editions(String audience) throws IOException {
        Store store = new Store(audience.isEmpty() ? folder : folder.resolve(audience));
        Map<String, Manifest> editions = new TreeMap<>();
        if (Files.exists(store.records())) {
            for (String name : store.ledger().editions().keySet()) {
                Contents.manifest(store.edition(name)).ifPresent(manifest -> editions.put(name, manifest));
            }
        }
        return editions;
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
     */
    public List<Outcome> publish(List<NewSite> sites, Editions editions, Choices choices, Pen pen) throws IOException {
        refuseOtherLayout(sites);
        List<Candidate> candidates = new ArrayList<>();
        for (NewSite site : sites) {
            Store store = new Store(site.folder().isEmpty() ? folder : folder.resolve(site.folder()));
            if (!site.folder().isEmpty()) {
                disk.createFolders(store.folder());
                locks.add(StoreLock.take(store.folder(), seconds, clock));
            }
            stores.add(store);
            candidates.add(new Candidate(store, site, disk, pen));
        }
        if (candidates.stream().anyMatch(candidate -> candidate.refused(choices.allowLost()))) {
            return candidates.stream().map(Candidate::outcome).toList();
        }
        for (Candidate candidate : candidates) {
            candidate.prepare(editions, choices.gzip());
        }
        for (Candidate candidate : candidates) {
            candidate.release();
        }
        done = true;
        return candidates.stream().map(Candidate::outcome).toList();
    }

    /** Readers of a site that gains or loses audiences would go on reading a release that nobody renews. */
    private void refuseOtherLayout(List<NewSite> sites) throws IOException {
        boolean several = sites.stream().anyMatch(site -> !site.folder().isEmpty());
        for (Store store : Store.at(folder)) {
            if (store.folder().equals(folder) == several) {
                throw new Refused(
                        several
                                ? "这里以前只发布一个受众的站点，现在有几个受众；请另选一个文件夹发布：" + folder
                                : "这里以前发布几个受众的站点，现在只有一个受众；请另选一个文件夹发布：" + folder);
            }
        }
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
            for (Store store : done ? List.<Store>of() : stores) {
                new Recovery(store, disk).run();
            }
            if (Files.exists(work())) {
                disk.delete(work());
            }
        } finally {
            release();
        }
    }
}
