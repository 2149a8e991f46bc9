package org.gongkai.write.document.word.opc;

/**
 * The limits for reading one document.
 *
 * @param bytes maximum size of the file
 * @param parts maximum number of ZIP entries
 * @param unpacked maximum total size of the decompressed entries
 * @param ratio maximum compression ratio, once the decompressed entries exceed some megabytes
 * @param elements maximum number of XML elements
 */
public record DocumentLimits(long bytes, int parts, long unpacked, int ratio, long elements) {

    public static final DocumentLimits DEFAULT = new DocumentLimits(100L << 20, 5_000, 200L << 20, 200, 1_500_000);

    /** Documents of few pages compress well, because their formatting is repetitive. */
    static final long ALWAYS_UNPACKED = 8L << 20;
}
