package org.gongkai.publish.hooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.RecordCodec;
import org.gongkai.io.FileTrees;
import org.gongkai.io.WorkPool;
import org.gongkai.output.CheckedFiles;
import org.gongkai.output.DryRunOutput;
import org.gongkai.output.FileDigest;
import org.gongkai.output.Manifest;
import org.gongkai.pipeline.BuildResult;
import org.gongkai.pipeline.BuildResult.BuildSummary;
import org.gongkai.pipeline.BuiltSite;
import org.gongkai.publish.release.FolderContents;
import org.gongkai.publish.release.ledger.LedgerRecord;
import org.gongkai.publish.release.ledger.Store;
import org.gongkai.site.identity.PublishedEntry;

/**
 * What the check of a push makes: the files that the published site lacks. The publication of the commit takes them, if
 * nothing that they depend on has changed meanwhile. Nobody but the user of the hooks can read them. Checks, of which
 * there is one at a time, make and delete them; a publication first moves them away, so that it is not disturbed.
 *
 * <pre>{@code
 * try (CheckedSite site = CheckedSite.begin(folder, tip, state)) {
 *     BuildResult result = check(site::folder, site::made);
 *     site.keep(commit, result);
 * }
 * }</pre>
 */
public final class CheckedSite implements AutoCloseable {

    private static final String FOLDER = "made";
    private static final String RECORD = "record";

    private final Path parent;
    private final Path work;
    private final String state;
    private final Map<String, DryRunOutput> outputs = new HashMap<>();

    /**
     * What is kept besides the files.
     *
     * @param state what the sites depend on besides the commit and the day
     */
    private record Kept(String state, BuildSummary summary, List<KeptSite> sites) {}

    /** The site of an audience, as in {@link BuiltSite}, with the digests of the files that it shares. */
    private record KeptSite(
            String audience,
            String folder,
            ZoneId zone,
            BuiltSite.Size size,
            BuiltSite.Addresses addresses,
            List<PublishedEntry> identities,
            Map<String, FileDigest> shared) {

        BuiltSite at(Path output, Set<String> linked) {
            return new BuiltSite(
                    audience, folder, Optional.of(output), linked, zone, size, addresses, () -> identities);
        }
    }

    private CheckedSite(Path parent, Path work, String state) {
        this.parent = parent;
        this.work = work;
        this.state = state;
    }

    /**
     * What the site of a commit depends on besides the commit and the day.
     *
     * @param rest as in {@link PublicationRunner.DesiredState}
     * @param to the folder that is published to
     */
    public static String state(String rest, Path to) throws IOException {
        StringBuilder state = new StringBuilder(rest);
        for (Store store : Store.at(to)) {
            state.append(' ')
                    .append(to.relativize(store.folder()))
                    .append('=')
                    .append(store.recorded().last().map(LedgerRecord::hash).orElse(""));
        }
        return state.toString();
    }

    /**
     * Begins to make a site, and deletes those of commits that were refused or are published. The lock of checks must
     * be held.
     *
     * @param folder the folder of the repository that holds the state of this program
     * @param tip the newest commit of the branch, which may wait for its publication
     */
    public static CheckedSite begin(Path folder, String tip, String state) throws IOException {
        Path parent = Files.createDirectories(folder.resolve(FOLDER));
        for (Path other : FileTrees.children(parent)) {
            String name = other.getFileName().toString();
            if (!name.equals(tip) && !name.equals(taken(parent).getFileName().toString())) {
                FileTrees.delete(other);
            }
        }
        return new CheckedSite(parent, Files.createTempDirectory(parent, "new-"), state);
    }

    private static Path taken(Path parent) {
        return parent.resolve("taken");
    }

    /** The folder for the files of an audience. */
    public Path folder(String audience) {
        return folder(work, audience);
    }

    private static Path folder(Path work, String audience) {
        return work.resolve(audience.isEmpty() ? "site" : "site-" + audience);
    }

    /** Takes note of the output of an audience. */
    public void made(String audience, DryRunOutput output) {
        outputs.put(audience, output);
    }

    /** Keeps what was made of a commit that is accepted, unless it cannot be published. */
    public void keep(String commit, BuildResult result) throws IOException {
        if (!result.succeeded()
                || !result.sites().stream()
                        .allMatch(site -> Files.exists(folder(site.folder()).resolve(Manifest.NAME)))) {
            return;
        }
        List<KeptSite> sites = result.sites().stream()
                .map(site -> new KeptSite(
                        site.audience(),
                        site.folder(),
                        site.zone(),
                        site.size(),
                        site.addresses(),
                        site.identities().get(),
                        outputs.get(site.folder()).shared()))
                .toList();
        CacheStore store = store(work);
        store.records("", Kept.class).put("", new Kept(state, result.summary(), sites));
        store.save();
        Path kept = parent.resolve(commit);
        FileTrees.delete(kept);
        Files.move(work, kept, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes what was made of a commit that is refused after all. */
    public static void discard(Path folder, String commit) throws IOException {
        FileTrees.delete(folder.resolve(FOLDER).resolve(commit));
    }

    private static CacheStore store(Path work) {
        return CacheStore.of(work.resolve(RECORD), new RecordCodec<>(Kept.class, Map.of()).format());
    }

    /** Deletes what was not kept. */
    @Override
    public void close() throws IOException {
        FileTrees.delete(work);
    }

    /**
     * Makes the folders of the sites of a commit from what its check has made, which is then gone. The locks of the
     * publication must be held.
     *
     * @param folder the folder of the repository that holds the state of this program
     * @param state what the sites depend on now
     * @param to the folder that is published to
     * @param site the folder to make; those of further audiences are made beside it
     * @return empty if the sites must be built; nothing is left then
     */
    public static Optional<BuildResult> take(
            Path folder, String commit, String state, Path to, Path site, Clock clock, WorkPool pool)
            throws IOException {
        Path parent = folder.resolve(FOLDER);
        Path taken = taken(parent);
        FileTrees.delete(taken);
        if (!Files.isDirectory(parent.resolve(commit))) {
            return Optional.empty();
        }
        Files.move(parent.resolve(commit), taken, StandardCopyOption.ATOMIC_MOVE);
        Optional<Kept> kept = store(taken).records("", Kept.class).find("").filter(it -> it.state()
                .equals(state));
        List<BuiltSite> sites = new ArrayList<>();
        for (KeptSite one : kept.map(Kept::sites).orElse(List.of())) {
            Path target = target(site, one);
            CheckedFiles files = new CheckedFiles(folder(taken, one.folder()), one.shared());
            place(files, one.zone(), Store.of(to, one.folder()), target, clock, pool)
                    .ifPresent(linked -> sites.add(one.at(target, linked)));
        }
        FileTrees.delete(taken);
        if (kept.isPresent() && sites.size() == kept.get().sites().size()) {
            return Optional.of(new BuildResult(kept.get().summary(), List.of(), sites));
        }
        for (KeptSite one : kept.map(Kept::sites).orElse(List.of())) {
            FileTrees.delete(target(site, one));
        }
        return Optional.empty();
    }

    private static Path target(Path site, KeptSite one) {
        return one.folder().isEmpty() ? site : site.resolveSibling(site.getFileName() + "-" + one.folder());
    }

    /**
     * Makes the folder of a site and returns which files were linked; empty if it is one of another day, a file is not
     * as it was left, or something fails: then the site is built.
     */
    private static Optional<Set<String>> place(
            CheckedFiles files, ZoneId zone, Store store, Path target, Clock clock, WorkPool pool) {
        try {
            Optional<Manifest> manifest = FolderContents.manifest(files.fresh()).filter(it -> it.asOf()
                    .equals(LocalDate.now(clock.withZone(zone)).toString()));
            Path current = Files.exists(store.current()) ? store.current().toRealPath() : store.current();
            return manifest.isEmpty() ? Optional.empty() : files.place(manifest.get(), current, target, pool);
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
