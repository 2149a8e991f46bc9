package org.gongkai.render.metadata;

import java.util.List;
import org.gongkai.render.model.Model;
import org.jsoup.nodes.Entities;

/**
 * Writes the typed tables of an entry as plain HTML, so that those of two versions can be compared with their
 * bodies.
 */
public final class FieldTables {

    private FieldTables() {}

    public static String html(List<Model.Table> tables) {
        StringBuilder html = new StringBuilder();
        for (Model.Table table : tables) {
            html.append("<div class=\"table-wrap\" role=\"group\" tabindex=\"0\" aria-label=\"");
            html.append(Entities.escape(table.caption()));
            html.append("\"><table><caption>");
            html.append(Entities.escape(table.caption()));
            html.append("</caption><thead>");
            row(table.columns(), "th scope=\"col\"", "th", html);
            html.append("</thead><tbody>");
            table.rows().forEach(row -> row(row, "td", "td", html));
            html.append("</tbody></table></div>\n");
        }
        return html.toString();
    }

    private static void row(List<String> cells, String open, String close, StringBuilder html) {
        html.append("<tr>");
        for (String cell : cells) {
            html.append('<').append(open).append('>');
            html.append(Entities.escape(cell));
            html.append("</").append(close).append('>');
        }
        html.append("</tr>");
    }
}
