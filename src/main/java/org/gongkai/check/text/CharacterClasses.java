package org.gongkai.check.text;

/** Classes of characters: Chinese characters, numerals and blanks. */
public final class CharacterClasses {

    static final String NUMERALS = "一二三四五六七八九十百零〇";

    /** Maximum length of a sentence that is searched, to bound the time. */
    public static final int SENTENCE = 300;

    private static final String CLOSING = "”’）》】〉〕，。、；：？！";
    private static final String OPENING = "“‘（《【〈〔";

    private CharacterClasses() {}

    /**
     * Returns true for a Han character of the common blocks, or a high surrogate that may begin a rarer one, which
     * excludes those of emoji.
     */
    public static boolean isHan(char c) {
        return (c >= '\u4e00' && c <= '\u9fff')
                || (c >= '\u3400' && c <= '\u4dbf')
                || c == '〇'
                || (c >= '\ud840' && c <= '\ud888')
                || Character.isLowSurrogate(c);
    }

    /** Returns true for a Han character, or a mark that may end Chinese text. */
    public static boolean endsHan(char c) {
        return isHan(c) || CLOSING.indexOf(c) >= 0;
    }

    /** Returns true for a Han character, or a mark that may begin Chinese text. */
    public static boolean beginsHan(char c) {
        return isHan(c) || OPENING.indexOf(c) >= 0;
    }

    /** Returns true for full-width punctuation. */
    public static boolean isHanMark(char c) {
        return CLOSING.indexOf(c) >= 0 || OPENING.indexOf(c) >= 0;
    }

    /** Returns true for an ASCII or full-width letter or digit. */
    public static boolean isLatin(char c) {
        char narrow = c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c;
        return (narrow >= 'A' && narrow <= 'Z') || (narrow >= 'a' && narrow <= 'z') || isDigit(narrow);
    }

    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    public static boolean isNumeral(char c) {
        return NUMERALS.indexOf(c) >= 0;
    }

    /** Returns true for a blank of any width. */
    public static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\u00a0' || c == '\u3000' || c == '\r' || c == '\u2002' || c == '\u2003';
    }

    /** The character at an index, or a space outside the text. */
    public static char at(String text, int index) {
        return index < 0 || index >= text.length() ? ' ' : text.charAt(index);
    }

    /** The characters around an index, up to a number on either side. */
    public static String around(String text, int i, int reach) {
        return text.substring(Math.max(0, i - reach), Math.min(text.length(), i + reach + 1))
                .strip();
    }

    /** The index of a character from another index on, within the length of a sentence; or -1. */
    public static int near(String text, char c, int from) {
        int end = Math.min(text.length(), from + SENTENCE);
        for (int i = Math.max(0, from); i < end; i++) {
            if (text.charAt(i) == c) {
                return i;
            }
        }
        return -1;
    }

    /** The value of Chinese numerals or digits; -1 if they are not a number below a thousand. */
    public static int number(String text) {
        int sum = 0;
        int digit = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                digit = digit * 10 + c - '0';
                continue;
            }
            int value = "〇一二三四五六七八九".indexOf(c);
            if (c == '十' || c == '百') {
                sum += Math.max(digit, 1) * (c == '十' ? 10 : 100);
                digit = 0;
            } else if (c == '两') {
                digit = 2;
            } else if (value >= 0 || c == '零') {
                digit = Math.max(value, 0);
            } else {
                return -1;
            }
        }
        return text.isEmpty() || sum + digit > 999 ? -1 : sum + digit;
    }

    /** Formats a number below a thousand in Chinese numerals. */
    public static String numerals(int number) {
        String digits = "〇一二三四五六七八九";
        int rest = number % 100;
        StringBuilder written = new StringBuilder();
        if (number >= 100) {
            written.append(digits.charAt(number / 100)).append('百');
        }
        if (rest >= 10) {
            // 十二, but 一百一十二.
            written.append(rest < 20 && number < 100 ? "" : digits.substring(rest / 10, rest / 10 + 1))
                    .append('十');
        } else if (rest > 0 && number >= 100) {
            written.append('零');
        }
        return rest % 10 == 0 && number > 0
                ? written.toString()
                : written.append(digits.charAt(rest % 10)).toString();
    }
}
