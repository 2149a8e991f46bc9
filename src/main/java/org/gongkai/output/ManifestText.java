package org.gongkai.output;

import java.util.Optional;

/** A place in the text of a manifest that moves on. Once something is not as expected, it has failed and stays where it is. */
final class ManifestText {

    /** Decimal digits that surely fit into a number of bytes. */
    private static final int MOST_DIGITS = 18;

    private final String text;
    private int at;
    private boolean failed;

    ManifestText(String text, int at) {
        this.text = text;
        this.at = at;
    }

    boolean failed() {
        return failed;
    }

    /** Passes over a word. */
    void skip(String word) {
        if (!failed && text.startsWith(word, at)) {
            at += word.length();
        } else {
            failed = true;
        }
    }

    /** What stands between quotes on one line. */
    String quoted() {
        skip("\"");
        StringBuilder plain = new StringBuilder();
        while (!failed && !isNext('"')) {
            char c = next();
            plain.append(c == '\\' ? escaped() : c);
        }
        skip("\"");
        return plain.toString();
    }

    private char escaped() {
        char c = next();
        return c == 'u' ? (char) hexadecimal(4) : c;
    }

    /** What stands between quotes, or {@code null}. */
    Optional<String> perhaps() {
        if (isNext('"')) {
            return Optional.of(quoted());
        }
        skip("null");
        return Optional.empty();
    }

    /** A number of bytes. */
    long size() {
        int begin = at;
        while (at < text.length() && at - begin < MOST_DIGITS && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        failed |= begin == at;
        return failed ? 0 : Long.parseLong(text.substring(begin, at));
    }

    /** A hash as it is written. */
    String hash(int digits) {
        int begin = at;
        for (int i = 0; i < digits; i++) {
            hexadecimal(1);
        }
        return failed ? "" : text.substring(begin, at);
    }

    private int hexadecimal(int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            char c = next();
            boolean digit = c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
            failed |= !digit;
            value = value * 16 + (digit ? Character.digit(c, 16) : 0);
        }
        return value;
    }

    private boolean isNext(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private char next() {
        failed |= at >= text.length() || text.charAt(at) == '\n';
        return failed ? '\n' : text.charAt(at++);
    }
}
