package org.gongkai.io;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * An exclusive lock on a file. The operating system releases it when the process ends, however it ends. The file
 * outlives the lock unless the holder deletes it.
 */
public record FileLock(FileChannel channel) implements AutoCloseable {

    private static final int TRIES_PER_SECOND = 50;

    /**
     * Takes the lock of a file, which is created if it does not exist.
     *
     * @return empty if this process or another one holds it
     */
    public static Optional<FileLock> tryAcquire(Path file) throws IOException {
        return tryAcquire(file, 0, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /**
     * Takes the lock of a file that exists.
     *
     * @return empty if this process or another one holds it
     * @throws NoSuchFileException if there is no such file
     */
    public static Optional<FileLock> tryAcquireExisting(Path file) throws IOException {
        return tryAcquire(file, 0, StandardOpenOption.WRITE);
    }

    /** @throws InterruptedIOException if this thread is interrupted */
    public static void pause(int millis) throws InterruptedIOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("等待时被打断");
        }
    }

    /**
     * Takes the lock of a file, which is created if it does not exist, and waits while it is held elsewhere.
     *
     * @param seconds how long to wait at most
     * @return empty if it is still held then
     */
    public static Optional<FileLock> tryAcquire(Path file, int seconds) throws IOException {
        return tryAcquire(file, seconds, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static Optional<FileLock> tryAcquire(Path file, int seconds, OpenOption... options) throws IOException {
        FileChannel channel = FileChannel.open(file, options);
        boolean locked = false;
        try {
            locked = lock(channel);
            for (int tries = seconds * TRIES_PER_SECOND; !locked && tries > 0; tries--) {
                pause(1000 / TRIES_PER_SECOND);
                locked = lock(channel);
            }
            return locked ? Optional.of(new FileLock(channel)) : Optional.empty();
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // This process holds it.
        }
    }

    /** Replaces the content of the file. */
    public void write(String text) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    }

    /** Returns true if {@link #write} last wrote this text; for a lock that was waited for. */
    boolean says(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer content = ByteBuffer.allocate(bytes.length);
        channel.read(content, 0);
        return channel.size() == bytes.length && Arrays.equals(content.array(), bytes);
    }

    /** Releases the lock; has no effect if it was released before. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
