package org.gongkai.render.theme;

/**
 * Leaves out of the theme's own style sheets what only their readers need: comments and blanks. It knows no more of CSS
 * than these files use, and is applied to no others.
 */
final class CompactStyles {

    /** Characters beside which no blank is needed in a style sheet. */
    private static final String TIGHT = "{};,>";

    private CompactStyles() {}

    /** Returns a style sheet of the same rules. */
    static String of(String sheet) {
        StringBuilder out = new StringBuilder(sheet.length());
        boolean blank = false;
        for (int at = 0; at < sheet.length(); at++) {
            char c = sheet.charAt(at);
            if (sheet.startsWith("/*", at)) {
                at = sheet.indexOf("*/", at) + 1;
                blank = true;
            } else if (Character.isWhitespace(c)) {
                blank = true;
            } else {
                if (blank && needsBlank(out, c)) {
                    out.append(' ');
                }
                blank = false;
                if (c == '"' || c == '\'') {
                    int end = sheet.indexOf(c, at + 1);
                    out.append(sheet, at, end);
                    at = end;
                }
                out.append(c);
            }
        }
        return out.toString().replace(";}", "}") + "\n";
    }

    /** Returns whether a blank before a character separates something. A selector has none after its colons. */
    private static boolean needsBlank(StringBuilder out, char next) {
        char last = out.isEmpty() ? ';' : out.charAt(out.length() - 1);
        return last != ':' && TIGHT.indexOf(last) < 0 && TIGHT.indexOf(next) < 0;
    }
}
