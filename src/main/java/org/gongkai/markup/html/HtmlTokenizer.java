package org.gongkai.markup.html;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognizes tokens at less-than signs. It follows the tokenizer of HTML where no text is lost; what a browser
 * would parse as a tag with unusual characters, or up to the end of the page, is no tag here: the sign
 * is text.
 */
public final class HtmlTokenizer {
    /** A name, and perhaps a value in quotation marks or without them. If one mark is missing, the tag has no end. */
    private static final String ATTRIBUTE =
            "[\\s/]*+[!-~&&[^\"'<>=/]]++" + "(?:\\s*+=\\s*+(?:\"[^\"]*+\"|'[^']*+'|(?![\"'])[^\\s<>]*+)(?=[\\s/>]))?+";

    /** A tag; one that another sign, the end of the text or half an attribute follows has no end. */
    private static final Pattern TAG = Pattern.compile(
            "</?([A-Za-z][\\w.:-]*+)(?<!:)(?=[\\s/>])(?:" + ATTRIBUTE + ")*+[\\s/]*+(?:(?<end>>)|(?=[<=])|\\z)");
    /** The beginning of a declaration or an instruction: {@code <!DOCTYPE}, {@code <![if}, {@code <?php}. */
    private static final Pattern DECLARATION = Pattern.compile("<(?:\\?|!(?=[\\[A-Za-z]))[\\w:.\\[-]*+");
    /** {@code <?php … ?>} ends with {@code ?>}, all others like a tag. */
    private static final Pattern DECLARATION_END = Pattern.compile("\\?[^<]*?\\?>|[^<>]*+>");

    private static final String SECTION = "<![CDATA[";

    private final String text;
    /** Where the last end of comments is; beyond it none is looked for. */
    private final int lastCommentEnd;

    /**
     * A token that begins at a less-than sign of typed HTML.
     *
     * @param kind what it is
     * @param start offset of the sign
     * @param end offset after its last character
     * @param name name of the element in lower case; the beginning, as typed, of any other token
     */
    public record Token(Kind kind, int start, int end, String name) {
        public enum Kind {
            OPEN,
            CLOSE,
            /** A comment. */
            COMMENT,
            /** {@code <![CDATA[}: the beginning of a section, which HTML does not define. */
            CDATA,
            /** {@code <!DOCTYPE …>}, {@code <?…?>}: a declaration or processing instruction. */
            DECLARATION,
            /** A token of a kind above without an end; its range covers its opening characters. */
            ENDLESS
        }

        public boolean isTag() {
            return kind == Kind.OPEN || kind == Kind.CLOSE;
        }
    }

    public HtmlTokenizer(String text) {
        this.text = text;
        this.lastCommentEnd = text.lastIndexOf("-->");
    }

    /** Returns the token at this less-than sign, or {@code null} if the sign is text. */
    public Token at(int start) {
        if (text.startsWith("<!--", start)) {
            // The shortest ones are <!--> and <!--->.
            boolean ends = start + 2 <= lastCommentEnd;
            return token(Token.Kind.COMMENT, start, ends ? text.indexOf("-->", start + 2) + 3 : 0, "<!--");
        }
        if (text.startsWith(SECTION, start)) {
            return token(Token.Kind.CDATA, start, start + 2, SECTION);
        }
        Matcher declaration = DECLARATION.matcher(text).region(start, text.length());
        if (declaration.lookingAt()) {
            Matcher end = DECLARATION_END.matcher(text).region(start + 1, text.length());
            return token(Token.Kind.DECLARATION, start, end.lookingAt() ? end.end() : 0, declaration.group());
        }
        Matcher tag = TAG.matcher(text).region(start, text.length());
        if (!tag.lookingAt()) {
            // No attribute name: the sign belongs to a comparison, an address or a sentence.
            return null;
        }
        if (tag.group("end") == null) {
            return new Token(Token.Kind.ENDLESS, start, tag.end(1), text.substring(start, tag.end(1)));
        }
        Token.Kind kind = text.charAt(start + 1) == '/' ? Token.Kind.CLOSE : Token.Kind.OPEN;
        return new Token(kind, start, tag.end(), tag.group(1).toLowerCase(Locale.ROOT));
    }

    private static Token token(Token.Kind kind, int start, int end, String name) {
        return end > 0 ? new Token(kind, start, end, name) : new Token(Token.Kind.ENDLESS, start, start + 2, name);
    }
}
