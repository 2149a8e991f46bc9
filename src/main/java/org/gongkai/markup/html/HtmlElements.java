package org.gongkai.markup.html;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.io.TextResource;

/** Which elements and attributes may stand in a page, and what is known of elements by their names. */
public final class HtmlElements {
    /** Letters of any script, digits, hyphens, low lines, colons and full stops. */
    private static final Pattern ID = Pattern.compile("[-\\w:.\\p{L}\\p{Nd}\\x{10000}-\\x{10FFFF}]+");

    /** Attributes, those of one element behind its name, and patterns of their values. */
    private static final Map<String, Pattern> ATTRIBUTES =
            TextResource.list(HtmlElements.class, "attributes.txt").stream()
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(line -> line[0], line -> Pattern.compile(line[1], Pattern.DOTALL)));

    private static final Map<String, String> LISTS = TextResource.list(HtmlElements.class, "elements.txt").stream()
            .map(line -> line.split("=", 2))
            .collect(Collectors.toUnmodifiableMap(line -> line[0], line -> line[1], (one, more) -> one + " " + more));

    /** The element around every table: it scrolls by itself on a narrow screen and can be reached by keyboard. */
    public static final String TABLE_FRAME =
            "<div class=\"table-wrap\" tabindex=\"0\" role=\"group\" aria-label=\"表格\">";

    public static final String TABLE_FRAME_END = "</div>";

    /** Elements that may be shown and are blocks of their own. */
    public static final Set<String> BLOCKS = names("blocks");

    /** Elements that may be shown within running text. */
    private static final Set<String> INLINE = names("inline");

    /** Elements that may be shown. */
    public static final Set<String> ALLOWED =
            Stream.concat(BLOCKS.stream(), INLINE.stream()).collect(Collectors.toUnmodifiableSet());

    /** Elements without content and end tag. */
    public static final Set<String> VOID = names("void");

    /** Elements in which white space is not shown; a line break follows their start tag. */
    static final Set<String> LINE_AFTER_OPEN = names("line-after-open");

    /** Elements whose end tag a line break follows. */
    static final Set<String> LINE_AFTER_CLOSE = names("line-after-close");

    /** Elements that contain a program, not text, and go with it. */
    static final Set<String> PROGRAMS = names("programs");

    /** Elements that swallow the text after them: browsers do not show their content as part of the text. */
    private static final Set<String> SWALLOWING = names("swallowing");

    private HtmlElements() {}

    /** The names in a list of the file. */
    static Set<String> names(String list) {
        return Set.of(LISTS.get(list).split(" "));
    }

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

    /** Whether an element may have an attribute with this value. */
    static boolean isAllowed(String element, String key, String value) {
        Pattern values = ATTRIBUTES.getOrDefault(element + " " + key, ATTRIBUTES.get(key));
        return values != null && values.matcher(value).matches();
    }

    /** Whether the name of a language may be a class. */
    public static boolean isClass(String language) {
        return isAllowed("code", "class", language);
    }

    /** Whether a text from an offset on may be the id of a heading or a paragraph. */
    public static boolean isName(String text, int from) {
        return ID.matcher(text).region(from, text.length()).matches();
    }
}
