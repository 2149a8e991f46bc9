package org.gongkai.text;

/** Characters of full width, which look like those of ASCII. */
public final class FullWidth {

    private static final char FIRST = '！';
    private static final char LAST = '～';

    private FullWidth() {}

    /** Converts characters of full width to ASCII; the text has as many characters as before. */
    public static String narrow(String text) {
        StringBuilder narrow = new StringBuilder(text);
        for (int i = 0; i < narrow.length(); i++) {
            narrow.setCharAt(i, narrow(narrow.charAt(i)));
        }
        return narrow.toString();
    }

    public static char narrow(char c) {
        return c >= FIRST && c <= LAST ? (char) (c - FIRST + '!') : c == '　' ? ' ' : c;
    }

    /** Returns true for digits of ASCII and of full width. */
    public static boolean isDigit(char c) {
        return c <= '9' ? c >= '0' : c >= '０' && c <= '９';
    }
}
