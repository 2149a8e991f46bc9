package org.gongkai.text;

/** Full-width forms of ASCII characters. */
public final class FullWidth {

    private static final char FIRST = '！';
    private static final char LAST = '～';

    private FullWidth() {}

    /** Converts full-width characters to ASCII; the length of the text does not change. */
    public static String narrow(String text) {
        int first = 0;
        while (first < text.length() && narrow(text.charAt(first)) == text.charAt(first)) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        char[] narrow = text.toCharArray();
        for (int i = first; i < narrow.length; i++) {
            narrow[i] = narrow(narrow[i]);
        }
        return new String(narrow);
    }

    public static char narrow(char c) {
        return c >= FIRST && c <= LAST ? (char) (c - FIRST + '!') : c == '　' ? ' ' : c;
    }

    /** Returns true for ASCII and full-width digits. */
    public static boolean isDigit(char c) {
        return c <= '9' ? c >= '0' : c >= '０' && c <= '９';
    }
}
