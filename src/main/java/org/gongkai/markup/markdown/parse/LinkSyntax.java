package org.gongkai.markup.markdown.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scans the parts of links as CommonMark 0.31.2 §6.3 defines them, and addresses with spaces, which file names often
 * contain. Every other method takes a text and an offset and returns the offset after what it found, or -1.
 */
final class LinkSyntax {
    /** Maximum length of a title or address; bounds the cost of hostile texts. */
    private static final int LONGEST = 4000;

    /** Maximum nesting of parentheses in an address, as in the reference implementation of CommonMark. */
    private static final int DEEPEST = 32;

    private static final Pattern BLANKS = Pattern.compile("[ \\t]*+(?:\n[ \\t]*+)?");
    private static final Pattern POINTED = Pattern.compile("<(?:[^<>\n\\\\]|\\\\[^\n])*+>");

    /** In quotation marks, Chinese ones among them, or in parentheses. */
    private static final Pattern TITLE = Pattern.compile(
            "(?:\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+'|\\((?:[^()\\\\]|\\\\.)*+\\)"
                    + "|“(?:[^”\\\\]|\\\\.)*+”|‘(?:[^’\\\\]|\\\\.)*+’)",
            Pattern.DOTALL);

    private LinkSyntax() {}

    /** The offset after what a pattern matches at an offset, before a limit; -1 if it does not. */
    private static int end(Pattern pattern, CharSequence text, int from, int limit) {
        Matcher found = pattern.matcher(text).region(Math.min(from, limit), limit);
        return found.lookingAt() ? found.end() : -1;
    }

    /** Skips white space with at most one line break. */
    static int blanks(CharSequence text, int from) {
        return end(BLANKS, text, from, text.length());
    }

    /** Scans a destination: in {@code <>} on one line, or without spaces and with balanced parentheses. */
    static int destination(CharSequence text, int from) {
        boolean isPointed = from < text.length() && text.charAt(from) == '<';
        return isPointed ? end(POINTED, text, from, text.length()) : plain(text, from);
    }

    private static int plain(CharSequence text, int from) {
        int depth = 0;
        int at = from;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c <= ' ' || c == 0x7f || (c == ')' && depth == 0)) {
                break;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth > DEEPEST) {
                return -1;
            }
            at += c == '\\' && isEscapable(text, at + 1) ? 1 : 0;
        }
        return depth == 0 ? at : -1;
    }

    /** Scans a title. */
    static int title(CharSequence text, int from) {
        return end(TITLE, text, from, Math.min(text.length(), from + LONGEST));
    }

    /**
     * Scans an address with spaces, on one line, before the closing parenthesis of the link or its title. It must
     * look like a path; otherwise words in brackets before words in parentheses would be links.
     */
    static int spacedDestination(CharSequence text, int from) {
        int depth = 0;
        int end = -1;
        boolean isPath = false;
        int last = Math.min(text.length(), from + LONGEST);
        for (int i = from; i < last; i++) {
            char c = text.charAt(i);
            boolean mayOpenTitle =
                    i > from && text.charAt(i - 1) == ' ' && (c == '(' ? isPath : "\"'“‘".indexOf(c) >= 0);
            int title = mayOpenTitle ? title(text, i) : -1;
            if (title > 0 && closesLink(text, title)) {
                end = i;
                break;
            }
            boolean isTornTitle = mayOpenTitle && (title < 0 || c == '"' || c == '\'');
            if (c < ' ' || c == '<' || isTornTitle) {
                return -1;
            }
            if (c == ')' && depth-- == 0) {
                end = i;
                break;
            }
            depth += c == '(' ? 1 : 0;
            isPath |= c == '.' || c == '/' || c == '#';
            i += c == '\\' && isEscapable(text, i + 1) ? 1 : 0;
        }
        while (end > from && text.charAt(end - 1) == ' ') {
            end--;
        }
        return isPath && end > from ? end : -1;
    }

    /** Whether only white space precedes the closing parenthesis of a link. */
    static boolean closesLink(CharSequence text, int from) {
        int at = blanks(text, from);
        return at < text.length() && text.charAt(at) == ')';
    }

    private static boolean isEscapable(CharSequence text, int at) {
        char c = at < text.length() ? text.charAt(at) : 0;
        return c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c);
    }
}
