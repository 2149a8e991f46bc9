package org.gongkai.input.data;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.gongkai.text.FullWidth;

/**
 * Normalizes texts that look the same: composed characters (NFC), no zero-width characters, ordinary spaces. Values
 * keep full-width characters, except numbers and dates.
 */
public final class NormalizedText {

    /** Zero-width characters that word processors and web pages insert. */
    private static final Pattern NO_WIDTH = Pattern.compile("[\u200B\u2060\uFEFF]");

    private static final Pattern NUMBER = Pattern.compile("[0-9０-９\\s　.．,，:：/／＋+－年月日号时分秒元度-]*");

    /** Stands for a comma that YAML would take for a separator; it looks like one. */
    static final char COMMA = '\uFE50';

    private static final Pattern THOUSANDS = Pattern.compile("\\s*[0-9]{1,3}(?:，[0-9]{3})+(?:\\.[0-9]+)?\\s*元?\\s*");

    private NormalizedText() {}

    /**
     * Normalizes the name of a field, with full-width characters converted to ASCII: {@code ｔａｇｓ} becomes {@code tags}.
     */
    public static String name(String typed) {
        return isPlain(typed) ? typed.strip() : FullWidth.narrow(clean(typed)).strip();
    }

    /** Normalizes a value: {@code ２０２０年１月５日} becomes {@code 2020年1月5日}, but {@code 第１号} is unchanged. */
    public static String value(String typed) {
        if (typed.indexOf('，') > 0
                && Character.isDigit(typed.charAt(typed.indexOf('，') - 1))
                && THOUSANDS.matcher(typed).matches()) {
            return FullWidth.narrow(typed).strip();
        }
        if (isPlain(typed)) {
            return typed;
        }
        String clean = clean(typed);
        boolean wide = clean.chars().anyMatch(c -> c >= '０' && c <= '９');
        return wide && NUMBER.matcher(clean).matches() ? FullWidth.narrow(clean) : clean;
    }

    static boolean hasNoWidth(char c) {
        return c == '\u200B' || c == '\u2060' || c == '\uFEFF';
    }

    /** Removes characters without width, and replaces no-break spaces. */
    static String withoutWidth(String text) {
        return NO_WIDTH.matcher(text).replaceAll("").replace('\u00A0', ' ');
    }

    private static String clean(String text) {
        String composed = Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
        return withoutWidth(composed).replace(COMMA, ',');
    }

    /** Returns true if a text consists of ASCII, Han and their punctuation, as nearly all do. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean common = c < 0x80
                    || c >= 0x4E00 && c <= 0x9FFF
                    || c > 0x3000 && c <= 0x3029
                    || c >= 0x2010 && c <= 0x2027
                    || c == '，'
                    || c == '：'
                    || c == '（'
                    || c == '）'
                    || c == '；';
            if (!common) {
                return false;
            }
        }
        return true;
    }
}
