package org.gongkai.site.address;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** Reads Chinese aloud, without tones. Wherever it has read up to, the longest phrase of its lines comes next. */
final class PinyinDictionary {

    /**
     * Sorted lines of a character and its reading, or of a phrase and its reading if that is not the one of its
     * characters. {@code src/tools/pinyin.bsh} makes them; they are searched as they are, because to fill maps would
     * take longer than all else that a small site needs.
     */
    private static final char[] LINES = lines();

    /** Where the lines begin that begin with a character, once it was looked up. */
    private static final int[] STARTS = new int[Character.MAX_VALUE + 2];

    private PinyinDictionary() {}

    /** Returns a text with pinyin in the place of Chinese; between syllables are hyphens. */
    static String read(String text) {
        StringBuilder pinyin = new StringBuilder();
        for (int i = 0, next; i < text.length(); i = next) {
            next = i;
            while (next < text.length() && isOfWord(text.charAt(next))) {
                next++;
            }
            if (next == i) {
                next = read(text, i, text.length(), pinyin);
            } else {
                String word = text.substring(i, next);
                pinyin.append(Slugs.isAscii(word) ? word : String.join("-", word.split("")))
                        .append('-');
            }
        }
        return pinyin.toString();
    }

    /** Appends the reading of the longest phrase, or of a character without one itself; returns where it ends. */
    private static int read(String text, int from, int limit, StringBuilder pinyin) {
        char first = text.charAt(from);
        int low = start(first);
        int high = start(first + 1);
        int next = from + 1;
        int reading = -1;
        for (int to = next; to <= limit && (to == next || text.charAt(to - 1) > 127); to++) {
            low = find(text, from, to, low, high);
            if (low >= high || common(text, from, to, low) < to - from) {
                break;
            }
            if (LINES[low + to - from] < 128) {
                reading = low + to - from;
                next = to;
            }
        }
        if (reading < 0) {
            pinyin.append(first);
        } else if (LINES[reading] == '\n') {
            for (int i = from; i < next; i++) {
                read(text, i, i + 1, pinyin);
            }
            return next;
        } else {
            while (LINES[reading] != '\n') {
                pinyin.append(LINES[reading++]);
            }
        }
        pinyin.append('-');
        return next;
    }

    private static int start(int c) {
        if (STARTS[c] == 0) {
            STARTS[c] = find(Character.toString(c), 0, 1, 0, LINES.length);
        }
        return STARTS[c];
    }

    /** Returns where the first line begins that is not before a word, of those between two others. */
    private static int find(String text, int from, int to, int low, int high) {
        while (low < high) {
            int start = (low + high) >>> 1;
            while (start > low && LINES[start - 1] != '\n') {
                start--;
            }
            int common = common(text, from, to, start);
            if (from + common == to || LINES[start + common] > text.charAt(from + common)) {
                high = start;
            } else {
                low = start + common;
                while (LINES[low++] != '\n') {}
            }
        }
        return low;
    }

    /** Returns how many characters of a word a line begins with. */
    private static int common(String text, int from, int to, int line) {
        int i = from;
        while (i < to && LINES[line + i - from] == text.charAt(i)) {
            i++;
        }
        return i - from;
    }

    /** Characters of which several are a word; beside one that is not ASCII each stands alone. */
    private static boolean isOfWord(char c) {
        return c == '\'' || Character.isDigit(c) || Character.isLowerCase(c) || Character.isUpperCase(c);
    }

    private static char[] lines() {
        try (InputStream in = PinyinDictionary.class.getResourceAsStream("pinyin.utf16")) {
            byte[] bytes = in.readAllBytes();
            char[] lines = new char[bytes.length / 2];
            ByteBuffer.wrap(bytes).asCharBuffer().get(lines);
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
