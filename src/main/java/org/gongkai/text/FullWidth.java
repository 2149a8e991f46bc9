package org.gongkai.text;

/** Full-width forms of ASCII characters. */
public final class FullWidth {

    private static final char FIRST = '！';
    private static final char LAST = '～';

    private FullWidth() {}

    /** Converts full-width characters to ASCII; the length of the text does not change. */
    public static String narrow(String text) {
        char[] narrow = text.toCharArray();
        boolean isChanged = false;
        for (int i = 0; i < narrow.length; i++) {
            char c = narrow[i];
            if (c >= FIRST ? c <= LAST : c == '　') {
                narrow[i] = narrow(c);
                isChanged = true;
            }
        }
        return isChanged ? new String(narrow) : text;
    }

    public static char narrow(char c) {
        return c >= FIRST && c <= LAST ? (char) (c - FIRST + '!') : c == '　' ? ' ' : c;
    }

    /** Returns true for ASCII and full-width digits. */
    public static boolean isDigit(char c) {
        return c <= '9' ? c >= '0' : c >= '０' && c <= '９';
    }
}
