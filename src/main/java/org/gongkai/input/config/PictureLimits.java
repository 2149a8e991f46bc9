package org.gongkai.input.config;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.data.Key;
import org.gongkai.text.FullWidth;

/**
 * How large pictures may be before a site is warned of them.
 *
 * @param bytes the size of the file
 * @param side the longer side in pixels
 * @param reduced whether larger photographs are published at {@link #REDUCED_SIDE} in place of a warning
 */
@Key.Group(PictureLimits.EXAMPLE)
public record PictureLimits(
        @Key(value = "最大 max-size", by = "bytes", or = "2MB", allowed = "2MB、800KB 这样的大小") long bytes,
        @Key(value = "边长 max-side", by = "pixels", or = "4000", allowed = "长边最多多少像素，如 4000") int side,
        @Key("缩小 reduce") boolean reduced) {

    /** The longer side of a reduced photograph in pixels. */
    public static final int REDUCED_SIDE = 2_000;

    /** Enough for a page of paper, little enough for a telephone. */
    public static final PictureLimits DEFAULT = new PictureLimits(2 << 20, 4_000, false);

    static final String EXAMPLE = "例如：图片: 缩小，或者 图片: {最大: 2MB, 边长: 4000, 缩小: 是}";

    private static final Pattern SIZE = Pattern.compile("([0-9]{1,4}(?:\\.[0-9]{1,2})?)\\s*([KkMm])[Bb]?");
    private static final Pattern SIDE = Pattern.compile("([1-9][0-9]{1,5})\\s*(?:像素|px)?");

    /** The limits of a site that says a single word of them. */
    static PictureLimits of(String typed) {
        return List.of("缩小", "reduce").contains(FullWidth.narrow(typed))
                ? new PictureLimits(DEFAULT.bytes, DEFAULT.side, true)
                : null;
    }

    private static Long bytes(String typed) {
        Matcher size = SIZE.matcher(FullWidth.narrow(typed));
        if (!size.matches() || Double.parseDouble(size.group(1)) == 0) {
            return null;
        }
        int unit = size.group(2).equalsIgnoreCase("k") ? 1 << 10 : 1 << 20;
        return Math.round(Double.parseDouble(size.group(1)) * unit);
    }

    private static Integer pixels(String typed) {
        Matcher side = SIDE.matcher(FullWidth.narrow(typed));
        return side.matches() ? Integer.valueOf(side.group(1)) : null;
    }
}
