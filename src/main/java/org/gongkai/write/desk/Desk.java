package org.gongkai.write.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gongkai.history.git.GitRepository;
import org.gongkai.history.git.IncomingPush;
import org.gongkai.history.git.SourceLock;
import org.gongkai.history.git.work.WorkingCopy;
import org.gongkai.history.git.work.engine.GitEnvironment;
import org.gongkai.io.AtomicFile;
import org.gongkai.io.Digests;
import org.gongkai.io.Lazy;
import org.gongkai.io.ProcessLock;
import org.gongkai.io.TemporaryFolder;
import org.gongkai.manual.Manual;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.cache.SharedParts;
import org.gongkai.preview.http.LoopbackServer;
import org.gongkai.preview.http.RequestGuard;
import org.gongkai.preview.http.Route;
import org.gongkai.preview.http.Routes;
import org.gongkai.write.desk.api.DeskApi;
import org.gongkai.write.desk.api.DeskRepository;
import org.gongkai.write.desk.draft.DeskPresence;
import org.gongkai.write.desk.draft.DraftJournal;
import org.gongkai.write.desk.file.SourceFolder;
import org.gongkai.write.desk.site.DeskSite;
import org.gongkai.write.document.FormatReader;

/** A desk that is open in browsers of this machine until it is closed. */
public final class Desk implements AutoCloseable {

    private final LoopbackServer server;
    private final DeskSite site;
    private final Optional<WorkingCopy> copy;
    private final TemporaryFolder temporary;
    private final DeskPresence presence;
    private final String token;

    private Desk(
            LoopbackServer server,
            DeskSite site,
            Optional<WorkingCopy> copy,
            TemporaryFolder temporary,
            DeskPresence presence,
            String token) {
        this.server = server;
        this.site = site;
        this.copy = copy;
        this.temporary = temporary;
        this.presence = presence;
        this.token = token;
    }

    /**
     * Opens a desk.
     *
     * @param request names a site that is no JBake project, and the folder that it shares with others
     * @param port the port; the first free one if empty
     * @param version version of the program
     * @param readers the readers of documents
     * @param git what the machine provides for git
     * @param shared what all builds of this process share
     * @param manual the manual that a button opens
     * @throws IOException if the source cannot be read or the port is not free
     */
    public static Desk open(
            BuildRequest request,
            OptionalInt port,
            String version,
            List<FormatReader> readers,
            GitEnvironment git,
            Clock clock,
            SharedParts shared,
            Manual manual)
            throws IOException {
        String token = RequestGuard.newToken();
        Optional<WorkingCopy> copy = WorkingCopy.open(request.source(), git);
        SourceFolder source = new SourceFolder(
                request.source(), copy.isPresent() ? copy.get().lock() : SourceLock.of(request.source()));
        DeskSite site = DeskSite.open(request, version, clock, shared);
        TemporaryFolder temporary = TemporaryFolder.create();
        Path own = journal(source.root());
        DeskPresence presence = new DeskPresence(own);
        try {
            clearLeftovers(source, own, presence);
            DraftJournal journal = new DraftJournal(own);
            List<Route> routes = new ArrayList<>(
                    new DeskPages(site, new Lazy<>(() -> manual.build().getParent())).routes());
            routes.addAll(DeskApi.routes(
                    source, site, journal, new DeskRepository(copy), presence, readers, temporary.path(), clock));
            LoopbackServer server =
                    LoopbackServer.start(port, RequestGuard.withToken(token), new Routes(routes, Map.of()));
            Thread reading = new Thread(() -> prepare(site), "first reading of the desk");
            reading.setDaemon(true);
            reading.start();
            return new Desk(server, site, copy, temporary, presence, token);
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
            try (ProcessLock.Held held = source.hold()) {
                AtomicFile.clearLeftovers(source.root().resolve("content"));
            }
        } catch (IOException e) {
            // The next desk tries again.
        }
    }

    private static void prepare(DeskSite site) {
        try {
            site.prepare();
        } catch (IOException | RuntimeException e) {
            // The first request that needs it reads it again, and its page shows the reason.
        }
    }

    /** The folder of the journal: in the folder of git, where nothing is committed, or a hidden one of the source. */
    private static Path journal(Path root) throws IOException {
        Optional<GitRepository> repository = GitRepository.containing(root, IncomingPush.NONE);
        if (repository.isEmpty()) {
            return root.resolve(".gongkai").resolve("desk");
        }
        try (GitRepository git = repository.get()) {
            // Work trees of one repository share its folder.
            String name = Digests.sha256(root.toString().getBytes(StandardCharsets.UTF_8))
                    .substring(0, 12);
            return git.cacheFolder().resolve("desk").resolve(name);
        }
    }

    /** Whether another desk was open on this source before; saving is safe then, too. */
    public boolean isShared() {
        return !presence.isFirst();
    }

    /** The address to be opened, with the token. */
    public String address() {
        return server.address() + "?" + RequestGuard.TOKEN_PARAMETER + "=" + token;
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
}
