package org.gongkai.markup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes AsciiDoc's single marks work beside Han. {@code *重点*工作} is bold only with blanks around it, which Chinese has
 * not; doubled marks ({@code **重点**工作}) need none. So single marks that touch a Chinese character are doubled, outside
 * of code, comments, passthroughs, addresses and attribute lists. Lines stay lines.
 */
final class AsciiDocMarks {
    private static final Pattern BLOCK = Pattern.compile("(-{4,}|\\.{4,}|\\+{4,}|/{4,}|`{3,})[A-Za-z0-9,]*\\s*");
    private static final Pattern VERBATIM_STYLE =
            Pattern.compile("\\[(source|listing|literal|pass|stem|latexmath|asciimath|comment)\\b.*]\\s*");
    /** What holds no running text: macros, addresses, references, attributes, code, passthroughs. */
    private static final Pattern OPAQUE =
            Pattern.compile("[A-Za-z]+::?[^\\s\\[\\]]*\\[|https?://[^\\s\\[\\]]+|<<[^>]*>>|"
                    + "\\{[^}]*}|\\[[^\\]]*]|`[^`]*`|\\++[^+]*\\++|\\\\[*_#]");

    /** An address with a text, typed right after Chinese, where AsciiDoc does not look for one. */
    private static final Pattern ADDRESS =
            Pattern.compile("([\\u2e80-\\u9fff\\u2014\\u201c\\u2018\\uff00-\\uffee])(https?://[^\\s\\[\\]<>]+\\[)");

    private AsciiDocMarks() {}

    static String prepare(String text) {
        String[] lines = text.split("\n", -1);
        String fence = "";
        boolean verbatim = false;
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            Matcher block = BLOCK.matcher(line);
            if (!fence.isEmpty()) {
                fence = line.stripTrailing().equals(fence) ? "" : fence;
            } else if (block.matches()) {
                fence = block.group(1);
                verbatim = false;
            } else if (line.isBlank()) {
                verbatim = false;
            } else if (VERBATIM_STYLE.matcher(line).matches()) {
                verbatim = true;
            } else if (!verbatim && isText(line, i > 0 && lines[i - 1].isBlank())) {
                lines[i] = ADDRESS.matcher(line(line)).replaceAll("$1link:$2");
            }
        }
        return String.join("\n", lines);
    }

    private static boolean isText(String line, boolean afterBlank) {
        char first = line.charAt(0);
        boolean literal =
                (first == ' ' || first == '\t') && afterBlank && !line.strip().matches("[*.\\-]+ .*");
        boolean comment = line.startsWith("//");
        boolean attribute = first == ':' && line.indexOf(':', 1) > 0;
        boolean list = first == '[' && line.stripTrailing().endsWith("]");
        return !literal && !comment && !attribute && !list;
    }

    private static String line(String line) {
        boolean[] opaque = opaque(line);
        StringBuilder out = new StringBuilder(line.length() + 8);
        for (int i = 0; i < line.length(); i++) {
            int close = closing(line, i, opaque);
            if (close < 0) {
                out.append(line.charAt(i));
                continue;
            }
            char mark = line.charAt(i);
            out.append(mark).append(mark);
            String inner = line.substring(i + 1, close);
            out.append(mark == '`' ? inner : line(inner)).append(mark).append(mark);
            i = close;
        }
        return out.toString();
    }

    /** Where the single mark at this place closes, if it has to be doubled; otherwise -1. */
    private static int closing(String line, int open, boolean[] opaque) {
        char mark = line.charAt(open);
        if ("*_#`".indexOf(mark) < 0 || (opaque[open] && mark != '`') || isDoubled(line, open)) {
            return -1;
        }
        char before = open == 0 ? ' ' : line.charAt(open - 1);
        boolean opens = open + 1 < line.length() && !isBlank(line.charAt(open + 1)) && mayTouch(before);
        if (!opens || before == '\\' || before == ']') {
            return -1;
        }
        for (int i = open + 1; i < line.length(); i++) {
            if (line.charAt(i) != mark || (opaque[i] && mark != '`')) {
                continue;
            }
            char after = i + 1 == line.length() ? ' ' : line.charAt(i + 1);
            boolean closes = i > open + 1 && !isBlank(line.charAt(i - 1)) && mayTouch(after) && after != mark;
            return closes && (isHan(before) || isHan(after)) ? i : -1;
        }
        return -1;
    }

    private static boolean[] opaque(String line) {
        boolean[] opaque = new boolean[line.length()];
        Matcher matcher = OPAQUE.matcher(line);
        while (matcher.find()) {
            for (int i = matcher.start(); i < matcher.end(); i++) {
                opaque[i] = true;
            }
        }
        return opaque;
    }

    private static boolean isDoubled(String line, int at) {
        char mark = line.charAt(at);
        return (at > 0 && line.charAt(at - 1) == mark) || (at + 1 < line.length() && line.charAt(at + 1) == mark);
    }

    /** Latin letters and digits beside a mark make it part of a word. */
    private static boolean mayTouch(char c) {
        return isHan(c) || (!Character.isLetterOrDigit(c) && c != '_');
    }

    private static boolean isHan(char c) {
        return Han.isCjk(c) && (Character.isLetterOrDigit(c) || Character.isSurrogate(c));
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u3000';
    }
}
