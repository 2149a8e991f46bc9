package org.gongkai.input.attachment;

/**
 * The limits for reading one file. Ordinary documents stay far below; a file that exceeds them is reported as not
 * checked.
 *
 * @param bytes maximum size of the file
 * @param parts maximum number of ZIP entries
 * @param unpacked maximum total size of the decompressed entries
 * @param ratio maximum compression ratio, once the decompressed entries exceed a megabyte
 * @param characters maximum number of characters of text
 * @param pages maximum number of pages
 * @param steps maximum number of steps of parsing
 */
public record ReadingLimits(long bytes, int parts, long unpacked, int ratio, long characters, int pages, long steps) {

    public static final ReadingLimits DEFAULT =
            new ReadingLimits(100L << 20, 5_000, 400L << 20, 200, 50_000_000, 2_000, 50_000_000);

    /** Thrown if a file exceeds one of the {@link ReadingLimits}. */
    public static final class LimitExceeded extends RuntimeException {

        private final transient Limit limit;

        LimitExceeded(Limit limit) {
            super(null, null, false, false);
            this.limit = limit;
        }

        public Limit limit() {
            return limit;
        }
    }

    /** What a file may exceed. */
    public enum Limit {
        /** It would need more memory than it may take. */
        HEAP,
        PARTS,
        UNPACKED,
        DEPTH,
        AMOUNT
    }
}
