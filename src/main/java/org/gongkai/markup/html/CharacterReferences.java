package org.gongkai.markup.html;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.problem.ControlCharacters;
import org.gongkai.text.Characters;

/** References such as {@code &#1;} to characters that are not allowed in a page. */
public final class CharacterReferences {
    private static final Pattern NUMERIC = Pattern.compile("&#(?:[xX]([0-9a-fA-F]++)|([0-9]++));?");
    /** Longer numbers are beyond all characters. */
    private static final int DIGITS = 7;

    private CharacterReferences() {}

    /** Returns the offset of the next one, or -1. */
    public static int next(String text, int from) {
        int at = text.indexOf("&#", from);
        Matcher reference = at < 0 ? null : NUMERIC.matcher(text);
        while (at >= 0 && reference.find(at)) {
            if (ControlCharacters.is(point(reference))) {
                return reference.start();
            }
            at = reference.end();
        }
        return -1;
    }

    /** Returns the offset after the reference at an offset. */
    public static int end(String text, int at) {
        Matcher reference = NUMERIC.matcher(text);
        return reference.find(at) ? reference.end() : at;
    }

    /** Returns a text without them. */
    static String without(String text) {
        return NUMERIC.matcher(text)
                .replaceAll(reference ->
                        ControlCharacters.is(point(reference)) ? "" : Matcher.quoteReplacement(reference.group()));
    }

    private static int point(MatchResult reference) {
        boolean isHex = reference.group(1) != null;
        String typed = reference.group(isHex ? 1 : 2);
        String digits = typed.substring(Characters.end(typed, 0, c -> c == '0'));
        if (digits.isEmpty()) {
            return 0;
        }
        return digits.length() > DIGITS ? Integer.MAX_VALUE : Integer.parseInt(digits, isHex ? 16 : 10);
    }
}
