package org.gongkai.markup.markdown.write;

import com.vladsch.flexmark.ext.tables.TableBody;
import com.vladsch.flexmark.ext.tables.TableCaption;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.util.ast.Node;
import java.util.Locale;
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
        int columns = hasSpans(table) ? 0 : widest(table);
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            if (part instanceof TableHead && part.hasChildren()) {
                rows(part, "thead", columns, depth);
            } else if (part instanceof TableBody && part.hasChildren()) {
                rows(part, "tbody", columns, depth);
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

    private void rows(Node part, String name, int columns, int depth) {
        page.out.append('<').append(name).append(">\n");
        for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
            if (row instanceof TableRow) {
                page.out.append("<tr>\n");
                for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                    if (cell instanceof TableCell tableCell) {
                        cell(tableCell, depth);
                    }
                }
                fill(row, columns);
                page.out.append("</tr>\n");
            }
        }
        page.out.append("</").append(name).append(">\n");
    }

    private void cell(TableCell cell, int depth) {
        String name = cell.isHeader() ? "th" : "td";
        int from = cell.getText().getStartOffset();
        int to = cell.getText().getEndOffset();
        AttributeBlock spans = AttributeBlock.ofCell(page.source, from, to);
        page.out.append('<').append(name);
        if (cell.getAlignment() != null) {
            HtmlEscape.attribute(
                    page.out, "class", "align-" + cell.getAlignment().name().toLowerCase(Locale.ROOT));
        }
        spans.write(page.out);
        page.out.append(cell.isHeader() ? " scope=\"col\">" : ">");
        inlines.block(cell, spans.textEnd(), depth);
        page.out.append("</").append(name).append(">\n");
    }
}
