package org.gongkai.input.data;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.gongkai.text.Characters;

/**
 * YAML in which full-width colons, blanks, brackets and commas are replaced where YAML requires ASCII: after the name
 * of a field and in flow collections. Texts are unchanged: quoted ones, continuation lines, block scalars, list items,
 * and everything after the first colon of a field. Characters without width are removed. Lines remain lines.
 */
final class NormalizedYaml {

    private static final int NONE = Integer.MAX_VALUE;

    /** The lines as typed; none if the text needs no replacement. */
    private final List<String> typed;

    private final List<StringBuilder> lines = new ArrayList<>();
    private final String text;
    private final FlowNormalizer flow = new FlowNormalizer();
    /** Columns of the names of open mappings. */
    private final BitSet groups = new BitSet();
    /** Lines with more indentation belong to a block scalar. */
    private int block = NONE;
    /** Lines with at least this indentation continue the text of a previous line. */
    private int continued = NONE;

    private NormalizedYaml(String text, List<String> typed) {
        this.typed = typed;
        typed.forEach(line -> lines.add(new StringBuilder(NormalizedText.withoutWidth(line))));
        for (int i = 0; i < lines.size(); i++) {
            fold(i, lines.get(i));
        }
        this.text = typed.isEmpty() ? text : String.join("\n", lines);
    }

    static NormalizedYaml of(String typed) {
        return isAffected(typed) ? new NormalizedYaml(typed, List.of(typed.split("\n", -1))) : unchanged(typed);
    }

    /** Takes a text as it is. */
    static NormalizedYaml unchanged(String text) {
        return new NormalizedYaml(text, List.of());
    }

    String text() {
        return text;
    }

    /** Returns false if a text certainly needs no replacement, as most do. */
    private static boolean isAffected(String text) {
        boolean brace = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("：　\u00A0\u200B\u2060\uFEFF｛｝［］".indexOf(c) >= 0) {
                return true;
            }
            brace = c == '{' || brace && c != '\n';
            if (brace && (c == '，' || c == ',' && i > 0 && Character.isDigit(text.charAt(i - 1)))) {
                return true;
            }
        }
        return false;
    }

    /** The typed column, from 0 and in code points, of a position. */
    int column(int line, int column) {
        if (line >= typed.size()) {
            return column;
        }
        String from = typed.get(line);
        StringBuilder to = lines.get(line);
        int end = to.offsetByCodePoints(0, Math.min(column, to.codePointCount(0, to.length())));
        int at = 0;
        for (int i = 0; ; i++) {
            while (at < from.length() && NormalizedText.hasNoWidth(from.charAt(at))) {
                at++;
            }
            if (i == end) {
                return from.codePointCount(0, at);
            }
            // A space for which no blank was typed was inserted after a colon.
            boolean isInserted = to.charAt(i) == ' ' && (at == from.length() || !Characters.isIndent(from.charAt(at)));
            at += isInserted ? 0 : 1;
        }
    }

    private void fold(int number, StringBuilder line) {
        if (flow.isOpen()) {
            flow.fold(line, 0);
            return;
        }
        int indent = skipBlanks(line, 0);
        if (isEmpty(line, indent) || isMark(line)) {
            continued = isMark(line) ? NONE : continued;
            return;
        }
        if (block != NONE && Characters.end(line, 0, c -> c == ' ') > block) {
            return;
        }
        block = NONE;
        if (indent >= continued) {
            return;
        }
        continued = NONE;
        plainBlanks(line, 0);
        groups.clear(indent + 1, Math.max(indent + 1, groups.length()));
        int at = indent;
        int goesOn = indent;
        boolean item = false;
        while (at < line.length() && line.charAt(at) == '-' && isBlankBehind(line, at)) {
            item = true;
            goesOn = at + 1;
            at = plainBlanks(line, at + 1);
        }
        int colon = colon(line, at);
        if (colon >= 0 && (line.charAt(colon) == ':' || isName(number, at, item))) {
            groups.set(at);
            value(line, plainColon(line, colon), at + 1);
        } else {
            value(line, at, goesOn);
        }
    }

    /** Skips a value that begins here; lines with at least the given indentation continue it. */
    private void value(StringBuilder line, int from, int goesOn) {
        int at = from;
        while (at < line.length() && "&!".indexOf(line.charAt(at)) >= 0) {
            at = skipBlanks(line, Characters.end(line, at, c -> !Characters.isIndent(c)));
        }
        if (isEmpty(line, at)) {
            return;
        }
        if ("|>".indexOf(line.charAt(at)) >= 0) {
            block = goesOn - 1;
        } else {
            continued = goesOn;
            flow.fold(line, at);
        }
    }

    /** Returns true if the text before a full-width colon is the name of a field. */
    private boolean isName(int number, int column, boolean item) {
        if (!item && (column == 0 || groups.get(column))) {
            return true;
        }
        int names = 1;
        for (StringBuilder line : lines.subList(number + 1, lines.size())) {
            int indent = skipBlanks(line, 0);
            if (isEmpty(line, indent) || indent > column) {
                continue;
            }
            if (indent < column) {
                break;
            }
            if (colon(line, indent) < 0) {
                return false;
            }
            names++;
        }
        return names > 1;
    }

    /** The index of the end of a field name, or -1 if there is none. */
    private static int colon(StringBuilder line, int from) {
        if (from >= line.length() || "[]{}［］｛｝#,&*!|>%@`:：".indexOf(line.charAt(from)) >= 0) {
            return -1;
        }
        char quote = line.charAt(from);
        if (quote == '"' || quote == '\'') {
            int close = line.indexOf(String.valueOf(quote), from + 1);
            int at = close < 0 ? line.length() : skipBlanks(line, close + 1);
            return at < line.length() && (line.charAt(at) == '：' || isColon(line, at)) ? at : -1;
        }
        boolean tight = false;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '：') {
                return tight ? -1 : i;
            } else if (isColon(line, i)) {
                return i;
            } else if (c == '#' && Characters.isIndent(line.charAt(i - 1))) {
                return -1;
            }
            tight |= c == ':';
        }
        return -1;
    }

    private static boolean isColon(StringBuilder line, int at) {
        return line.charAt(at) == ':' && isBlankBehind(line, at);
    }

    static boolean isBlankBehind(StringBuilder line, int at) {
        return at + 1 == line.length() || Characters.isIndent(line.charAt(at + 1));
    }

    private static boolean isEmpty(StringBuilder line, int at) {
        return at >= line.length() || line.charAt(at) == '#';
    }

    /** Document markers and directives. */
    private static boolean isMark(StringBuilder line) {
        return line.indexOf("---") == 0 || line.indexOf("...") == 0 || line.indexOf("%") == 0;
    }

    /** Returns the first index of a non-blank character from an index on. */
    static int skipBlanks(StringBuilder line, int from) {
        return Characters.end(line, from, Characters::isIndent);
    }

    /** Replaces full-width blanks by spaces and returns the first index of a non-blank character. */
    static int plainBlanks(StringBuilder line, int from) {
        int end = skipBlanks(line, from);
        for (int i = from; i < end; i++) {
            line.setCharAt(i, line.charAt(i) == '　' ? ' ' : line.charAt(i));
        }
        return end;
    }

    /** Replaces a character by a colon with a space after it and returns the first index of a non-blank character. */
    static int plainColon(StringBuilder line, int at) {
        line.setCharAt(at, ':');
        if (!isBlankBehind(line, at)) {
            line.insert(at + 1, ' ');
        }
        return plainBlanks(line, at + 1);
    }
}
