package org.gongkai.io;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Semaphore;

/**
 * The part of the heap in which files of unknown content are read. One file may take all of it; files that together
 * could take more wait for each other, so that the result for one does not depend on the others. Safe for use by
 * multiple threads.
 */
public final class HeapBudget {

    /** What the program needs besides, and what a library allocates that nobody counts, stay free. */
    private static final int SHARE = 4;

    private static final int UNIT = 1 << 16;

    private final long bytes;
    private final Semaphore free;
    private final Set<String> inWork = new ConcurrentSkipListSet<>();

    /** The budget of a heap of a size in bytes. */
    public HeapBudget(long heap) {
        this.bytes = heap / SHARE;
        this.free = new Semaphore(units(bytes), true);
    }

    public static HeapBudget ofProcess() {
        return new HeapBudget(Runtime.getRuntime().maxMemory());
    }

    /** Reads a file, or works on what was read of it. */
    public interface Reading<T, X extends Exception> {
        T run() throws X;
    }

    /** Thrown if the heap is exhausted while files are read; the message names them. */
    public static final class Exhausted extends OutOfMemoryError {
        private Exhausted(String files) {
            super(files);
        }
    }

    /** What one file may take, in bytes. */
    public long bytes() {
        return bytes;
    }

    /**
     * What one file may take if a number of bytes in it takes some bytes of the heap, but never more than a maximum.
     */
    public long most(long maximum, int heapPerByte) {
        return Math.min(maximum, bytes / heapPerByte);
    }

    /**
     * Reads a file once there is room for it.
     *
     * @param most what it may take, in bytes
     * @throws Exhausted if it takes more than there is
     */
    public <T, X extends Exception> T read(String file, long most, Reading<T, X> reading) throws X {
        int wanted = units(Math.min(most, bytes));
        free.acquireUninterruptibly(wanted);
        inWork.add(file);
        try {
            return reading.run();
        } catch (Exhausted e) {
            throw e;
        } catch (OutOfMemoryError e) {
            throw new Exhausted(String.join("、", inWork));
        } finally {
            inWork.remove(file);
            free.release(wanted);
        }
    }

    private static int units(long bytes) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, bytes / UNIT));
    }
}
