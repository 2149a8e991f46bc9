package org.gongkai.write.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gongkai.history.git.GitRepository;
import org.gongkai.history.git.IncomingPush;
import org.gongkai.history.git.work.WorkingCopy;
import org.gongkai.history.git.work.engine.GitEnvironment;
import org.gongkai.io.Digests;
import org.gongkai.io.FileTrees;
import org.gongkai.preview.http.LoopbackServer;
import org.gongkai.preview.http.RequestGuard;
import org.gongkai.preview.http.Route;
import org.gongkai.preview.http.Routes;
import org.gongkai.write.desk.api.DeskApi;
import org.gongkai.write.desk.api.DeskRepository;
import org.gongkai.write.desk.draft.DraftJournal;
import org.gongkai.write.desk.file.SourceFolder;
import org.gongkai.write.desk.site.DeskSite;
import org.gongkai.write.document.FormatReader;

/** A desk that is open in browsers of this machine until it is closed. */
public final class Desk implements AutoCloseable {

    private static final int TOKEN_BYTES = 16;

    private final LoopbackServer server;
    private final DeskSite site;
    private final Optional<WorkingCopy> copy;
    private final Path temporary;
    private final String token;

    private Desk(LoopbackServer server, DeskSite site, Optional<WorkingCopy> copy, Path temporary, String token) {
        this.server = server;
        this.site = site;
        this.copy = copy;
        this.temporary = temporary;
        this.token = token;
    }

    /**
     * Opens a desk.
     *
     * @param root the root of a source that is no JBake project
     * @param port the port; the first free one if empty
     * @param version version of the program
     * @param readers the readers of documents
     * @param environment the environment, for git
     * @throws IOException if the source cannot be read or the port is not free
     */
    public static Desk open(
            Path root,
            OptionalInt port,
            String version,
            List<FormatReader> readers,
            Map<String, String> environment,
            Clock clock)
            throws IOException {
        SourceFolder source = new SourceFolder(root);
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        String token = HexFormat.of().formatHex(random);
        DeskSite site = DeskSite.open(source.root(), version, clock);
        Path temporary = Files.createTempDirectory("gongkai-desk-");
        Optional<WorkingCopy> copy = WorkingCopy.open(source.root(), GitEnvironment.of(environment));
        try {
            DraftJournal journal = new DraftJournal(journal(source.root()));
            List<Route> routes = new ArrayList<>(new DeskPages(site).routes());
            routes.addAll(
                    new DeskApi(source, site, journal, new DeskRepository(copy), readers, temporary, clock).routes());
            LoopbackServer server =
                    LoopbackServer.start(port, RequestGuard.withToken(token), new Routes(routes, Map.of()));
            Thread reading = new Thread(() -> prepare(site), "first reading of the desk");
            reading.setDaemon(true);
            reading.start();
            return new Desk(server, site, copy, temporary, token);
        } catch (IOException | RuntimeException e) {
            copy.ifPresent(WorkingCopy::close);
            site.close();
            FileTrees.delete(temporary);
            throw e;
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
            FileTrees.delete(temporary);
        }
    }
}
