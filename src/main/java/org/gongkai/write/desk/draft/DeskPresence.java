package org.gongkai.write.desk.draft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gongkai.io.FileLock;

/** Knows whether another desk is open on the same source: only one of them has a lock. Safe for use by several threads. */
public final class DeskPresence implements AutoCloseable {

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
