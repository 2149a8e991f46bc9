package org.gongkai.portal.page;

import java.util.List;
import java.util.Map;
import org.gongkai.render.model.Model.Link;

/**
 * The values that the template of a portal reads besides those of every page. A missing value is {@code null}, a list
 * never is. A {@code uri} with a scheme is an address of another site; any other starts at the root of the portal.
 */
public final class PortalModel {

    private PortalModel() {}

    /** An entry in a list: what identifies it, its site, its columns, its 公示, and whether it tells of dues. */
    public record Line(
            String title,
            String uri,
            String marks,
            String day,
            Link group,
            String columns,
            Map<String, String> notice,
            boolean dues) {}

    /** A value of a table; {@code tone} is missing, unknown, early, late, later, notice or empty. */
    public record Cell(String text, String uri, String tone) {

        static Cell plain(String text) {
            return new Cell(text, null, "");
        }

        static Cell unknown(String text) {
            return new Cell(text, null, "unknown");
        }
    }

    /** A row of a table: what it is about, its values, how far it is below the first, and of when dues are owed. */
    public record Row(Link head, List<Cell> cells, int level, List<Link> owed) {

        Row(Link head, List<Cell> cells) {
            this(head, cells, 0, List.of());
        }
    }

    /** A table; the first of its columns is that of the heads. */
    public record Table(List<String> columns, List<Row> rows) {}

    /**
     * A part of a page: entries, or tables.
     *
     * @param note what explains it
     * @param empty what is said if there is nothing
     */
    public record Section(String heading, List<Line> lines, List<Table> tables, String note, String empty) {

        /** Entries. */
        static Section of(String heading, List<Line> lines) {
            return new Section(heading, lines, List.of(), null, "还没有公开的内容。");
        }

        /** A table, which has rows. */
        static Section of(String heading, Table table) {
            return new Section(heading, List.of(), List.of(table), null, null);
        }

        Section headed(String other) {
            return new Section(other, lines, tables, note, empty);
        }
    }

    /**
     * A page of a portal.
     *
     * @param address its address from the root of the portal
     * @param template the name of its template
     * @param variables what the template reads
     */
    public record PortalPage(String address, String template, Map<String, Object> variables) {}
}
