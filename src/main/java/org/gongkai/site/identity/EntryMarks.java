package org.gongkai.site.identity;

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
    private static final char SENTENCE = 's';
    private static final char FILE = 'f';

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

    /** The mark of a sentence, of which entries that were taken down have several. */
    public static String ofSentence(String letters) {
        return SENTENCE + hash(letters);
    }

    /**
     * The mark of the content of a file.
     *
     * @param sha256 its SHA-256, hexadecimal digits
     */
    public static String ofFile(String sha256) {
        return FILE + sha256.substring(0, DIGITS);
    }

    /**
     * Returns whether a mark is unique to an entry: that of its file or its number. Two entries may have the same
     * title on the same day, or the same text.
     */
    public static boolean isOwn(String mark) {
        return mark.charAt(0) == PATH || mark.charAt(0) == NUMBER;
    }

    /** Whether a mark is that of a sentence or a file. */
    public static boolean isOfContent(String mark) {
        return isSentence(mark) || mark.charAt(0) == FILE;
    }

    public static boolean isSentence(String mark) {
        return mark.charAt(0) == SENTENCE;
    }

    /** Whether a text may be a mark. */
    public static boolean isMark(String text) {
        return text.matches("[pntbsf][0-9a-f]{16}");
    }

    private static String hash(String text) {
        return Digests.sha256(text).substring(0, DIGITS);
    }
}
