package org.gongkai.input.config;

/**
 * How large pictures may be before a site is warned of them.
 *
 * @param bytes the size of the file
 * @param side the longer side in pixels
 * @param reduced whether larger photographs are published at {@link #REDUCED_SIDE} in place of a warning
 */
public record PictureLimits(long bytes, int side, boolean reduced) {

    /** The longer side of a reduced photograph in pixels. */
    public static final int REDUCED_SIDE = 2_000;

    /** Enough for a page of paper, little enough for a telephone. */
    public static final PictureLimits DEFAULT = new PictureLimits(2 << 20, 4_000, false);
}
