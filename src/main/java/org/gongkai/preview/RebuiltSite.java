package org.gongkai.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gongkai.io.TemporaryFolder;
import org.gongkai.pipeline.Build;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.problem.Problem;

/**
 * A site that is built as a whole into a temporary folder, and again after each change: a JBake project, whose pages
 * depend on each other in ways that only its templates know. Safe for use by multiple threads.
 */
final class RebuiltSite implements AutoCloseable {

    private final Build builder;
    private final BuildRequest request;
    private final Runnable listener;
    private final TemporaryFolder scratch;
    private final SourceWatcher watcher;
    private List<Problem> problems = List.of();

    private RebuiltSite(Build builder, BuildRequest request, Runnable listener, TemporaryFolder scratch)
            throws IOException {
        this.builder = builder;
        this.request = request;
        this.listener = listener;
        this.scratch = scratch;
        build();
        // Only files change what is shown.
        this.watcher = SourceWatcher.start(request, paths -> rebuild(), () -> {});
    }

    /**
     * Builds a site and begins to follow its changes.
     *
     * @param request says which site; its output is not used
     * @param listener called after each build
     * @throws IOException if a file cannot be read
     */
    static RebuiltSite open(Build builder, BuildRequest request, Runnable listener) throws IOException {
        TemporaryFolder scratch = TemporaryFolder.create();
        try {
            return new RebuiltSite(builder, request, listener, scratch);
        } catch (IOException | RuntimeException e) {
            scratch.close();
            throw e;
        }
    }

    private Path output() {
        return scratch.path().resolve("site");
    }

    /** Builds the site; if it has errors, the pages of the last build without errors remain. */
    private synchronized void build() throws IOException {
        try (SiteSource site = SiteSource.open(request)) {
            problems = builder.run(request.into(output()), site).problems();
        }
    }

    private void rebuild() {
        try {
            build();
            listener.run();
        } catch (IOException | UncheckedIOException e) {
            // A file changed while it was read: another message about it follows.
            return;
        }
    }

    /** The file at an address; empty if the site has none. */
    synchronized Optional<byte[]> file(String address) throws IOException {
        Path file = output().resolve(address).normalize();
        return file.startsWith(output()) && Files.isRegularFile(file)
                ? Optional.of(Files.readAllBytes(file))
                : Optional.empty();
    }

    /** The problems of the last build, sorted. */
    synchronized List<Problem> problems() {
        return problems;
    }

    @Override
    public void close() throws IOException {
        watcher.close();
        synchronized (this) {
            scratch.close();
        }
    }
}
