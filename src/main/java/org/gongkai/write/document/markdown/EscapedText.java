package org.gongkai.write.document.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.text.Characters;

/** Escapes text so that Markdown shows it as it is. */
final class EscapedText {

    /** Characters that may begin markup within a line. */
    private static final String ANYWHERE = "\\`[]<*_~";

    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?://|www\\.)[^\\s<\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef]+");

    private static final int LONGEST_REFERENCE = 34;

    private EscapedText() {}

    /** How much is escaped. */
    enum Amount {
        /** Addresses stand as typed, so that they become links. */
        NO_ADDRESSES,
        ALL,
        /** All ASCII punctuation is written as character references, which are never markup. */
        REFERENCES
    }

    /** Escapes a text within a line. */
    static String of(String text, Amount amount) {
        if (amount == Amount.ALL) {
            return of(text);
        }
        StringBuilder out = new StringBuilder();
        if (amount == Amount.REFERENCES) {
            text.codePoints().forEach(point -> {
                boolean isMark = point > ' ' && point < 0x7f && !Character.isLetterOrDigit(point);
                out.append(isMark ? "&#" + point + ";" : Character.toString(point));
            });
            return out.toString();
        }
        Matcher addresses = ADDRESS.matcher(text);
        int from = 0;
        while (addresses.find()) {
            out.append(of(text.substring(from, addresses.start()))).append(addresses.group());
            from = addresses.end();
        }
        return out.append(of(text.substring(from))).toString();
    }

    private static String of(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isMark = ANYWHERE.indexOf(c) >= 0
                    || c == '&' && isReference(text, i)
                    || c == '{' && (next(text, i) == '{' || closes(text, i))
                    || c == '^' && next(text, i) == '['
                    || c == '!' && next(text, i) == '[';
            if (isMark
                    && !(c == '_' && isWithinWord(text, i))
                    && !(c == '~' && next(text, i) != '~' && before(text, i) != '~')) {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }

    /** Escapes the beginning of a line, whose text is escaped already. */
    static String lineStart(String line) {
        if (line.isEmpty()) {
            return line;
        }
        char first = line.charAt(0);
        if (first == '#' || first == '>' || first == '|' || first == ':') {
            return "\\" + line;
        }
        if (first == '=' || (first == '-' || first == '+') && isBullet(line)) {
            return "\\" + line;
        }
        int digits = Characters.end(line, 0, Characters::isDigit);
        boolean isItem = digits > 0
                && digits < 10
                && digits < line.length()
                && ".)".indexOf(line.charAt(digits)) >= 0
                && (digits + 1 == line.length() || line.charAt(digits + 1) == ' ');
        return isItem ? line.substring(0, digits) + "\\" + line.substring(digits) : line;
    }

    private static boolean isBullet(String line) {
        return line.length() == 1 || line.charAt(1) == ' ' || line.chars().allMatch(c -> c == '-' || c == ' ');
    }

    private static boolean isReference(String text, int at) {
        String near = text.substring(at, Math.min(text.length(), at + LONGEST_REFERENCE));
        int end = near.indexOf(';');
        return end > 1 && near.substring(1, end).matches("#?[A-Za-z0-9]+");
    }

    /** Whether a brace at an index closes at the end of the text or of a line, where attributes stand. */
    private static boolean closes(String text, int at) {
        return text.lastIndexOf('}') > at;
    }

    /** Whether a low line stands between letters or digits, where it is no markup. */
    private static boolean isWithinWord(String text, int at) {
        return isWord(before(text, at)) && isWord(next(text, at));
    }

    private static boolean isWord(char c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }

    private static char next(String text, int at) {
        return at + 1 < text.length() ? text.charAt(at + 1) : 0;
    }

    private static char before(String text, int at) {
        return at > 0 ? text.charAt(at - 1) : 0;
    }
}
