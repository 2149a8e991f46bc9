package org.gongkai.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads files that others have written, none of which may be larger than a limit, whatever their size was when somebody
 * asked.
 *
 * @param most how many bytes a file may have
 */
public record FileLimit(long most) {

    /**
     * No file that is read at once is larger with ten thousand entries; values of JSON take about eight times their
     * bytes.
     */
    private static final long MOST = 64L << 20;

    private static final int HEAP_PER_BYTE = 8;

    public static FileLimit in(HeapBudget heap) {
        return new FileLimit(heap.most(MOST, HEAP_PER_BYTE));
    }

    public static FileLimit ofProcess() {
        return in(HeapBudget.ofProcess());
    }

    /** What a file of a size may take of the heap, in bytes. */
    public long heap(long size) {
        return Math.min(size, most) * HEAP_PER_BYTE;
    }

    /**
     * Returns the size of a file; 0 if there is none.
     *
     * @throws PlainFailure if it is larger than the limit
     */
    public long size(Path file) throws IOException {
        long size = Files.isRegularFile(file) ? Files.size(file) : 0;
        if (size > most) {
            throw tooLarge(file);
        }
        return size;
    }

    /** @throws PlainFailure if the file is larger than the limit */
    public byte[] bytes(Path file) throws IOException {
        size(file);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes((int) most + 1);
            if (bytes.length > most) {
                throw tooLarge(file);
            }
            return bytes;
        }
    }

    /**
     * Reads a text in UTF-8.
     *
     * @throws PlainFailure if the file is larger than the limit
     */
    public String text(Path file) throws IOException {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private PlainFailure tooLarge(Path file) throws IOException {
        return new PlainFailure(
                "文件太大，没有读：" + file + "（" + (Files.size(file) >> 20) + " MB，最多 " + (most >> 20) + " MB）");
    }
}
