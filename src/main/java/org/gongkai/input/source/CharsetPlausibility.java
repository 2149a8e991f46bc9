package org.gongkai.input.source;

import java.nio.charset.Charset;
import java.util.BitSet;
import org.gongkai.io.TextResource;

/** Estimates whether a decoded text is Chinese or the result of the wrong charset. */
final class CharsetPlausibility {

    /** The most frequent characters and punctuation of Party documents and of Chinese in general. */
    private static final String COMMON = String.join("", TextResource.list(CharsetPlausibility.class, "common.txt"));

    private static final BitSet COMMON_SET = new BitSet();
    private static final Charset GB2312 = Charset.forName("GB2312");

    static {
        COMMON.chars().forEach(COMMON_SET::set);
    }

    private CharsetPlausibility() {}

    /**
     * The share of frequent characters among non-ASCII characters: near 1 for Chinese, below 0.2 for the wrong charset.
     * Other characters of level 1 of GB 2312 count half.
     */
    static double ofChinese(String text) {
        int all = 0;
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                all++;
                points += COMMON_SET.get(c) ? 2 : isInUse(c) ? 1 : 0;
            }
        }
        return all == 0 ? 0 : points / (2.0 * all);
    }

    /**
     * Returns true if no character of a text is expected in a Chinese document: Han, punctuation, Western European
     * letters. Two characters of GBK such as 通知 may happen to be valid UTF-8 for letters of other scripts.
     */
    static boolean isUnexpected(String text) {
        return text.chars()
                .filter(c -> c >= 0x80)
                .noneMatch(c -> c >= 0xA0 && c <= 0xFF
                        || c >= 0x2000 && c <= 0x30FF
                        || c >= 0xFF00 && c < 0xFFFD
                        || Character.isSurrogate((char) c)
                        || Character.isIdeographic(c));
    }

    private static boolean isInUse(char c) {
        byte[] bytes = String.valueOf(c).getBytes(GB2312);
        int first = bytes[0] & 0xFF;
        return bytes.length == 2 && first >= 0xB0 && first <= 0xD7;
    }
}
