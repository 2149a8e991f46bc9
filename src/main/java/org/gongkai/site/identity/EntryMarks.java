package org.gongkai.site.identity;

import java.nio.charset.StandardCharsets;
import org.gongkai.io.Digests;

/**
 * Short hashes that identify an entry without disclosing the name of its file or what
 * was taken down. Marks of different kinds are never equal.
 */
public final class EntryMarks {

    /** Hexadecimal digits of a hash, 64 bits: enough that no two entries of a site share one by chance. */
    private static final int DIGITS = 16;

    private static final char PATH = 'p';
    private static final char NUMBER = 'n';
    private static final char TITLE = 't';
    private static final char TEXT = 'b';

    private EntryMarks() {}

    /** The mark of a file. */
    public static String ofPath(String path) {
        return PATH + hash(path);
    }

    /** The mark of an index number (索引号). */
    public static String ofNumber(String number) {
        return NUMBER + hash(number);
    }

    /**
     * Returns the mark of a title on a day; other entries may have the same title on other days.
     *
     * @param day the day on which it was made public, ISO 8601
     */
    public static String ofTitle(String title, String day) {
        return TITLE + hash(title.replaceAll("\\s+", "") + "\n" + day);
    }

    /**
     * The mark of a text.
     *
     * @param hash a hash of it already, hexadecimal digits
     */
    public static String ofText(String hash) {
        return TEXT + hash;
    }

    /**
     * Returns whether a mark is unique to an entry: that of its file or its number. Two entries may have the same
     * title on the same day, or the same text.
     */
    public static boolean isOwn(String mark) {
        return mark.charAt(0) == PATH || mark.charAt(0) == NUMBER;
    }

    /** Whether a text may be a mark. */
    public static boolean isMark(String text) {
        return text.matches("[pntb][0-9a-f]{16}");
    }

    private static String hash(String text) {
        return Digests.sha256(text.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }
}
