package org.gongkai.markup.markdown.write;

import com.vladsch.flexmark.ext.tables.TableBody;
import com.vladsch.flexmark.ext.tables.TableCaption;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gongkai.markup.HtmlEscape;
import org.gongkai.markup.html.HtmlElements;

/** Writes the tables of a Markdown body. */
record TableWriter(MarkdownPage page, InlineWriter inlines) {

    void write(Node table, int depth) {
        page.out.append(HtmlElements.TABLE_FRAME).append("<table>\n");
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            // The caption is first in HTML and last in Markdown.
            if (part instanceof TableCaption) {
                page.out.append("<caption>");
                inlines.block(part, Integer.MAX_VALUE, depth);
                page.out.append("</caption>\n");
            }
        }
        Optional<Columns> spanned = hasSpans(table) ? Optional.of(new Columns()) : Optional.empty();
        int columns = spanned.isPresent() ? 0 : widest(table);
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            if (part instanceof TableHead && part.hasChildren()) {
                rows(part, "thead", columns, spanned, depth);
            } else if (part instanceof TableBody && part.hasChildren()) {
                rows(part, "tbody", columns, spanned, depth);
            }
        }
        page.out.append("</table></div>\n");
    }

    /** Whether cells may span columns or rows, so that the number of cells is not the number of columns. */
    private boolean hasSpans(Node table) {
        return page.source
                .substring(table.getStartOffset(), table.getEndOffset())
                .contains("span=");
    }

    private static int widest(Node table) {
        int widest = 0;
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row instanceof TableRow; row = row.getNext()) {
                widest = Math.max(widest, cells(row));
            }
        }
        return widest;
    }

    private static int cells(Node row) {
        int cells = 0;
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            cells++;
        }
        return cells;
    }

    /** Writes the missing cells of a row (GFM §4.10), also above and below cells beyond the columns. */
    private void fill(Node row, int columns) {
        for (int cells = cells(row); cells < columns; cells++) {
            page.out.append("<td></td>\n");
        }
    }

    private void rows(Node part, String name, int columns, Optional<Columns> spanned, int depth) {
        spanned.ifPresent(Columns::begin);
        page.out.append('<').append(name).append(">\n");
        for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
            if (row instanceof TableRow) {
                page.out.append("<tr>\n");
                for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                    if (cell instanceof TableCell tableCell) {
                        cell(tableCell, spanned, depth);
                    }
                }
                spanned.ifPresent(Columns::endRow);
                fill(row, columns);
                page.out.append("</tr>\n");
            }
        }
        page.out.append("</").append(name).append(">\n");
    }

    private void cell(TableCell cell, Optional<Columns> spanned, int depth) {
        String name = cell.isHeader() ? "th" : "td";
        int from = cell.getText().getStartOffset();
        int to = cell.getText().getEndOffset();
        AttributeBlock spans = AttributeBlock.ofCell(page.source, from, to);
        page.out.append('<').append(name);
        TableCell.Alignment aligned = spanned.isPresent() ? spanned.get().next(cell, spans) : cell.getAlignment();
        if (aligned != null) {
            HtmlEscape.attribute(page.out, "class", "align-" + aligned.name().toLowerCase(Locale.ROOT));
        }
        spans.write(page.out);
        page.out.append(cell.isHeader() ? " scope=\"col\">" : ">");
        inlines.block(cell, spans.textEnd(), depth);
        page.out.append("</").append(name).append(">\n");
    }

    /** The columns of a table in which cells span several columns or rows: a cell is aligned as its column is. */
    private static final class Columns {

        /** Cells farther to the right are not aligned. */
        private static final int MOST = 1_000;

        private final List<TableCell.Alignment> alignments = new ArrayList<>();

        /** How many more rows are taken by cells above, by column. */
        private final int[] taken = new int[MOST];

        private int column;

        /** No cell spans into another part of a table. */
        void begin() {
            Arrays.fill(taken, 0);
        }

        /** Returns the alignment of the next cell of a row. */
        TableCell.Alignment next(TableCell cell, AttributeBlock spans) {
            while (column < alignments.size() && isTaken()) {
                column++;
            }
            int from = column;
            int rows = spans.number("rowspan") - 1;
            int most = Math.min(from + spans.number("colspan"), cell.isHeader() ? MOST : alignments.size());
            while (column < most) {
                taken[column++] = rows;
                if (cell.isHeader()) {
                    alignments.add(cell.getAlignment());
                }
            }
            return from < alignments.size() ? alignments.get(from) : null;
        }

        private boolean isTaken() {
            boolean isTaken = taken[column] > 0;
            taken[column] -= isTaken ? 1 : 0;
            return isTaken;
        }

        void endRow() {
            for (; column < alignments.size(); column++) {
                isTaken();
            }
            column = 0;
        }
    }
}
