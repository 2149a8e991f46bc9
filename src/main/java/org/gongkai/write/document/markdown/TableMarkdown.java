package org.gongkai.write.document.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.markup.HtmlEscape;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.Run;
import org.gongkai.write.document.fact.BlockText;
import org.gongkai.write.document.markdown.InlineMarkdown.EscapedText;

/**
 * Writes tables with one line for each row, if their head has one row; merged cells keep their spans in an attribute
 * block.
 */
record TableMarkdown(InlineMarkdown inlines, SpannedTable spanned) {

    private static final Pattern NUMBER = Pattern.compile("[-+¥￥]?[0-9０-９][0-9０-９,，.．]*[%％]?");

    TableMarkdown(Map<String, String> pictures) {
        this(new InlineMarkdown(pictures, "<br>"), new SpannedTable(pictures));
    }

    /** Returns the lines of a table; the text of a first row that is one single cell stands above it. */
    String of(Block.Table table) {
        List<List<Block.Cell>> rows = new ArrayList<>(table.rows());
        int width = rows.stream().mapToInt(TableMarkdown::width).max().orElse(0);
        StringBuilder out = new StringBuilder();
        while (rows.size() > 1
                && width > 1
                && rows.get(0).size() == 1
                && width(rows.get(0)) == width
                && rows.get(0).get(0).rows() == 1) {
            String title = content(rows.remove(0).get(0));
            out.append(title.isEmpty() ? "" : EscapedText.lineStart(title.replace("\\|", "|")) + "\n\n");
        }
        if (rows.size() > 1 && rows.get(0).stream().anyMatch(cell -> cell.rows() > 1)) {
            return out.append(spanned.of(rows, table.headRows())).toString();
        }
        boolean spans = rows.stream().flatMap(List::stream).anyMatch(cell -> cell.columns() > 1 || cell.rows() > 1);
        for (int i = 0; i < rows.size(); i++) {
            List<String> cells = cells(rows.get(i), spans ? 0 : width);
            out.append("| ").append(String.join(" | ", cells)).append(" |\n");
            if (i == 0) {
                int columns = cells.size();
                out.append('|');
                for (int column = 0; column < columns; column++) {
                    out.append(!spans && isNumeric(rows, column) ? " ---: |" : " --- |");
                }
                out.append('\n');
            }
        }
        return out.toString().stripTrailing();
    }

    private List<String> cells(List<Block.Cell> row, int width) {
        List<String> cells = row.stream().map(this::cell).collect(Collectors.toCollection(ArrayList::new));
        while (cells.size() < width) {
            cells.add("");
        }
        return cells;
    }

    private String cell(Block.Cell cell) {
        String span = (cell.columns() > 1 ? " colspan=" + cell.columns() : "")
                + (cell.rows() > 1 ? " rowspan=" + cell.rows() : "");
        return (content(cell) + (span.isEmpty() ? "" : " {" + span.strip() + "}")).strip();
    }

    private String content(Block.Cell cell) {
        return content(cell, this::inline);
    }

    /** The content of a cell on one line. */
    private static String content(Block.Cell cell, Function<List<Run>, String> inline) {
        return cell.content().stream()
                .map(block -> text(block, inline))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("<br>"));
    }

    private static String text(Block block, Function<List<Run>, String> inline) {
        if (block instanceof Block.Paragraph paragraph) {
            return (paragraph.bullet() > 0 ? "● " : "") + inline.apply(paragraph.text());
        }
        if (block instanceof Block.Heading heading) {
            return inline.apply(heading.text());
        }
        if (block instanceof Block.Table inner) {
            return inner.rows().stream()
                    .map(row -> row.stream().map(cell -> content(cell, inline)).collect(Collectors.joining("　")))
                    .collect(Collectors.joining("<br>"));
        }
        return block instanceof Block.Verbatim verbatim
                ? inline.apply(List.of(new Run.Text(verbatim.text().strip(), Run.Style.PLAIN, "")))
                : "";
    }

    private String inline(List<Run> runs) {
        return inlines.of(runs).strip().replace("|", "\\|");
    }

    private static int width(List<Block.Cell> row) {
        return row.stream()
                .mapToInt(cell -> cell.column() + cell.columns())
                .max()
                .orElse(0);
    }

    private static boolean isNumeric(List<List<Block.Cell>> rows, int column) {
        List<String> texts = rows.stream()
                .skip(1)
                .filter(row -> column < row.size())
                .map(row -> BlockText.of(row.get(column)))
                .filter(text -> !text.isEmpty())
                .toList();
        return !texts.isEmpty()
                && texts.stream().allMatch(text -> NUMBER.matcher(text).matches());
    }

    /**
     * Writes tables in HTML whose head has cells that span rows: the head of a table of Markdown has one row, and cells
     * do not reach beyond it.
     */
    record SpannedTable(Map<String, String> pictures) {

        /** Returns the lines of a table. */
        String of(List<List<Block.Cell>> rows, int headRows) {
            int head = Math.max(
                    headRows,
                    rows.get(0).stream().mapToInt(Block.Cell::rows).max().orElse(1));
            StringBuilder out = new StringBuilder("<table>\n<thead>\n");
            for (int i = 0; i < rows.size(); i++) {
                String name = i < head ? "th" : "td";
                out.append(i == head ? "</thead>\n<tbody>\n" : "").append("<tr>");
                for (Block.Cell cell : rows.get(i)) {
                    int spanned = i < head ? Math.min(cell.rows(), head - i) : cell.rows();
                    out.append('<').append(name);
                    out.append(cell.columns() > 1 ? " colspan=\"" + cell.columns() + "\"" : "");
                    out.append(spanned > 1 ? " rowspan=\"" + spanned + "\"" : "");
                    out.append('>')
                            .append(content(cell, this::inline))
                            .append("</")
                            .append(name)
                            .append('>');
                }
                out.append("</tr>\n");
            }
            return out.append(rows.size() > head ? "</tbody>" : "</thead>")
                    .append("\n</table>")
                    .toString();
        }

        private String inline(List<Run> runs) {
            return runs.stream().map(this::run).collect(Collectors.joining()).strip();
        }

        private String run(Run run) {
            StringBuilder out = new StringBuilder();
            if (run instanceof Run.Text text) {
                HtmlEscape.text(out, text.text().replace('\t', '\u3000').replace('\u00a0', ' '));
                return out.toString().strip().replace("\n", "<br>");
            }
            if (run instanceof Run.Image image && pictures.containsKey(image.name())) {
                out.append("<img");
                HtmlEscape.attribute(out, "src", pictures.get(image.name()));
                HtmlEscape.attribute(
                        out, "alt", image.description().isBlank() ? InlineMarkdown.BLANK : image.description());
                return out.append('>').toString();
            }
            return run instanceof Run.Footnote note ? "（注" + (note.index() + 1) + "）" : InlineMarkdown.MISSING;
        }
    }
}
