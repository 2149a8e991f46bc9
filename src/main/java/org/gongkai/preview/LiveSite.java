package org.gongkai.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.commons.io.function.IORunnable;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.SharedParts;
import org.gongkai.pipeline.live.PreviewReader;
import org.gongkai.pipeline.live.SiteSnapshot;
import org.gongkai.pipeline.live.SiteSnapshot.LiveFile;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.preview.http.LoopbackServer;
import org.gongkai.problem.Problem;
import org.gongkai.render.theme.PageRenderer.BrokenTemplate;
import org.gongkai.site.Item;

/**
 * A site in memory that follows the changes of its source. Safe for use by multiple threads.
 *
 * <pre>{@code
 * try (LiveSite site = LiveSite.open(request, version, clock, shared, state -> events.send("changed", ""))) {
 *     Optional<LiveFile> page = site.state().snapshot().file("index.html");
 *     site.changed(Set.of("content/通知/a.md"));
 *     LiveSite.Rendered unsaved = site.render("content/通知/a.md", text);
 * }
 * }</pre>
 */
public final class LiveSite implements AutoCloseable {

    /** More changed entries than this are read with the whole site. */
    private static final int MOST_SINGLE_ENTRIES = 5;

    private static final int CHECK_AFTER_MILLIS = 300;

    private final PreviewReader reader;
    private final Path root;
    private final Consumer<LiveState> listener;
    private final Object updates = new Object();
    private final ScheduledExecutorService checks =
            Executors.newSingleThreadScheduledExecutor(work -> LoopbackServer.daemon("preview-check", work));
    private ScheduledFuture<?> nextCheck;
    private volatile AtomicBoolean runningCheck = new AtomicBoolean();
    private volatile LiveState state;
    /** The site with the text rendered last, whose files are there before it is saved. */
    private volatile SiteSnapshot unsaved;

    private Optional<SourceWatcher> watcher = Optional.empty();

    private LiveSite(PreviewReader reader, Path root, Consumer<LiveState> listener) {
        this.reader = reader;
        this.root = root;
        this.listener = listener;
    }

    /**
     * The page of a text that need not be saved.
     *
     * @param address its address, from the root of the site; empty if the header cannot be read
     * @param page the page; empty if the audience would not see the entry, or if the header or a template is unusable
     * @param problems the problems of the entry, sorted
     */
    public record Rendered(Optional<String> address, Optional<byte[]> page, List<Problem> problems) {}

    /**
     * Reads a site, begins to check it in the background and follows its changes, also those while it is read.
     *
     * @param version version of the program
     * @param shared what all builds of this process share
     * @param listener gets what is shown after each change, also of problems; must return soon
     * @throws org.gongkai.history.git.NotCommitted if the requested commit does not exist
     * @throws org.gongkai.pipeline.Build.UnknownAudience if the site does not have the requested audience
     * @throws IOException if a file cannot be read
     */
    public static LiveSite open(
            BuildRequest request, String version, Clock clock, SharedParts shared, Consumer<LiveState> listener)
            throws IOException {
        LiveSite site = new LiveSite(PreviewReader.open(request, version, clock, shared), request.source(), listener);
        try {
            synchronized (site.updates) {
                site.watcher = Optional.of(SourceWatcher.start(
                        request, paths -> quietly(() -> site.changed(paths)), () -> quietly(site::refreshIfOutdated)));
                site.state = LiveState.first(site.reader.read());
                site.checkAfter(0);
            }
            return site;
        } catch (IOException | RuntimeException e) {
            site.close();
            throw e;
        }
    }

    private static void quietly(IORunnable update) {
        try {
            update.run();
        } catch (IOException | UncheckedIOException e) {
            // A file changed while it was read: another message about it follows, or the next request reads it again.
            return;
        }
    }

    /** What is shown now. */
    public LiveState state() {
        return state;
    }

    /** Makes the page or file of an address as {@link SiteSnapshot#file} does. */
    public Optional<LiveFile> file(String address) throws IOException {
        LiveState shown = state;
        try {
            Optional<LiveFile> file = shown.snapshot().file(address);
            return file.isPresent() || unsaved == null ? file : unsaved.file(address);
        } catch (UncheckedIOException e) {
            // A file changed or went away, and the message about it has not come yet.
            changed(e.getCause() instanceof FileSystemException file ? Set.of(file.getFile()) : Set.of());
            if (state == shown) {
                refresh();
            }
            return state.snapshot().file(address);
        }
    }

    /**
     * Makes the page of an entry with a text that need not be saved, and finds its problems.
     *
     * @param path the path of the entry, of an existing one or a new one
     * @throws IOException if another file cannot be read
     */
    public Rendered render(String path, String text) throws IOException {
        SiteSnapshot edited = reader.with(state.snapshot(), path, text.getBytes(StandardCharsets.UTF_8));
        unsaved = edited;
        Optional<Item> item = Optional.ofNullable(edited.items().get(path));
        Optional<byte[]> page = Optional.empty();
        try {
            if (edited.site().byPath().containsKey(path)) {
                page = edited.file(item.orElseThrow().address()).map(LiveFile::bytes);
            }
        } catch (BrokenTemplate e) {
            return new Rendered(item.map(Item::address), Optional.empty(), List.of(e.problem()));
        }
        return new Rendered(item.map(Item::address), page, edited.problems(path));
    }

    /**
     * Writes the figures that an approved text counts into the text, as they are now.
     *
     * @param path the path of the entry, of an existing one or a new one
     * @throws IOException if another file cannot be read
     */
    public String withFigures(String path, String text) throws IOException {
        return reader.with(state.snapshot(), path, text.getBytes(StandardCharsets.UTF_8))
                .withFigures(path, text);
    }

    /**
     * Takes changes of files over. A few changed entries are read by themselves, all else with the whole site.
     *
     * @param paths the paths of files that were changed, added or deleted; none if any files may have been
     */
    public void changed(Collection<String> paths) throws IOException {
        if (paths.isEmpty()) {
            refresh();
            return;
        }
        synchronized (updates) {
            LiveState before = state;
            // Editors create files for a moment while they save another.
            Set<String> lasting = paths.stream()
                    .filter(path -> before.snapshot().hasSource(path) || Files.exists(SiteSource.place(root, path)))
                    .collect(Collectors.toSet());
            boolean single = lasting.size() <= MOST_SINGLE_ENTRIES
                    && lasting.stream().allMatch(path -> before.isKnownEntry(path) && isPlainFile(path));
            if (!single) {
                refresh();
                return;
            }
            for (String path : lasting) {
                byte[] bytes = Files.readAllBytes(SiteSource.place(root, path));
                if (!before.snapshot().hasSource(path, bytes)) {
                    SiteSnapshot edited = reader.with(state.snapshot(), path, bytes);
                    state = state.with(edited, path, edited.problems(path));
                }
            }
            if (state != before) {
                checkAfter(CHECK_AFTER_MILLIS + before.snapshot().site().items().size() / 2);
                listener.accept(state);
            }
        }
    }

    /** Whether a path is a file that the listing of the source would take as well. */
    private boolean isPlainFile(String path) {
        Path file = SiteSource.place(root, path);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && file.toFile().length() <= TextDecoder.maxBytes();
    }

    /** Reads the whole site again. */
    public void refresh() throws IOException {
        synchronized (updates) {
            state = state.with(reader.read());
            checkAfter(CHECK_AFTER_MILLIS);
        }
        listener.accept(state);
    }

    /** Begins a check after a while, in place of the one that waits or runs. */
    private void checkAfter(int millis) {
        runningCheck.set(true);
        if (nextCheck != null) {
            nextCheck.cancel(false);
        }
        try {
            nextCheck = checks.schedule(this::check, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The site is being closed.
            nextCheck = null;
        }
    }

    private void check() {
        LiveState began;
        AtomicBoolean cancelled = new AtomicBoolean(checks.isShutdown());
        synchronized (updates) {
            began = state;
            runningCheck = cancelled;
        }
        try {
            SiteSnapshot whole = began.isWhole() ? began.snapshot() : reader.read(cancelled::get);
            reader.check(whole, cancelled::get);
            synchronized (updates) {
                if (state != began) {
                    // Each change has asked for a check of its own.
                    return;
                }
                state = state.checked(whole);
            }
            listener.accept(state);
        } catch (CancellationException e) {
            // The change that cancelled this check has asked for the next one.
            return;
        } catch (IOException | UncheckedIOException e) {
            synchronized (updates) {
                checkAfter(1_000);
            }
        }
    }

    /** Reads the whole site again if it has moved to another commit since it was read last, or if a day has begun. */
    private void refreshIfOutdated() throws IOException {
        if (reader.isOutdated()) {
            refresh();
        }
    }

    /** Ends the threads and deletes temporary files. */
    @Override
    public void close() throws IOException {
        runningCheck.set(true);
        LoopbackServer.end(checks);
        try (reader) {
            if (watcher.isPresent()) {
                watcher.get().close();
            }
        }
    }
}
