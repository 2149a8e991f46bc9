package org.gongkai.render.model;

import java.util.List;

/** The values that the templates of registers read, under the same conventions as {@link Model}. */
public final class RegisterModel {

    private RegisterModel() {}

    /**
     * A register in the overview.
     *
     * @param rows the number of its rows
     * @param overdue how much is expected, is missing and is late
     * @param open how much is expected and not yet late
     */
    public record Listed(String name, String uri, String description, int rows, String years, int overdue, int open) {}

    /** A file with the rows of a register. */
    public record Download(String name, String uri) {}

    /**
     * The part of a year.
     *
     * @param more the number of rows that stand only in the files
     * @param matrix subjects against periods, or null
     * @param missing what is expected and was not found
     * @param expected the number of things expected
     */
    public record Year(
            int year,
            String anchor,
            List<Total> totals,
            List<Column> columns,
            List<Row> rows,
            int more,
            Matrix matrix,
            String chart,
            int expected,
            List<Missing> missing) {}

    /** A count or a sum. */
    public record Total(String name, String value, String uri) {}

    /** A column; {@code number} aligns it on the right. */
    public record Column(String name, boolean number) {}

    /** A row; its link stands on the cell with the index {@code linked}. */
    public record Row(List<String> cells, int linked, List<Model.Link> entries) {}

    /** Subjects against periods. */
    public record Matrix(List<String> periods, List<MatrixRow> rows) {}

    /** A subject and its state in each period; a period of which nothing is expected is null. */
    public record MatrixRow(String subject, List<State> states) {}

    /**
     * The state of a subject in a period.
     *
     * @param tone done, missing or due
     * @param text what stands in the cell
     * @param label the same for screen readers
     * @param uri the evidence, or null
     */
    public record State(String tone, String text, String label, String uri) {}

    /** What is expected and was not found. */
    public record Missing(String what, String due, boolean overdue, String basis, Model.Link entry) {}

    /** What is due in a register. */
    public record Due(String what, String due, String state, boolean overdue, String basis, Model.Link register) {}
}
