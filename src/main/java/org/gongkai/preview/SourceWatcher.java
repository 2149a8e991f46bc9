package org.gongkai.preview;

import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryWatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gongkai.input.source.SharedSource;
import org.gongkai.input.source.SourceTree;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.preview.http.LoopbackServer;

/**
 * Reports which files of a site changed. Programs save a file in several steps, so that a report waits until nothing
 * has happened for a moment. Folders that do not exist yet are looked for every second.
 */
final class SourceWatcher implements AutoCloseable {

    private static final int QUIET_MILLIS = 30;
    private static final int POLL_MILLIS = 1_000;

    private final Path root;
    private final Optional<Path> shared;
    private final Consumer<Set<String>> listener;
    private final Runnable tick;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> LoopbackServer.daemon("preview-watch", work));
    private final Set<String> changed = new HashSet<>();
    private List<Path> watched = List.of();
    private DirectoryWatcher watcher;

    private SourceWatcher(Path root, Optional<Path> shared, Consumer<Set<String>> listener, Runnable tick) {
        this.root = root;
        this.shared = shared;
        this.listener = listener;
        this.tick = tick;
    }

    /**
     * Begins to watch.
     *
     * @param request the site, whose files are watched unless it is one of a commit: then only the tick is called
     * @param listener called on one thread with the paths of files that changed, relative to the root, NFC, {@code /}
     *     between names; with none when folders appeared or went away, when changes may have been missed, and for those
     *     in a shared folder
     * @param tick called every second, on the same thread
     * @throws IOException if the folders cannot be watched
     */
    static SourceWatcher start(BuildRequest request, Consumer<Set<String>> listener, Runnable tick) throws IOException {
        boolean files = request.place().revision().isEmpty();
        SourceWatcher started =
                new SourceWatcher(request.source().toRealPath(), request.place().shared(), listener, tick);
        if (files) {
            started.watch(started.folders());
        }
        started.thread.scheduleWithFixedDelay(
                () -> started.poll(files), POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
        return started;
    }

    private List<Path> folders() {
        return Stream.concat(
                        SourceTree.FOLDERS.stream().map(root::resolve),
                        shared.stream()
                                .flatMap(folder -> SharedSource.FOLDERS.stream().map(folder::resolve)))
                .filter(folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
                .toList();
    }

    private void watch(List<Path> folders) throws IOException {
        stop();
        watched = folders;
        if (folders.isEmpty()) {
            return;
        }
        watcher = DirectoryWatcher.builder()
                .paths(folders)
                .fileHashing(false)
                .listener(this::note)
                .build();
        watcher.watchAsync(Executors.newSingleThreadExecutor(work -> LoopbackServer.daemon("preview-files", work)));
    }

    private void note(DirectoryChangeEvent event) {
        boolean modified = event.eventType() == DirectoryChangeEvent.EventType.MODIFY;
        if (event.isDirectory() && modified) {
            // The files in it are reported by themselves.
            return;
        }
        Path file = event.path();
        boolean unclear = file == null || !file.startsWith(root) || event.isDirectory();
        String path = unclear
                ? ""
                : root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), "/");
        synchronized (changed) {
            changed.add(Normalizer.normalize(path, Normalizer.Form.NFC));
        }
        thread.schedule(this::report, QUIET_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void report() {
        Set<String> paths;
        synchronized (changed) {
            paths = new HashSet<>(changed);
            changed.clear();
        }
        paths.removeIf(path -> path.substring(path.lastIndexOf('/') + 1).startsWith("."));
        if (!paths.isEmpty()) {
            listener.accept(paths.contains("") ? Set.of() : paths);
        }
    }

    private void poll(boolean files) {
        List<Path> now = files ? folders() : List.of();
        if (!now.equals(watched)) {
            try {
                watch(now);
            } catch (IOException e) {
                // Tried again in a second.
                watched = List.of();
            }
            listener.accept(Set.of());
        }
        tick.run();
    }

    private void stop() throws IOException {
        if (watcher != null) {
            watcher.close();
        }
    }

    @Override
    public void close() throws IOException {
        LoopbackServer.end(thread);
        stop();
    }
}
