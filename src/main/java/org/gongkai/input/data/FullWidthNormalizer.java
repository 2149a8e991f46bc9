package org.gongkai.input.data;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Replaces full-width colons, blanks, brackets and commas where YAML requires ASCII: after the name of a field and in
 * flow collections. Texts are unchanged: quoted ones, continuation lines, block scalars, list items, and everything
 * after the first colon of a field.
 */
final class FullWidthNormalizer {

    private static final int NONE = Integer.MAX_VALUE;

    private final List<NormalizedLine> lines = new ArrayList<>();
    private final FlowNormalizer flow = new FlowNormalizer();
    /** Columns of the names of open mappings. */
    private final BitSet groups = new BitSet();
    /** Lines with more indentation belong to a block scalar. */
    private int block = NONE;
    /** Lines with at least this indentation continue the text of a previous line. */
    private int text = NONE;

    FullWidthNormalizer(String typed) {
        for (String line : typed.split("\n", -1)) {
            lines.add(new NormalizedLine(line));
        }
    }

    NormalizedYaml fold() {
        StringBuilder out = new StringBuilder();
        Map<Integer, NormalizedLine> moved = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            NormalizedLine line = lines.get(i);
            fold(i, line);
            out.append(i == 0 ? "" : "\n").append(line.folded());
            if (line.isMoved()) {
                moved.put(i, line);
            }
        }
        return new NormalizedYaml(out.toString(), moved);
    }

    private void fold(int number, NormalizedLine line) {
        if (flow.isOpen()) {
            flow.fold(line, 0);
            return;
        }
        int indent = line.skipBlanks(0);
        if (isEmpty(line, indent) || isMark(line)) {
            text = isMark(line) ? NONE : text;
            return;
        }
        if (block != NONE && plainIndent(line) > block) {
            return;
        }
        block = NONE;
        if (indent >= text) {
            return;
        }
        text = NONE;
        line.plainBlanks(0);
        groups.clear(indent + 1, Math.max(indent + 1, groups.length()));
        int at = indent;
        int goesOn = indent;
        boolean item = false;
        while (isDash(line, at)) {
            item = true;
            goesOn = at + 1;
            at = line.plainBlanks(at + 1);
        }
        int colon = colon(line, at);
        if (colon >= 0 && (line.at(colon) == ':' || isName(number, at, item))) {
            groups.set(at);
            value(line, line.colon(colon), at + 1);
        } else {
            value(line, at, goesOn);
        }
    }

    /** Skips a value that begins here; lines with at least the given indentation continue it. */
    private void value(NormalizedLine line, int from, int goesOn) {
        int at = from;
        while (at < line.length() && "&!".indexOf(line.at(at)) >= 0) {
            while (at < line.length() && !line.isBlankAt(at)) {
                at++;
            }
            at = line.skipBlanks(at);
        }
        if (isEmpty(line, at)) {
            return;
        }
        if ("|>".indexOf(line.at(at)) >= 0) {
            block = goesOn - 1;
        } else {
            text = goesOn;
            FlowBrackets.fold(line, at);
            flow.fold(line, at);
        }
    }

    /** Returns true if the text before a full-width colon is the name of a field. */
    private boolean isName(int number, int column, boolean item) {
        if (!item && (column == 0 || groups.get(column))) {
            return true;
        }
        int names = 1;
        for (int i = number + 1; i < lines.size(); i++) {
            NormalizedLine line = lines.get(i);
            int indent = line.skipBlanks(0);
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
    static int colon(NormalizedLine line, int from) {
        if (from >= line.length() || "[]{}［］｛｝#,&*!|>%@`:：".indexOf(line.at(from)) >= 0) {
            return -1;
        }
        char quote = line.at(from);
        if (quote == '"' || quote == '\'') {
            int at = line.skipBlanks(Math.min(line.length(), line.indexOf(quote, from + 1) + 1));
            return at < line.length() && (line.at(at) == '：' || isColon(line, at)) ? at : -1;
        }
        boolean tight = false;
        for (int i = from; i < line.length(); i++) {
            char c = line.at(i);
            if (c == '：') {
                return tight ? -1 : i;
            } else if (isColon(line, i)) {
                return i;
            } else if (c == '#' && line.isBlankAt(i - 1)) {
                return -1;
            }
            tight |= c == ':';
        }
        return -1;
    }

    private static boolean isColon(NormalizedLine line, int at) {
        return line.at(at) == ':' && (at + 1 == line.length() || line.isBlankAt(at + 1));
    }

    private static boolean isDash(NormalizedLine line, int at) {
        return at < line.length() && line.at(at) == '-' && (at + 1 == line.length() || line.isBlankAt(at + 1));
    }

    private static boolean isEmpty(NormalizedLine line, int at) {
        return at >= line.length() || line.at(at) == '#';
    }

    /** Document markers and directives. */
    private static boolean isMark(NormalizedLine line) {
        return line.startsWith("---") || line.startsWith("...") || line.startsWith("%");
    }

    private static int plainIndent(NormalizedLine line) {
        int at = 0;
        while (at < line.length() && line.at(at) == ' ') {
            at++;
        }
        return at;
    }
}
