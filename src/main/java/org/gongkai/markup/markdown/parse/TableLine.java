package org.gongkai.markup.markdown.parse;

import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.List;

/** Parses lines of Markdown tables. */
final class TableLine {
    private TableLine() {}

    static boolean hasBar(BasedSequence line) {
        return line.indexOf('|') >= 0;
    }

    /** Returns the trimmed texts between pipes; a pipe after a backslash is text, even in code. */
    static List<BasedSequence> cells(BasedSequence line) {
        BasedSequence text = line.trim();
        List<BasedSequence> cells = new ArrayList<>();
        int from = text.startsWith("|") ? 1 : 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '|') {
                cells.add(text.subSequence(from, i).trim());
                from = i + 1;
            }
        }
        if (from < text.length()) {
            cells.add(text.subSequence(from, text.length()).trim());
        }
        return cells;
    }

    /** Whether a line is a delimiter row: hyphens, pipes and colons. */
    static boolean isDelimiter(BasedSequence line) {
        boolean hasHyphen = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            hasHyphen |= c == '-';
            if (c != '-' && c != '|' && c != ':' && c != ' ' && c != '\t' && c != '\n') {
                return false;
            }
        }
        return hasHyphen && cells(line).stream().allMatch(TableLine::isHyphens);
    }

    private static boolean isHyphens(BasedSequence cell) {
        int from = cell.startsWith(":") ? 1 : 0;
        int to = cell.length() - (cell.length() > from && cell.endsWith(":") ? 1 : 0);
        for (int i = from; i < to; i++) {
            if (cell.charAt(i) != '-') {
                return false;
            }
        }
        return to > from;
    }

    /** Returns the alignment of each column; {@code null} where none is given. */
    static List<TableCell.Alignment> alignments(BasedSequence delimiter) {
        List<TableCell.Alignment> alignments = new ArrayList<>();
        for (BasedSequence cell : cells(delimiter)) {
            boolean left = cell.startsWith(":");
            boolean right = cell.endsWith(":");
            alignments.add(
                    left && right
                            ? TableCell.Alignment.CENTER
                            : left ? TableCell.Alignment.LEFT : right ? TableCell.Alignment.RIGHT : null);
        }
        return alignments;
    }
}
