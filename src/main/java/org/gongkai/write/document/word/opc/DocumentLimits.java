package org.gongkai.write.document.word.opc;

import org.gongkai.io.HeapBudget;

/**
 * The limits for reading one document.
 *
 * @param bytes maximum size of the file
 * @param parts maximum number of ZIP entries
 * @param unpacked maximum total size of the decompressed entries
 * @param ratio maximum compression ratio, once the decompressed entries exceed some megabytes
 * @param elements maximum number of XML elements
 * @param heap what the parts may take of the memory, in bytes
 */
public record DocumentLimits(long bytes, int parts, long unpacked, int ratio, long elements, long heap) {

    /** The limits for a share of the memory. */
    public static DocumentLimits of(HeapBudget heap) {
        return new DocumentLimits(100L << 20, 5_000, 200L << 20, 200, 1_500_000, heap.bytes());
    }

    /** Documents of few pages compress well, because their formatting is repetitive. */
    static final long ALWAYS_UNPACKED = 8L << 20;
}
