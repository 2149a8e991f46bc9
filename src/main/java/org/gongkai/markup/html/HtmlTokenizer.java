package org.gongkai.markup.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Recognizes tokens at less-than signs. It follows the tokenizer of HTML where no text is lost; what a browser
 * would parse as a tag with unusual characters, or up to the end of the page, is no tag here: the sign
 * is text.
 */
public final class HtmlTokenizer {
    private static final Pattern BEGINNING = Pattern.compile("<[/!?A-Za-z]");

    /**
     * A value in quotation marks; one that holds a greater-than sign ends there, unless the mark behind it ends the
     * value: the closing mark is missing, and the next one belongs to another tag. Or a value without marks.
     */
    private static final String VALUE = "(?:\"([^\"]*+)\"(?=[\\s/>])|'([^']*+)'(?=[\\s/>])"
            + "|\"([^\">]*+)\"|'([^'>]*+)'|[\"']([^<>]*+)(?=>)|(?![\"'])([^\\s<>]*+)(?=[\\s>]))";

    private static final Pattern ATTRIBUTE =
            Pattern.compile("[\\s/]*+([!-~&&[^\"'<>=/]]++)(?:\\s*+=\\s*+" + VALUE + ")?+");
    /** A tag; one that another sign, the end of the text or half an attribute follows has no end. */
    private static final Pattern TAG = Pattern.compile("</?([A-Za-z][\\w.:-]*+)(?<!:)(?=[\\s/>])(?<attributes>(?:"
            + ATTRIBUTE + ")*+)[\\s/]*+(?:(?<end>>)|(?=[<=])|\\z)");
    /** The beginning of a declaration or an instruction: {@code <!DOCTYPE}, {@code <![if}, {@code <?php}. */
    private static final Pattern DECLARATION = Pattern.compile("<(?:\\?|!(?=[\\[A-Za-z]))[\\w:.\\[-]*+");
    /** {@code <?php … ?>} ends with {@code ?>}, all others like a tag. */
    private static final Pattern DECLARATION_END = Pattern.compile("\\?[^<]*?\\?>|[^<>]*+>");

    private static final String SECTION = "<![CDATA[";

    private final String text;
    /** Where the last ends of comments and of sections are; beyond them none is looked for. */
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
     */
    public record Token(Kind kind, int start, int end, String name, List<String> attributes) {
        public enum Kind {
            OPEN,
            CLOSE,
            /** A comment. */
            COMMENT,
            /** {@code <![CDATA[…]]>}: a section, which HTML does not define; its range covers its beginning. */
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
        this.lastSectionEnd = text.lastIndexOf("]]>");
    }

    /** Whether a tag, comment or declaration may begin anywhere in a text. */
    public static boolean mayHoldMarkup(String text) {
        return text.indexOf('<') >= 0 && BEGINNING.matcher(text).find();
    }

    /** Returns the token at this less-than sign, or {@code null} if the sign is text. */
    public Token at(int start) {
        if (text.startsWith("<!--", start)) {
            // The shortest ones are <!--> and <!--->.
            boolean ends = start + 2 <= lastCommentEnd;
            int end = ends ? text.indexOf("-->", start + 2) + "-->".length() : start + 2;
            return new Token(ends ? Token.Kind.COMMENT : Token.Kind.ENDLESS, start, end, "<!--", List.of());
        }
        if (text.startsWith(SECTION, start)) {
            Token.Kind kind = start < lastSectionEnd ? Token.Kind.CDATA : Token.Kind.ENDLESS;
            return new Token(kind, start, start + 2, SECTION, List.of());
        }
        Matcher declaration = DECLARATION.matcher(text).region(start, text.length());
        if (declaration.lookingAt()) {
            Matcher end = DECLARATION_END.matcher(text).region(start + 1, text.length());
            boolean ends = end.lookingAt();
            Token.Kind kind = ends ? Token.Kind.DECLARATION : Token.Kind.ENDLESS;
            return new Token(kind, start, ends ? end.end() : start + 2, declaration.group(), List.of());
        }
        Matcher tag = TAG.matcher(text).region(start, text.length());
        if (!tag.lookingAt()) {
            // No attribute name: the sign belongs to a comparison, an address or a sentence.
            return null;
        }
        if (tag.group("end") == null) {
            return new Token(Token.Kind.ENDLESS, start, tag.end(1), text.substring(start, tag.end(1)), List.of());
        }
        Token.Kind kind = text.charAt(start + 1) == '/' ? Token.Kind.CLOSE : Token.Kind.OPEN;
        List<String> attributes = attributes(tag.group("attributes"));
        return new Token(kind, start, tag.end(), tag.group(1).toLowerCase(Locale.ROOT), attributes);
    }

    private static List<String> attributes(String typed) {
        List<String> attributes = new ArrayList<>();
        // What follows the tag decides where a value ends.
        Matcher attribute = ATTRIBUTE.matcher(typed + ">");
        while (attribute.lookingAt()) {
            attributes.add(attribute.group(1).toLowerCase(Locale.ROOT));
            attributes.add(IntStream.rangeClosed(2, attribute.groupCount())
                    .mapToObj(attribute::group)
                    .filter(value -> value != null)
                    .findFirst()
                    .orElse(""));
            attribute.region(attribute.end(), typed.length() + 1);
        }
        return attributes;
    }
}
