package org.gongkai.check.leak;

import java.nio.charset.StandardCharsets;

/** The marks {@code <wbr>} in a page, which divide words that readers see whole. */
final class LineEnds {

    private static final byte[] MARK = "<wbr>".getBytes(StandardCharsets.US_ASCII);

    private LineEnds() {}

    /** Returns a page without these marks; the same array if it has none. */
    static byte[] without(byte[] page) {
        byte[] out = null;
        int kept = 0;
        int from = 0;
        for (int at = 0; at + MARK.length <= page.length; at++) {
            if (page[at] == '<' && isMark(page, at)) {
                out = out == null ? new byte[page.length] : out;
                System.arraycopy(page, from, out, kept, at - from);
                kept += at - from;
                at += MARK.length - 1;
                from = at + 1;
            }
        }
        if (out == null) {
            return page;
        }
        byte[] all = new byte[kept + page.length - from];
        System.arraycopy(out, 0, all, 0, kept);
        System.arraycopy(page, from, all, kept, page.length - from);
        return all;
    }

    private static boolean isMark(byte[] page, int at) {
        for (int i = 1; i < MARK.length; i++) {
            if (page[at + i] != MARK[i]) {
                return false;
            }
        }
        return true;
    }
}
