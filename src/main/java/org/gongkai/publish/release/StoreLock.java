package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.gongkai.io.FileLock;

/**
 * The lock of a folder, which one process at a time may write. The file, which names the holder, is never deleted: two
 * processes that delete and create it could both hold a lock.
 */
final class StoreLock {

    private static final String NAME = ".lock";
    private static final String HOLDER = "进程 ";

    /** Bytes of the longest text in a lock file. */
    private static final int LONGEST = 200;

    private StoreLock() {}

    /**
     * Takes the lock.
     *
     * @param seconds how long to wait for another process
     * @throws IOException if the folder cannot be written, or another process holds the lock; the message names that
     *     process
     */
    static FileLock take(Path folder, int seconds, Clock clock) throws IOException {
        Path file = folder.resolve(NAME);
        refuseForeignFile(file);
        FileLock lock = FileLock.tryAcquire(file, seconds)
                .orElseThrow(() -> new FileSystemException(folder.toString(), null, "另一个命令正在写这里" + holder(file)));
        try {
            OffsetDateTime since = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
            lock.write(HOLDER + ProcessHandle.current().pid() + "，从 " + since + " 开始\n");
            return lock;
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    /** Refuses a file of this name that another program wrote. */
    private static void refuseForeignFile(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        boolean ours = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= LONGEST;
        if (ours) {
            try {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                ours = text.isEmpty() || text.startsWith(HOLDER);
            } catch (IOException e) {
                return; // Some systems refuse to read a locked file.
            }
        }
        if (!ours) {
            throw new FileSystemException(file.toString(), null, "这里已有一个同名的文件，不是发布时加的锁；请移走它，或另选一个文件夹");
        }
    }

    private static String holder(Path file) {
        try {
            String text = Files.readString(file).strip();
            return text.isEmpty() ? "" : "（" + text + "）";
        } catch (IOException e) {
            return ""; // Some systems refuse to read a locked file.
        }
    }
}
