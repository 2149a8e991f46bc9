package org.gongkai.feature.register;

import java.util.List;
import org.gongkai.render.model.Model;

/** The models of registers, months and sheets for the notice wall, under the conventions of {@link Model}. */
public final class RegisterModel {

    private RegisterModel() {}

    /**
     * A register in the overview, which is ordered by groups.
     *
     * @param rows the number of its rows
     * @param overdue the number of expectations that are overdue
     * @param open the number of expectations that are open and not overdue
     */
    public record Listed(
            String name, String uri, String group, String description, int rows, String years, int overdue, int open) {}

    /**
     * The part of a year.
     *
     * @param charts what is compared
     */
    public record Year(int year, String anchor, List<Total> totals, Rows rows, List<Chart> charts, Expected expected) {}

    /**
     * The rows of a year.
     *
     * @param more how many of these are in the files only
     */
    public record Rows(int count, List<Table> tables, int more) {}

    /**
     * What is expected of a year.
     *
     * @param without how many of these are missing
     * @param tasks whether rows are expected to be done, rather than to exist
     * @param missing what is missing, in lines
     * @param unlisted the number of further lines
     */
    public record Expected(int count, int without, boolean tasks, List<Missing> missing, int unlisted) {}

    /**
     * Rows of a year.
     *
     * @param of the entry that all of them are taken from and the day of its last change, or null if each names its own
     * @param sums the cells of the row of sums; empty if there is none
     * @param same the columns that are omitted because all rows have the same value
     * @param grouped the index of the column by which rows are grouped, or -1
     */
    public record Table(
            Model.Fact of, List<Column> columns, List<Row> rows, List<String> sums, List<Same> same, int grouped) {}

    /** A column and its value. */
    public record Same(String name, String value) {}

    /**
     * A chart: a table of figures or states.
     *
     * @param form {@code bars} for figures with bars, {@code coverage} for subjects against periods
     * @param head the heading of the column of what is compared
     * @param columns the names of the others
     * @param note a sentence about what is not compared, or the meaning of the signs
     * @param blank what an empty cell means where only what is recorded is shown, or null
     */
    public record Chart(
            String form,
            String title,
            String head,
            List<String> columns,
            List<ChartRow> rows,
            String note,
            String blank) {}

    /** What is compared, with cells that together span all columns. */
    public record ChartRow(String name, List<ChartCell> cells) {}

    /**
     * A figure or a state.
     *
     * @param span the number of columns
     * @param tone its class, or an empty text: done, missing, due, none, or held in registers that show no gaps
     * @param text the text of the cell, figures with their unit
     * @param label the text for screen readers instead, or null
     * @param uri the evidence, or null
     * @param width the length of its bar in percent of the cell; 0 for none
     */
    public record ChartCell(int span, String tone, String text, String label, String uri, int width) {

        static ChartCell bar(String text, int width) {
            return new ChartCell(1, "", text, null, null, width);
        }

        static ChartCell state(int span, String tone, String text, String label, String uri) {
            return new ChartCell(span, tone, text, label, uri, 0);
        }
    }

    /** A count or a sum. */
    public record Total(String name, String value, String uri) {}

    /** A column, its class (num, date or empty) and the form in which its page shows it, or an empty text. */
    public record Column(String name, String align, String form) {}

    /**
     * A row.
     *
     * @param targets for each cell the address of the entry that it names, or an empty text
     * @param facts values of columns that are empty in most rows
     * @param linked the index of the cell with the links to the entries
     * @param head the index of the cell that names the subject of the row
     * @param unlisted the number of further entries
     */
    public record Row(
            List<String> cells,
            List<String> targets,
            List<Same> facts,
            int linked,
            int head,
            List<Model.Link> entries,
            int unlisted) {}

    /**
     * Something that is expected and missing.
     *
     * @param periods for which it is missing, or null if it is not periodical
     */
    public record Missing(String what, String periods, String due, boolean overdue, String basis, Model.Link entry) {}

    /** What is due in a register. */
    public record Due(String what, String due, String state, boolean overdue, String basis, Model.Link register) {}

    /** What somebody is to do on a day, or until it. */
    public record Job(String owner, Line line) {}

    /** The sheets of a year, the newest first. */
    public record WallYear(int year, List<Model.Link> months) {}

    /**
     * A 公示 that runs in the month.
     *
     * @param workingDays the number of its working days, or null
     * @param contact the contact for objections, or null
     */
    public record WallNotice(String title, String uri, String period, Integer workingDays, String contact) {}

    /**
     * The rows of a register that belong to the month.
     *
     * @param more the number of rows that are in the register only
     */
    public record WallSection(String name, String id, List<Column> columns, List<Row> rows, int more) {}

    /**
     * Something that takes place in the month.
     *
     * @param day its first day, for machines
     * @param when its day or days and its time
     * @param kind such as the kind of meeting
     * @param place its place, or null
     */
    public record Event(String day, String when, String title, String uri, String kind, String place) {}

    /**
     * What the home page shows of a month.
     *
     * @param uri its page, or null
     * @param lines its meetings, theme days, study and tasks in the order of their days
     * @param more how many further ones its page shows
     */
    public record Ahead(String monthText, String uri, List<Line> lines, int more) {}

    /** A line of a month on the home page. */
    public record Line(String day, String dayText, String title, String uri) {}

    /**
     * Something that is due in the month.
     *
     * @param owner the person responsible, or an empty text
     * @param state 已完成, 已逾期 or 未到期; empty of a past month
     * @param uri the entry or the register that states it
     */
    public record Task(String what, String owner, String day, String state, String uri) {}
}
