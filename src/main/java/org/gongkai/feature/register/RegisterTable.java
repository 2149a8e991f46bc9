package org.gongkai.feature.register;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gongkai.input.config.Catalogue;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.register.Cell;
import org.gongkai.register.Register;
import org.gongkai.register.spec.ColumnSpec;
import org.gongkai.register.spec.ExpectationSpec;
import org.gongkai.register.spec.RegisterSpec.RowType;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.RegisterModel;
import org.gongkai.text.DateText;
import org.gongkai.text.MoneyText;

/** The table of the rows of a year. A column that says nothing in any of them is left out. */
final class RegisterTable {

    /** The most rows on a page; the files have all. */
    private static final int ROWS = 200;

    /** The most entries of a row on a page. */
    private static final int ENTRIES = 100;

    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}");

    private final List<ColumnSpec> all;
    private final List<Register.Row> rows;
    private final Catalogue catalogue;
    private final List<Integer> shown;
    private final Optional<String> subject;

    /** @param catalogue what the numbers in 目录项 mean */
    RegisterTable(Register register, List<Register.Row> rows, Catalogue catalogue) {
        List<ColumnSpec> all = register.columns();
        this.catalogue = catalogue;
        this.subject = register.spec().source().type() == RowType.TABLE_ROW
                ? register.spec().expected().stream()
                        .filter(ExpectationSpec.PerRow.class::isInstance)
                        .map(expected -> ((ExpectationSpec.PerRow) expected).subject())
                        .findFirst()
                : Optional.empty();
        this.all = all;
        this.rows = rows;
        this.shown = IntStream.range(0, all.size())
                .filter(column ->
                        rows.stream().anyMatch(row -> !row.cells().get(column).isEmpty()))
                .boxed()
                .toList();
    }

    List<RegisterModel.Column> columns() {
        return shown.stream()
                .map(all::get)
                .map(column -> new RegisterModel.Column(column.name(), align(column)))
                .toList();
    }

    List<RegisterModel.Row> rows() {
        return rows.stream().limit(ROWS).map(this::row).toList();
    }

    /** The number of rows that are not shown. */
    int more() {
        return Math.max(0, rows.size() - ROWS);
    }

    private static String align(ColumnSpec column) {
        return switch (column.type()) {
            case TEXT -> "";
            case DATE -> "date";
            default -> "num";
        };
    }

    private RegisterModel.Row row(Register.Row row) {
        return new RegisterModel.Row(
                shown.stream()
                        .map(column -> cell(all.get(column), row.cells().get(column)))
                        .toList(),
                linked(row),
                head(row),
                row.entries().stream()
                        .limit(ENTRIES)
                        .map(item -> new Model.Link(item.entry().title(), item.address()))
                        .toList(),
                Math.max(0, row.entries().size() - ENTRIES));
    }

    /** The cell that says what a row is about: what a plan or a list wants done, else that which carries the link. */
    private int head(Register.Row row) {
        return IntStream.range(0, shown.size())
                .filter(i ->
                        subject.filter(all.get(shown.get(i)).name()::equals).isPresent()
                                && !row.cells().get(shown.get(i)).isEmpty())
                .findFirst()
                .orElseGet(() -> linked(row));
    }

    /** The cell that carries the link: the title if it is shown, else the first text, else the first cell. */
    private int linked(Register.Row row) {
        int text = 0;
        for (int i = shown.size() - 1; i >= 0; i--) {
            ColumnSpec column = all.get(shown.get(i));
            if (row.cells().get(shown.get(i)).isEmpty() || column.type() != ColumnSpec.Type.TEXT) {
                continue;
            }
            if (column.paths().contains("标题")) {
                return i;
            }
            text = i;
        }
        return text;
    }

    private String cell(ColumnSpec column, Cell cell) {
        return column.name().equals(CommonField.CATALOGUE.label()) ? catalogue.clause(cell.text()) : text(column, cell);
    }

    /** A value as readers see it. */
    static String text(ColumnSpec column, Cell cell) {
        if (cell.isEmpty()) {
            return "";
        }
        if (cell instanceof Cell.Day day) {
            return DateText.chinese(day.day());
        }
        if (cell instanceof Cell.Text text && ISO_DAY.matcher(text.text()).matches()) {
            return DateText.parse(text.text())
                    .map(time -> DateText.chinese(time.toLocalDate()))
                    .orElse(text.text());
        }
        if (cell instanceof Cell.Number number && column.type() == ColumnSpec.Type.MONEY) {
            return MoneyText.plain(number.value());
        }
        return column.type() == ColumnSpec.Type.PERCENTAGE ? cell.text() + "%" : cell.text();
    }
}
