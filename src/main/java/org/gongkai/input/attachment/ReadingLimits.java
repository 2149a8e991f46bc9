package org.gongkai.input.attachment;

/**
 * How much is read of one file. Honest documents stay far below; what goes beyond is told as not checked.
 *
 * @param bytes largest file
 * @param parts most parts of a packed file
 * @param unpacked most bytes of all its parts together
 * @param ratio how many times larger than the file its parts may be, once they exceed a megabyte
 * @param characters most characters of text
 * @param pages most pages
 * @param nanoseconds longest time
 */
record ReadingLimits(long bytes, int parts, long unpacked, int ratio, long characters, int pages, long nanoseconds) {

    static final ReadingLimits DEFAULT =
            new ReadingLimits(100L << 20, 5_000, 400L << 20, 200, 50_000_000, 2_000, 30_000_000_000L);
}
