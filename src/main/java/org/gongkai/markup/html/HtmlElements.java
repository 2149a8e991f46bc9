package org.gongkai.markup.html;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Properties of HTML elements by name. */
public final class HtmlElements {
    /** The element around every table: it scrolls by itself on a narrow screen and can be reached by keyboard. */
    public static final String TABLE_FRAME =
            "<div class=\"table-wrap\" tabindex=\"0\" role=\"group\" aria-label=\"表格\">";

    public static final String TABLE_FRAME_END = "</div>";

    /** Elements that may be shown and are blocks of their own. */
    public static final Set<String> BLOCKS =
            Set.of(("p h1 h2 h3 h4 h5 h6 div section aside address ul ol li dl dt dd blockquote pre hr"
                            + " details summary table caption colgroup col thead tbody tfoot tr th td figure figcaption")
                    .split(" "));

    /** Elements that may be shown within running text. */
    private static final Set<String> INLINE = Set.of(
            "img", "a", "abbr", "b", "bdi", "br", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q",
            "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
            "input");

    /** Elements that may be shown. */
    public static final Set<String> ALLOWED =
            Stream.concat(BLOCKS.stream(), INLINE.stream()).collect(Collectors.toUnmodifiableSet());

    /** Elements without content and end tag. */
    public static final Set<String> VOID = Set.of("br", "hr", "img", "input", "col", "wbr");

    /** Elements in which white space is not shown; a line break follows their start tag. */
    static final Set<String> LINE_AFTER_OPEN = Set.of("table", "thead", "tbody", "tfoot", "tr", "ul", "ol", "dl");

    /** Elements whose end tag a line break follows. */
    static final Set<String> LINE_AFTER_CLOSE =
            Set.of("caption", "thead", "tbody", "tfoot", "tr", "th", "td", "li", "dt", "dd");

    /** Elements that contain a program, not text, and go with it. */
    static final Set<String> PROGRAMS = Set.of("script", "style", "head");

    /** Elements that swallow the text after them: browsers do not show their content as part of the text. */
    private static final Set<String> SWALLOWING =
            Set.of(("script style head title textarea xmp listing plaintext comment iframe noembed noframes noscript"
                            + " select svg math template object applet frameset")
                    .split(" "));

    private HtmlElements() {}

    /** Finds the beginnings of tags, which are typed with or without capital letters. */
    static Pattern tags(String beginning) {
        return Pattern.compile(beginning + "(?=[\\x00- />])", Pattern.CASE_INSENSITIVE);
    }

    /** Whether text after the start tag of this element may be swallowed by it. */
    static boolean swallows(String name) {
        return SWALLOWING.contains(name);
    }

    /** Whether its tag in a sentence is most likely meant as text. */
    public static boolean isMentioned(String name) {
        return swallows(name) || name.equals("option") || name.equals("optgroup");
    }
}
