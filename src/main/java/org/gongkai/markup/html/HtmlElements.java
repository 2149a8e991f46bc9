package org.gongkai.markup.html;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.io.TextResource;

/** Which elements and attributes may stand in a page, and what is known of elements by their names. */
public final class HtmlElements {
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

    /** Elements that may be shown and are blocks of their own. */
    public static final Set<String> BLOCKS = names("blocks");

    /** Elements that may be shown: blocks, and those within running text. */
    public static final Set<String> ALLOWED = names("blocks", "inline");

    /** Elements without content and end tag. */
    public static final Set<String> VOID = names("void");

    /** Elements in which white space is not shown; a line break follows their start tag. */
    static final Set<String> LINE_AFTER_OPEN = names("line-after-open");

    /** Elements whose end tag a line break follows. */
    static final Set<String> LINE_AFTER_CLOSE = names("line-after-close");

    /** Elements that contain a program, not text, and go with it. */
    static final Set<String> PROGRAMS = names("programs");

    /** Elements that swallow the text after them: browsers do not show their content as part of the text. */
    static final Set<String> SWALLOWING = names("swallowing");

    /** Elements whose tags in a sentence are most likely meant as text. */
    public static final Set<String> MENTIONED = names("swallowing", "options");

    private HtmlElements() {}

    /** The names in lists of the file. */
    static Set<String> names(String... lists) {
        return Stream.of(lists)
                .flatMap(list -> Stream.of(LISTS.get(list).split(" ")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Finds the beginnings of tags, which are typed with or without capital letters. */
    static Pattern tags(String beginning) {
        return Pattern.compile(beginning + "(?=[\\x00- />])", Pattern.CASE_INSENSITIVE);
    }

    /** Whether an element may have an attribute with this value. */
    public static boolean isAllowed(String element, String key, String value) {
        Pattern values = ATTRIBUTES.getOrDefault(element + " " + key, ATTRIBUTES.get(key));
        return values != null && values.matcher(value).matches();
    }
}
