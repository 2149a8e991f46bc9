package org.gongkai.markup.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Recognizes tokens at less-than signs. It follows the tokenizer of HTML where no text is lost; what a browser
 * would parse as a tag with unusual characters, or up to the end of the page, is no tag here: the sign
 * is text.
 */
public final class HtmlTokenizer {
    private final String text;
    /** Offset of the last greater-than sign, or -1. */
    private final int lastEnd;
    /** Least offset after which no comment is known to end, so that the text is scanned once. */
    private int noCommentEnds = Integer.MAX_VALUE;

    private int noCdataEnds = Integer.MAX_VALUE;

    /**
     * A token that begins at a less-than sign of typed HTML.
     *
     * @param kind what it is
     * @param start offset of the sign
     * @param end offset after its last character
     * @param name name of the element in lower case; the beginning, as typed, of any other token
     * @param attributes names in lower case and values, not decoded, in turn
     * @param closesItself whether it ends in a slash
     */
    public record Token(Kind kind, int start, int end, String name, List<String> attributes, boolean closesItself) {
        public enum Kind {
            OPEN,
            CLOSE,
            /** A comment. */
            COMMENT,
            /** {@code <![CDATA[…]]>}: a section that HTML does not define. */
            CDATA,
            /** {@code <!DOCTYPE …>}, {@code <?…?>}: a declaration or processing instruction. */
            DECLARATION,
            /** A token of a kind above without an end; its range covers its opening characters. */
            ENDLESS
        }

        Token(Kind kind, int start, int end, String name) {
            this(kind, start, end, name, List.of(), false);
        }

        public Token {
            attributes = List.copyOf(attributes);
        }

        public boolean isTag() {
            return kind == Kind.OPEN || kind == Kind.CLOSE;
        }
    }

    public HtmlTokenizer(String text) {
        this.text = text;
        this.lastEnd = text.lastIndexOf('>');
    }

    /** Whether a tag, comment or declaration may begin anywhere in a text. */
    public static boolean mayHoldMarkup(String text) {
        for (int i = text.indexOf('<'); i >= 0; i = text.indexOf('<', i + 1)) {
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if (next == '/' || next == '!' || next == '?' || (next < 128 && Character.isLetter(next))) {
                return true;
            }
        }
        return false;
    }

    /** Returns the token at this less-than sign, or {@code null} if the sign is text. */
    public Token at(int start) {
        char next = charAt(start + 1);
        return switch (next) {
            case '!' -> text.startsWith("--", start + 2) ? comment(start) : marked(start);
            case '?' -> instruction(start);
            case '/' -> isLetter(charAt(start + 2)) ? tag(start, start + 2, Token.Kind.CLOSE) : null;
            default -> isLetter(next) ? tag(start, start + 1, Token.Kind.OPEN) : null;
        };
    }

    /** Comments end as in HTML and CommonMark: at {@code -->} or {@code --!>}, the shortest ones at once. */
    private Token comment(int start) {
        if (charAt(start + 4) == '>') {
            return new Token(Token.Kind.COMMENT, start, start + 5, "<!--");
        }
        int dashes = text.indexOf("--", start + (text.startsWith("->", start + 4) ? 3 : 4));
        while (dashes >= 0 && dashes < lastEnd && start < noCommentEnds) {
            if (charAt(dashes + 2) == '>') {
                return new Token(Token.Kind.COMMENT, start, dashes + 3, "<!--");
            }
            if (text.startsWith("!>", dashes + 2)) {
                return new Token(Token.Kind.COMMENT, start, dashes + 4, "<!--");
            }
            dashes = text.indexOf("--", dashes + 1);
        }
        noCommentEnds = Math.min(noCommentEnds, start);
        return new Token(Token.Kind.ENDLESS, start, start + 4, "<!--");
    }

    private Token marked(int start) {
        boolean isCdata = text.startsWith("[CDATA[", start + 2);
        if (!isCdata && charAt(start + 2) != '[' && !isLetter(charAt(start + 2))) {
            return null;
        }
        int end = isCdata ? cdataEnd(start) : end(start);
        if (end > start) {
            Token.Kind kind = isCdata ? Token.Kind.CDATA : Token.Kind.DECLARATION;
            return new Token(kind, start, end, word(start));
        }
        return new Token(Token.Kind.ENDLESS, start, start + 2, word(start));
    }

    private int cdataEnd(int start) {
        int end = start < noCdataEnds ? text.indexOf("]]>", start) : -1;
        noCdataEnds = end < 0 ? Math.min(noCdataEnds, start) : noCdataEnds;
        return end < 0 ? -1 : end + 3;
    }

    /** {@code <?php … ?>} ends with {@code ?>}, {@code <?xml:namespace … />} like a tag. */
    private Token instruction(int start) {
        int end = end(start);
        if (end < 0 || (charAt(end - 2) != '?' && charAt(end - 2) != '/')) {
            int mark = start < lastEnd ? text.indexOf('?', start + 2) : -1;
            while (mark >= 0 && charAt(mark + 1) != '>' && text.charAt(mark - 1) != '<') {
                mark = text.indexOf('?', mark + 1);
            }
            end = mark >= 0 && charAt(mark + 1) == '>' ? mark + 2 : end;
        }
        return end > start
                ? new Token(Token.Kind.DECLARATION, start, end, word(start))
                : new Token(Token.Kind.ENDLESS, start, start + 2, word(start));
    }

    /** Offset after the next greater-than sign, or -1 if another tag begins before it. */
    private int end(int from) {
        int at = from + 1;
        while (from < lastEnd && charAt(at) != '>' && charAt(at) != '<') {
            at++;
        }
        return charAt(at) == '>' ? at + 1 : -1;
    }

    /** The beginning of a declaration: {@code <!DOCTYPE}, {@code <![CDATA[}, {@code <?php}. */
    private String word(int start) {
        int end = start + 2;
        while (isNameChar(charAt(end)) || (charAt(end) == '[' && end < start + 9)) {
            end++;
        }
        return text.substring(start, end);
    }

    private Token tag(int start, int nameStart, Token.Kind kind) {
        int nameEnd = nameStart;
        while (isNameChar(charAt(nameEnd))) {
            nameEnd++;
        }
        char after = charAt(nameEnd);
        if (!isBlank(after) && after != '/' && after != '>' || charAt(nameEnd - 1) == ':') {
            return null;
        }
        String name = text.substring(nameStart, nameEnd).toLowerCase(Locale.ROOT);
        List<String> attributes = new ArrayList<>();
        int at = nameEnd;
        while (start < lastEnd) {
            while (isBlank(charAt(at)) || charAt(at) == '/') {
                at++;
            }
            if (charAt(at) == '>') {
                boolean closesItself = charAt(at - 1) == '/';
                return new Token(kind, start, at + 1, name, attributes, closesItself);
            }
            int from = at;
            while (isAttributeChar(charAt(at))) {
                at++;
            }
            if (at == from && at < text.length() && charAt(at) != '<') {
                // No attribute name: the sign belongs to a comparison, an address or a sentence.
                return null;
            }
            if (at == from) {
                break;
            }
            attributes.add(text.substring(from, at).toLowerCase(Locale.ROOT));
            int equals = at;
            while (isBlank(charAt(equals))) {
                equals++;
            }
            attributes.add("");
            if (charAt(equals) == '=') {
                at = value(equals + 1, attributes);
                if (at < 0) {
                    break;
                }
            }
        }
        return new Token(Token.Kind.ENDLESS, start, nameEnd, text.substring(start, nameEnd));
    }

    /** Sets the value of the last attribute; returns the offset after it, or -1 if there is none. */
    private int value(int from, List<String> attributes) {
        int at = from;
        while (isBlank(charAt(at))) {
            at++;
        }
        char quote = charAt(at);
        boolean isQuoted = quote == '"' || quote == '\'';
        int start = isQuoted ? at + 1 : at;
        int end = isQuoted ? text.indexOf(quote, start) : -1;
        int next = end + 1;
        if (end < 0 || (!endsValue(charAt(next)) && text.substring(start, end).indexOf('>') >= 0)) {
            // Unquoted, or the closing quote is missing and the next one belongs to another tag.
            end = start;
            while (end < text.length() && charAt(end) != '>' && (isQuoted || !isBlank(charAt(end)))) {
                end++;
            }
            next = end;
        }
        if (end == text.length() || (end == next && text.substring(start, end).indexOf('<') >= 0)) {
            return -1;
        }
        attributes.set(attributes.size() - 1, text.substring(start, end));
        return next;
    }

    private static boolean endsValue(char c) {
        return isBlank(c) || c == '/' || c == '>';
    }

    private char charAt(int at) {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private static boolean isLetter(char c) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }

    private static boolean isNameChar(char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' || c == '.';
    }

    private static boolean isAttributeChar(char c) {
        return c > ' ' && c < 127 && "\"'<>=/".indexOf(c) < 0;
    }
}
