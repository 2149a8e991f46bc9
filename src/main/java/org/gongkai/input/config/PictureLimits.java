package org.gongkai.input.config;

/**
 * How large pictures may be before a site is warned of them.
 *
 * @param bytes the size of the file
 * @param side the longer side in pixels
 */
public record PictureLimits(long bytes, int side) {

    /** Enough for a page of paper, little enough for a telephone. */
    public static final PictureLimits DEFAULT = new PictureLimits(2 << 20, 4_000);
}
