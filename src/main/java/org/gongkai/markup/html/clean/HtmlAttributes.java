package org.gongkai.markup.html.clean;

/** Decides which values of attributes may stand in a page. */
public final class HtmlAttributes {
    private HtmlAttributes() {}

    /** Whether an attribute may have this value; false for every attribute that is not known. */
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
        if (from >= text.length()) {
            return false;
        }
        for (int i = from; i < text.length(); i++) {
            if (!isNameChar(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNameChar(char c) {
        return c == '-' || c == '_' || c == ':' || c == '.' || Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }
}
