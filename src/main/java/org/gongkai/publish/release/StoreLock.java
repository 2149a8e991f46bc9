package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Lets one process write into a folder. The operating system frees the lock when its process ends, however it ends; the
 * file stays, for two processes that delete and make it anew could both hold one.
 */
final class StoreLock implements AutoCloseable {

    private static final String NAME = ".lock";
    private static final String HOLDER = "进程 ";

    /** Bytes of the longest text in one. */
    private static final int LONGEST = 200;

    private static final int TRIES_A_SECOND = 10;

    private final FileChannel channel;

    private StoreLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @param seconds how long to wait for another process
     * @throws IOException if the folder cannot be written, or another process holds the lock; the message says which one
     */
    static StoreLock take(Path folder, int seconds, Clock clock) throws IOException {
        Path file = folder.resolve(NAME);
        refuseOfOthers(file);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            for (int tries = seconds * TRIES_A_SECOND; !tryLock(channel); tries--) {
                if (tries <= 0) {
                    throw new FileSystemException(folder.toString(), null, "另一个命令正在写这里" + holder(file));
                }
                Thread.sleep(1000 / TRIES_A_SECOND);
            }
            OffsetDateTime since = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap((HOLDER + ProcessHandle.current().pid() + "，从 " + since + " 开始\n")
                            .getBytes(StandardCharsets.UTF_8)),
                    0);
            return new StoreLock(channel);
        } catch (InterruptedException e) {
            channel.close();
            Thread.currentThread().interrupt();
            throw new FileSystemException(folder.toString(), null, "等待时被打断");
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Some other program may have a lock of this name here, or a text. */
    private static void refuseOfOthers(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        boolean ours = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= LONGEST;
        if (ours) {
            try {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                ours = text.isEmpty() || text.startsWith(HOLDER);
            } catch (IOException e) {
                return; // Some systems do not let others read what is locked.
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
            return ""; // Some systems do not let others read what is locked.
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
