package org.gongkai.markup.html;

import java.util.Set;

/** Decides which attributes may stand in a page, and which values they may have. */
public final class HtmlAttributes {
    private static final Set<String> SECTIONS = Set.of("div", "section", "aside");
    private static final Set<String> ROLES = Set.of("region", "group", "doc-endnotes", "note");
    private static final Set<String> DIRECTIONS = Set.of("ltr", "rtl", "auto");
    private static final Set<String> SCOPES = Set.of("col", "row", "colgroup", "rowgroup");
    private static final Set<String> NUMBERINGS = Set.of("1", "a", "A", "i", "I");
    private static final int LONGEST_ID = 200;

    private HtmlAttributes() {}

    /** Whether an element may have an attribute with this value; addresses are checked where they are written. */
    static boolean isAllowed(String element, String key, String value) {
        return switch (key) {
            // Any id without white space; it is escaped where it is written.
            case "id" ->
                !value.isEmpty()
                        && value.length() <= LONGEST_ID
                        && value.chars().noneMatch(Character::isWhitespace);
            case "class", "lang", "title" -> isAllowed(key, value);
            case "aria-label" -> true;
            case "dir" -> DIRECTIONS.contains(value);
            case "role" -> SECTIONS.contains(element) && ROLES.contains(value);
            case "tabindex" -> element.equals("div") && value.equals("0");
            case "href" -> element.equals("a");
            case "src", "alt" -> element.equals("img");
            case "loading" -> element.equals("img") && value.equals("lazy");
            case "width", "height" -> element.equals("img") && isAllowed(key, value);
            case "colspan", "rowspan" -> (element.equals("td") || element.equals("th")) && isAllowed(key, value);
            case "scope" -> element.equals("th") && SCOPES.contains(value);
            case "start" -> element.equals("ol") && isAllowed(key, value);
            case "type" -> element.equals("ol") && NUMBERINGS.contains(value) || element.equals("input");
            case "reversed" -> element.equals("ol");
            case "datetime" -> element.equals("time");
            case "checked", "disabled" -> element.equals("input");
            default -> false;
        };
    }

    /** Whether an attribute of a block in braces may have this value; false for every attribute that is not known. */
    public static boolean isAllowed(String key, String value) {
        return switch (key) {
            case "id" -> isName(value, 0);
            // Names of languages hold more than names of ids do: c++, c#, objective-c.
            case "class" -> value.chars().allMatch(c -> c >= ' ' && c != 0x7f && "\"'<>&`=".indexOf(c) < 0);
            case "lang" -> !value.isEmpty() && value.chars().allMatch(c -> c < 128 && isNameChar((char) c));
            case "width", "height" -> isNumber(value.endsWith("%") ? value.substring(0, value.length() - 1) : value, 4);
            case "colspan", "rowspan" -> isNumber(value, 3);
            case "start" -> isNumber(value, 9);
            default -> key.equals("title");
        };
    }

    private static boolean isNumber(String value, int digits) {
        return !value.isEmpty() && value.length() <= digits && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /**
     * Whether a text from an offset on is a name: letters of any script, digits, hyphens, low lines, colons and full
     * stops.
     */
    public static boolean isName(String text, int from) {
        return from < text.length() && text.substring(from).chars().allMatch(c -> isNameChar((char) c));
    }

    private static boolean isNameChar(char c) {
        return c == '-' || c == '_' || c == ':' || c == '.' || Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }
}
