package org.gongkai.feature.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.input.config.Catalogue;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.register.Cell;
import org.gongkai.register.Register;
import org.gongkai.register.spec.ColumnSpec;
import org.gongkai.register.spec.ExpectationSpec;
import org.gongkai.register.spec.RegisterSpec;
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

    private final Register register;
    private final List<ColumnSpec> all;
    private final List<Register.Row> rows;
    private final Catalogue catalogue;
    private final List<Integer> shown;
    private final Optional<String> subject;

    /** @param catalogue what the numbers in 目录项 mean */
    RegisterTable(Register register, List<Register.Row> rows, Catalogue catalogue) {
        this(
                register,
                rows,
                catalogue,
                IntStream.range(0, register.columns().size())
                        .filter(column -> rows.stream()
                                .anyMatch(row -> !row.cells().get(column).isEmpty()))
                        .boxed()
                        .toList());
    }

    private RegisterTable(Register register, List<Register.Row> rows, Catalogue catalogue, List<Integer> shown) {
        this.register = register;
        this.all = register.columns();
        this.rows = rows;
        this.catalogue = catalogue;
        this.shown = shown;
        this.subject = register.spec().source().type() == RowType.TABLE_ROW
                ? register.spec().expected().stream()
                        .filter(ExpectationSpec.PerRow.class::isInstance)
                        .map(expected -> ((ExpectationSpec.PerRow) expected).subject())
                        .findFirst()
                : Optional.empty();
    }

    /** Returns the table without some columns. */
    RegisterTable without(List<Integer> columns) {
        return new RegisterTable(
                register,
                rows,
                catalogue,
                shown.stream().filter(column -> !columns.contains(column)).toList());
    }

    /** The columns that say the same in all rows, of which there are several, but those that name a row or are counted. */
    List<Integer> same() {
        List<String> counted = register.spec().counts().stream()
                .flatMap(names -> Stream.of(names.split(RegisterSpec.TOGETHER)))
                .toList();
        List<Integer> named = rows.stream()
                .flatMap(row -> Stream.of(shown.get(head(row)), shown.get(linked(row)), shown.get(0)))
                .distinct()
                .toList();
        return rows.size() < 2
                ? List.of()
                : shown.stream()
                        .filter(column -> all.get(column).type() == ColumnSpec.Type.TEXT
                                && !named.contains(column)
                                && !counted.contains(all.get(column).name())
                                && values(column).count() == 1)
                        .toList();
    }

    /** What a column says in the first row. */
    RegisterModel.Same first(int column) {
        return new RegisterModel.Same(
                all.get(column).name(), values(column).findFirst().orElse(""));
    }

    private Stream<String> values(int column) {
        return rows.stream()
                .map(row -> cell(all.get(column), row.cells().get(column)))
                .distinct();
    }

    /** Some sums below their columns, with 合计 in front; empty if there is none. */
    List<String> sums(Map<String, String> sums) {
        List<String> cells = shown.stream()
                .map(column -> sums.getOrDefault(all.get(column).name(), ""))
                .collect(Collectors.toCollection(ArrayList::new));
        if (cells.stream().allMatch(String::isEmpty)) {
            return List.of();
        }
        cells.set(0, cells.get(0).isEmpty() ? "合计" : cells.get(0));
        return cells;
    }

    List<RegisterModel.Column> columns() {
        return shown.stream()
                .map(all::get)
                .map(column -> new RegisterModel.Column(
                        column.name() + (column.type() == ColumnSpec.Type.MONEY ? "（元）" : ""), align(column)))
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
                .orElseGet(() -> naming().filter(i -> row.entries().isEmpty()).orElseGet(() -> linked(row)));
    }

    /** The first text of which every row has another. */
    private Optional<Integer> naming() {
        return IntStream.range(0, shown.size())
                .filter(i -> all.get(shown.get(i)).type() == ColumnSpec.Type.TEXT
                        && values(shown.get(i)).count() == rows.size())
                .boxed()
                .findFirst();
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
