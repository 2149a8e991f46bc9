package org.gongkai.write.document.markdown;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.markup.HtmlEscape;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.Run;

/**
 * Writes tables in HTML whose head has cells that span rows: the head of a table of Markdown has one row, and cells do
 * not reach beyond it.
 */
record SpannedTable(Map<String, String> pictures) {

    /** Returns the lines of a table. */
    String of(List<List<Block.Cell>> rows, int headRows) {
        int head = Math.max(
                headRows, rows.get(0).stream().mapToInt(Block.Cell::rows).max().orElse(1));
        StringBuilder out = new StringBuilder("<table>\n<thead>\n");
        for (int i = 0; i < rows.size(); i++) {
            String name = i < head ? "th" : "td";
            out.append(i == head ? "</thead>\n<tbody>\n" : "").append("<tr>");
            for (Block.Cell cell : rows.get(i)) {
                int spanned = i < head ? Math.min(cell.rows(), head - i) : cell.rows();
                out.append('<').append(name);
                out.append(cell.columns() > 1 ? " colspan=\"" + cell.columns() + "\"" : "");
                out.append(spanned > 1 ? " rowspan=\"" + spanned + "\"" : "");
                out.append('>').append(content(cell)).append("</").append(name).append('>');
            }
            out.append("</tr>\n");
        }
        return out.append(rows.size() > head ? "</tbody>" : "</thead>")
                .append("\n</table>")
                .toString();
    }

    private String content(Block.Cell cell) {
        return cell.content().stream()
                .map(this::block)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("<br>"));
    }

    private String block(Block block) {
        if (block instanceof Block.Table inner) {
            return inner.rows().stream()
                    .map(row -> row.stream().map(this::content).collect(Collectors.joining("　")))
                    .collect(Collectors.joining("<br>"));
        }
        List<Run> runs = block instanceof Block.Paragraph paragraph
                ? paragraph.text()
                : block instanceof Block.Heading heading ? heading.text() : List.of();
        String bullet = block instanceof Block.Paragraph paragraph && paragraph.bullet() > 0 ? "● " : "";
        return bullet
                + runs.stream().map(this::run).collect(Collectors.joining()).strip();
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
