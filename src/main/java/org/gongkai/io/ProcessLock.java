package org.gongkai.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** A lock among the threads of this program, and among programs. A thread that holds it may take it again. */
public final class ProcessLock {

    private static final int SECONDS = 30;

    private final Path file;
    private final ReentrantLock threads = new ReentrantLock(true);
    private final String holder = UUID.randomUUID().toString();
    private FileLock held; // of the thread that holds the other one
    private boolean isNew;

    /** @param file the file that is locked; it and its folder are created when the lock is first taken */
    public ProcessLock(Path file) {
        this.file = file;
    }

    /**
     * Takes the lock, and waits some time while it is held elsewhere.
     *
     * @throws PlainFailure if it is still held then
     */
    public Closeable acquire() throws IOException {
        try {
            if (!threads.tryLock(SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
            if (threads.getHoldCount() == 1) {
                lockFile();
            }
            return this::release;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /**
     * Returns true if another program has held the lock since this one did before, or if it did not: what it has read
     * may no longer be true. To be asked while the lock is held.
     */
    public boolean isNew() {
        return isNew;
    }

    private void lockFile() throws IOException {
        try {
            Files.createDirectories(file.getParent());
            held = FileLock.tryAcquire(file, SECONDS).orElseThrow(ProcessLock::busy);
        } catch (IOException | RuntimeException e) {
            threads.unlock();
            throw e;
        }
        try {
            isNew = !held.says(holder);
            if (isNew) {
                held.write(holder);
            }
        } catch (IOException | RuntimeException e) {
            release();
            throw e;
        }
    }

    private static PlainFailure busy() {
        return new PlainFailure("另一个程序正在写这个文件夹，等了" + SECONDS + "秒还没有写完，请稍后再试");
    }

    private void release() throws IOException {
        try {
            if (threads.getHoldCount() == 1) {
                held.close();
            }
        } finally {
            threads.unlock();
        }
    }
}
