package org.gongkai.input.attachment;

import java.io.IOException;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.gongkai.input.source.SourceFile;
import org.gongkai.io.HeapBudget;

/**
 * Extracts the texts of a file from an untrusted source, as far as possible. Never throws an exception for any content.
 * Safe for use by multiple threads.
 */
public record AttachmentTextExtractor(ReadingLimits limits, HeapBudget heap) {

    /** Its bytes, and two copies of them that are made to remove metadata. */
    private static final int HEAP_PER_BYTE = 3;

    /** How many times as much as its bytes a file may take at all, with few exceptions. */
    private static final int EXPANSION = 200;

    private static final long SMALLEST_EXPANSION = 4L << 20;

    public AttachmentTextExtractor() {
        this(ReadingLimits.DEFAULT, HeapBudget.ofProcess());
    }

    /** Returns an inspector that reads so many characters of a file at most. */
    public static AttachmentTextExtractor upTo(long characters) {
        ReadingLimits limits = ReadingLimits.DEFAULT;
        return new AttachmentTextExtractor(
                new ReadingLimits(
                        limits.bytes(),
                        limits.parts(),
                        limits.unpacked(),
                        limits.ratio(),
                        characters,
                        limits.pages(),
                        limits.steps()),
                HeapBudget.ofProcess());
    }

    /** The maximum size of a file in bytes. */
    public long maxBytes() {
        return heap.most(limits.bytes(), HEAP_PER_BYTE);
    }

    /** What one file may take of the memory, in bytes. */
    public long maxHeap() {
        return heap.bytes();
    }

    /** Reads a file, with all that keeps its bytes, once there is memory for it. */
    public <T> T read(SourceFile file, Supplier<T> reading) {
        return heap.read(file.path(), SMALLEST_EXPANSION + EXPANSION * file.size(), reading::get);
    }

    /**
     * Inspects a file.
     *
     * @param ending its extension in lower case; only distinguishes tables from other texts
     */
    public AttachmentContent inspect(String ending, byte[] bytes) {
        return new AttachmentReader(limits, heap.bytes() - bytes.length).inspect(ending, bytes);
    }

    /** Returns the number of pages of a PDF; empty for any other file, and for one that cannot be read. */
    public OptionalInt pages(byte[] bytes) {
        if (ContentType.of(bytes) != ContentType.PDF || bytes.length > maxBytes()) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(PdfFile.pages(bytes, heap.bytes()));
        } catch (StackOverflowError | IOException | RuntimeException e) {
            return OptionalInt.empty();
        }
    }
}
