package org.gongkai.write.desk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.gongkai.check.explain.Explanations;
import org.gongkai.history.git.GitRepository;
import org.gongkai.history.git.SourceLock;
import org.gongkai.history.git.work.GitEnvironment;
import org.gongkai.history.git.work.WorkingCopy;
import org.gongkai.input.data.YamlReader;
import org.gongkai.io.AtomicFile;
import org.gongkai.io.Digests;
import org.gongkai.io.FileLock;
import org.gongkai.io.Lazy;
import org.gongkai.io.TemporaryFolder;
import org.gongkai.manual.Manual;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.SharedParts;
import org.gongkai.preview.http.LoopbackServer;
import org.gongkai.preview.http.Route;
import org.gongkai.write.PictureCleaner;
import org.gongkai.write.desk.Desk.DeskPresence;
import org.gongkai.write.desk.EntryApi.EntryAnswer;
import org.gongkai.write.form.ApprovalSteps;
import org.gongkai.write.form.HeaderEditor;

/** A desk that is open in browsers of this machine until it is closed. */
public record Desk(
        LoopbackServer server,
        DeskSite site,
        Optional<WorkingCopy> copy,
        TemporaryFolder temporary,
        DeskPresence presence)
        implements AutoCloseable {

    /**
     * Opens a desk.
     *
     * @param request names a site that is no JBake project, and the folder that it shares with others
     * @param port the port; the first free one if empty
     * @param version version of the program
     * @param git what the machine provides for git
     * @param shared what all builds of this process share
     * @param manual the manual that a button opens
     * @throws IOException if the source cannot be read or the port is not free
     */
    public static Desk open(
            BuildRequest request,
            OptionalInt port,
            String version,
            GitEnvironment git,
            Clock clock,
            SharedParts shared,
            Manual manual)
            throws IOException {
        Optional<WorkingCopy> copy = WorkingCopy.open(request.source(), git);
        SourceFolder source = new SourceFolder(
                request.source(), copy.isPresent() ? copy.get().lock() : SourceLock.of(request.source()));
        DeskSite site = DeskSite.open(request, version, clock, shared);
        TemporaryFolder temporary = TemporaryFolder.create();
        Path own = journal(source.root());
        DeskPresence presence = new DeskPresence(own);
        try {
            clearLeftovers(source, own, presence);
            List<Route> routes = new ArrayList<>(
                    new DeskPages(site, new Lazy<>(() -> manual.build().getParent())).routes());
            YamlReader yaml = new YamlReader();
            Drafts drafts = new Drafts(own, clock);
            DeskRepository repository = new DeskRepository(copy);
            ApprovalSteps steps = new ApprovalSteps(yaml);
            EntryAnswer answer = new EntryAnswer(site, new HeaderEditor(yaml));
            ApprovedChange approval = new ApprovedChange(site, steps, repository);
            routes.addAll(new EntryApi(source, site, drafts, repository, answer, approval).routes());
            routes.addAll(new ApprovalApi(source, site, drafts, answer, steps, approval).routes());
            routes.addAll(new OverviewApi(site, drafts, new Explanations(yaml)).routes());
            routes.addAll(new NewApi(source, site).routes());
            routes.addAll(new SettingsApi(source, site, new HeaderEditor(yaml)).routes());
            routes.addAll(new UploadApi(source, site, temporary.path(), new PictureCleaner()).routes());
            routes.addAll(new ChangesApi(source, site, drafts, repository, presence, approval).routes());
            routes.addAll(new MergeApi(site, repository).routes());
            routes.addAll(new FileApi(source, site, drafts, repository, steps).routes());
            LoopbackServer server = LoopbackServer.startWithToken(port, routes);
            LoopbackServer.daemon("first reading of the desk", () -> prepare(site))
                    .start();
            return new Desk(server, site, copy, temporary, presence);
        } catch (IOException | RuntimeException e) {
            copy.ifPresent(WorkingCopy::close);
            site.close();
            temporary.close();
            presence.close();
            throw e;
        }
    }

    /** Deletes what desks that were killed have left, as far as that is possible now. */
    private static void clearLeftovers(SourceFolder source, Path journal, DeskPresence presence) {
        try {
            TemporaryFolder.clearLeftovers();
            if (presence.isFirst()) {
                AtomicFile.clearLeftovers(journal);
            }
            try (Closeable held = source.hold()) {
                AtomicFile.clearLeftovers(source.root().resolve("content"));
            }
        } catch (IOException e) {
            // The next desk tries again.
        }
    }

    private static void prepare(DeskSite site) {
        try {
            site.headers();
        } catch (IOException | RuntimeException e) {
            // The first request that needs it reads it again, and its page shows the reason.
        }
    }

    /** The folder of the journal: in the folder of git, where nothing is committed, or a hidden one of the source. */
    private static Path journal(Path root) throws IOException {
        Optional<GitRepository> repository = GitRepository.containing(root);
        if (repository.isEmpty()) {
            return root.resolve(".gongkai").resolve("desk");
        }
        try (GitRepository git = repository.get()) {
            // Work trees of one repository share its folder.
            String name = Digests.sha256(root.toString()).substring(0, 12);
            return git.cacheFolder().resolve("desk").resolve(name);
        }
    }

    /** Whether another desk was open on this source before; saving is safe then, too. */
    public boolean isShared() {
        return !presence.isFirst();
    }

    /** The address to be opened, with the token. */
    public String address() {
        return server.openingAddress();
    }

    @Override
    public void close() throws IOException {
        server.close();
        copy.ifPresent(WorkingCopy::close);
        try {
            site.close();
        } finally {
            presence.close();
            temporary.close();
        }
    }

    /**
     * Knows whether another desk is open on the same source: only one of them has a lock. Safe for use by several
     * threads.
     */
    static final class DeskPresence implements AutoCloseable {

        private final Path folder;
        private Optional<FileLock> lock = Optional.empty();

        /** @param folder that of the journal */
        public DeskPresence(Path folder) {
            this.folder = folder;
        }

        /** Whether no other desk is open, or none that was opened before this one. */
        public synchronized boolean isFirst() {
            try {
                if (lock.isEmpty()) {
                    Files.createDirectories(folder);
                    lock = FileLock.tryAcquire(folder.resolve("open.lock"));
                }
                return lock.isPresent();
            } catch (IOException e) {
                return true; // Where nothing can be written, two desks do each other no harm.
            }
        }

        @Override
        public synchronized void close() throws IOException {
            if (lock.isPresent()) {
                lock.get().close();
            }
        }
    }
}
