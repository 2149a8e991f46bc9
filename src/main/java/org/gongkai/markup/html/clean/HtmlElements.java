package org.gongkai.markup.html.clean;

import java.util.Set;

/** What is known of the elements of HTML by their names. */
public final class HtmlElements {
    /** May be shown. */
    public static final Set<String> ALLOWED = Set.of(
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "div",
            "section",
            "aside",
            "address",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "blockquote",
            "pre",
            "hr",
            "details",
            "summary",
            "table",
            "caption",
            "colgroup",
            "col",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "th",
            "td",
            "figure",
            "figcaption",
            "img",
            "a",
            "abbr",
            "b",
            "bdi",
            "br",
            "cite",
            "code",
            "del",
            "dfn",
            "em",
            "i",
            "ins",
            "kbd",
            "mark",
            "q",
            "rp",
            "rt",
            "ruby",
            "s",
            "samp",
            "small",
            "span",
            "strong",
            "sub",
            "sup",
            "time",
            "u",
            "var",
            "wbr",
            "input");

    /** Elements without content and end tag. */
    public static final Set<String> VOID = Set.of("br", "hr", "img", "input", "col", "wbr");

    /** Elements that a line break follows, because the sanitizer drops the white space in them. */
    public static final Set<String> LINE_AFTER_OPEN =
            Set.of("table", "thead", "tbody", "tfoot", "tr", "ul", "ol", "dl");

    /** Elements whose end tag a line break follows, because the sanitizer drops the white space behind them. */
    public static final Set<String> LINE_AFTER_CLOSE =
            Set.of("caption", "thead", "tbody", "tfoot", "tr", "th", "td", "li", "dt", "dd");

    /** Hold a program, not text. */
    static final Set<String> CODE = Set.of("script", "style", "head");

    /** Hold text in which tags are characters. */
    static final Set<String> LITERAL = Set.of("title", "textarea", "xmp", "listing", "plaintext", "comment");

    /**
     * A browser shows what they hold not at all or not as a part of the text, to the end of the page if they
     * have none.
     */
    private static final Set<String> HIDING = Set.of(
            "iframe",
            "noembed",
            "noframes",
            "noscript",
            "select",
            "svg",
            "math",
            "template",
            "object",
            "applet",
            "frameset");

    /** Hold one piece of running text. */
    private static final Set<String> PIECES = Set.of(
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "dt",
            "dd",
            "th",
            "td",
            "caption",
            "summary",
            "figcaption",
            "address");

    private HtmlElements() {}

    /** Whether what follows the tag of this element may be lost in it. */
    static boolean swallows(String name) {
        return CODE.contains(name) || LITERAL.contains(name) || HIDING.contains(name);
    }

    /** Whether its tag, typed in a sentence, is most likely what the sentence is about. */
    public static boolean isSpokenOf(String name) {
        return swallows(name) || name.equals("option") || name.equals("optgroup");
    }

    /** Whether running text does not go on behind its end. */
    static boolean isPiece(String name) {
        return PIECES.contains(name);
    }
}
