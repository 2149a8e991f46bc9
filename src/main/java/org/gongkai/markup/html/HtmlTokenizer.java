package org.gongkai.markup.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gongkai.text.Characters;

/**
 * Recognizes tokens at less-than signs. It follows the tokenizer of HTML where no text is lost; what a browser
 * would parse as a tag with unusual characters, or up to the end of the page, is no tag here: the sign
 * is text.
 */
public final class HtmlTokenizer {
    private static final Pattern NAME = Pattern.compile("</?([A-Za-z][\\w.:-]*+)(?<!:)(?=[\\s/>])");
    /** The name of an attribute, behind blanks, and an equals sign if there is one. */
    private static final Pattern ATTRIBUTE = Pattern.compile("[\\s/]*+([!-~&&[^\"'<>=/]]++)(?:\\s*+(=))?+");
    /**
     * A value in quotation marks; one that holds a greater-than sign ends there, unless the mark behind it ends the
     * value: the closing mark is missing, and the next one belongs to another tag. Or a value without marks.
     */
    private static final Pattern VALUE = Pattern.compile("\\s*+(?:\"([^\"]*+)\"(?=[\\s/>])|'([^']*+)'(?=[\\s/>])"
            + "|\"([^\">]*+)\"|'([^'>]*+)'|[\"']([^<>]*+)(?=>)|(?![\"'])([^\\s<>]*+)(?=[\\s>]))");

    private static final String CDATA = "<![CDATA[";
    private static final Pattern COMMENT_END = Pattern.compile("--!?+>");

    /** The beginning of a declaration or an instruction: {@code <!DOCTYPE}, {@code <![if}, {@code <?php}. */
    private static final Pattern DECLARATION = Pattern.compile("<(?:\\?|!(?=[\\[A-Za-z]))[\\w:.\\[-]*+");

    private final String text;
    /** Offset of the last greater-than sign, or -1. */
    private final int lastEnd;
    /** Offsets of the last ends of comments and of sections; beyond them a beginning is not looked for again. */
    private final int lastCommentEnd;

    private final int lastSectionEnd;

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

        public boolean isTag() {
            return kind == Kind.OPEN || kind == Kind.CLOSE;
        }
    }

    public HtmlTokenizer(String text) {
        this.text = text;
        this.lastEnd = text.lastIndexOf('>');
        this.lastCommentEnd = Math.max(text.lastIndexOf("-->"), text.lastIndexOf("--!>"));
        this.lastSectionEnd = text.lastIndexOf("]]>");
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
        if (text.startsWith("<!--", start)) {
            return comment(start);
        }
        if (text.startsWith(CDATA, start)) {
            boolean ends = start < lastSectionEnd;
            int end = ends ? text.indexOf("]]>", start) + "]]>".length() : start + 2;
            return new Token(ends ? Token.Kind.CDATA : Token.Kind.ENDLESS, start, end, CDATA);
        }
        Matcher declaration = DECLARATION.matcher(text).region(start, text.length());
        if (declaration.lookingAt()) {
            int end = charAt(start + 1) == '?' ? instructionEnd(start) : end(start);
            Token.Kind kind = end < 0 ? Token.Kind.ENDLESS : Token.Kind.DECLARATION;
            return new Token(kind, start, end < 0 ? start + 2 : end, declaration.group());
        }
        return tag(start, charAt(start + 1) == '/' ? Token.Kind.CLOSE : Token.Kind.OPEN);
    }

    /** Comments end as in HTML and CommonMark: at {@code -->} or {@code --!>}, the shortest ones at once. */
    private Token comment(int start) {
        if (charAt(start + 4) == '>') {
            return new Token(Token.Kind.COMMENT, start, start + 5, "<!--");
        }
        Matcher end = COMMENT_END.matcher(text);
        boolean ends = start < lastCommentEnd && end.find(start + (text.startsWith("->", start + 4) ? 3 : 4));
        return new Token(ends ? Token.Kind.COMMENT : Token.Kind.ENDLESS, start, ends ? end.end() : start + 4, "<!--");
    }

    /** {@code <?php … ?>} ends with {@code ?>}, {@code <?xml:namespace … />} like a tag. */
    private int instructionEnd(int start) {
        int end = end(start);
        if (end >= 0 && (charAt(end - 2) == '?' || charAt(end - 2) == '/')) {
            return end;
        }
        int mark = start < lastEnd ? text.indexOf('?', start + 2) : -1;
        while (mark >= 0 && charAt(mark + 1) != '>' && text.charAt(mark - 1) != '<') {
            mark = text.indexOf('?', mark + 1);
        }
        return mark >= 0 && charAt(mark + 1) == '>' ? mark + 2 : end;
    }

    /** Offset after the next greater-than sign, or -1 if another tag begins before it. */
    private int end(int from) {
        int at = from < lastEnd ? Characters.end(text, from + 1, c -> c != '>' && c != '<') : from;
        return charAt(at) == '>' ? at + 1 : -1;
    }

    private Token tag(int start, Token.Kind kind) {
        Matcher name = NAME.matcher(text).region(start, text.length());
        if (!name.lookingAt()) {
            return null;
        }
        List<String> attributes = new ArrayList<>();
        Matcher attribute = ATTRIBUTE.matcher(text);
        Matcher value = VALUE.matcher(text);
        int at = name.end();
        while (start < lastEnd && attribute.region(at, text.length()).lookingAt()) {
            at = attribute.end();
            String typed = "";
            if (attribute.group(2) != null) {
                if (!value.region(at, text.length()).lookingAt()) {
                    return endless(start, name);
                }
                at = value.end();
                typed = IntStream.rangeClosed(1, value.groupCount())
                        .mapToObj(value::group)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("");
            }
            attributes.add(attribute.group(1).toLowerCase(Locale.ROOT));
            attributes.add(typed);
        }
        at = Characters.end(text, at, c -> " \n\t\r\f/".indexOf(c) >= 0);
        if (start < lastEnd && charAt(at) == '>') {
            boolean closesItself = charAt(at - 1) == '/';
            String element = name.group(1).toLowerCase(Locale.ROOT);
            return new Token(kind, start, at + 1, element, attributes, closesItself);
        }
        // No attribute name: the sign belongs to a comparison, an address or a sentence.
        return start < lastEnd && at < text.length() && charAt(at) != '<' ? null : endless(start, name);
    }

    private static Token endless(int start, Matcher name) {
        return new Token(Token.Kind.ENDLESS, start, name.end(), name.group());
    }

    private char charAt(int at) {
        return at < text.length() ? text.charAt(at) : 0;
    }
}
