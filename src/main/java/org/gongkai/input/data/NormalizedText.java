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
    static final String NO_WIDTH = "\u200B\u2060\uFEFF";

    /** Stands for a comma that YAML would take for a separator; it looks like one. */
    static final char COMMA = '\uFE50';

    private static final Pattern WITHOUT_WIDTH = Pattern.compile("[" + NO_WIDTH + "]");

    /** ASCII, Han and their punctuation, of which nearly all texts consist. */
    private static final Pattern PLAIN = Pattern.compile("[\\x00-\\x7F\u4E00-\u9FFF\u3001-\u3029\u2010-\u2027，：（）；]*+");

    /** A number or a day with full-width digits, or a number with full-width commas. */
    private static final Pattern NUMBER = Pattern.compile("(?=[^０-９]*+[０-９])[0-9０-９\\s　.．,，:：/／＋+－年月日号时分秒元度-]*+"
            + "|\\s*[0-9]{1,3}(?:，[0-9]{3})+(?:\\.[0-9]+)?\\s*元?\\s*");

    private NormalizedText() {}

    /**
     * Normalizes the name of a field, with full-width characters converted to ASCII: {@code ｔａｇｓ} becomes {@code tags}.
     */
    public static String name(String typed) {
        return (PLAIN.matcher(typed).matches() ? typed : FullWidth.narrow(clean(typed))).strip();
    }

    /** Normalizes a value: {@code ２０２０年１月５日} becomes {@code 2020年1月5日}, but {@code 第１号} is unchanged. */
    public static String value(String typed) {
        String clean = clean(typed);
        return NUMBER.matcher(clean).matches() ? FullWidth.narrow(clean) : clean;
    }

    /** Removes characters without width, and replaces no-break spaces. */
    static String withoutWidth(String text) {
        return WITHOUT_WIDTH.matcher(text).replaceAll("").replace('\u00A0', ' ');
    }

    private static String clean(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        return withoutWidth(Normalizer.normalize(text, Normalizer.Form.NFC)).replace(COMMA, ',');
    }
}
