package org.gongkai.text;

/**
 * Recognizes asterisks that are not markup: signs of multiplication ({@code 20*30*40}) and placeholders, as in
 * {@code 138****1234}, {@code 张*三、李*四} and {@code *.doc}.
 */
public final class PlainAsterisks {

    private PlainAsterisks() {}

    /** Whether a run of asterisks is between digits, or is too long for emphasis and next to a digit. */
    public static boolean isBesideDigits(CharSequence text, int from, int to) {
        boolean isBehind = from > 0 && Characters.isDigit(text.charAt(from - 1));
        boolean isBefore = to < text.length() && Characters.isDigit(text.charAt(to));
        return isBehind && isBefore || to - from > 3 && (isBehind || isBefore);
    }

    /** Whether two runs of asterisks at these offsets replace parts of names or of file names. */
    public static boolean hide(CharSequence text, int from, int to, int nextFrom, int nextTo) {
        return isBehindSurname(text, from) && isBehindSurname(text, nextFrom)
                || to - from == 1
                        && isBeforeExtension(text, to)
                        && (text.charAt(nextFrom - 1) == '.' || isBeforeExtension(text, nextTo));
    }

    private static boolean isBehindSurname(CharSequence text, int at) {
        return at > 0
                && NameList.isSurname(text.charAt(at - 1))
                && (at == 1 || !Character.isLetterOrDigit(text.charAt(at - 2)));
    }

    private static boolean isBeforeExtension(CharSequence text, int at) {
        return at + 1 < text.length()
                && text.charAt(at) == '.'
                && (text.charAt(at + 1) == '*'
                        || (text.charAt(at + 1) < 128 && Character.isLetterOrDigit(text.charAt(at + 1))));
    }
}
