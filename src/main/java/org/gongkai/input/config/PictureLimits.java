package org.gongkai.input.config;

/**
 * How large pictures may be before a site is warned of them.
 *
 * @param reduced whether larger photographs are published at {@link #REDUCED_SIDE} in place of a warning
 */
public record PictureLimits(boolean reduced) {

    /** The size of a file: enough for a page of paper, little enough for a telephone. */
    public static final long BYTES = 2 << 20;

    /** The longer side in pixels. */
    public static final int SIDE = 4_000;

    /** The longer side of a reduced photograph in pixels. */
    public static final int REDUCED_SIDE = 2_000;

    /** The limits of a site that says nothing of them. */
    public static final PictureLimits DEFAULT = new PictureLimits(false);

    /** The limits by a word of a site; null if it means none. */
    static PictureLimits of(String typed) {
        return switch (typed) {
            case "缩小", "reduce" -> new PictureLimits(true);
            case "不缩小" -> DEFAULT;
            default -> null;
        };
    }
}
