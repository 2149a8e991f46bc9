package org.gongkai.feature.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.feature.register.model.ColumnSpec;
import org.gongkai.feature.register.model.ColumnType;
import org.gongkai.feature.register.model.ExpectationSpec;
import org.gongkai.feature.register.model.Register;
import org.gongkai.feature.register.model.RegisterSpec;
import org.gongkai.feature.register.model.RegisterSpec.RowType;
import org.gongkai.feature.register.source.NoticeResult;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.output.table.Cell;
import org.gongkai.render.model.Model;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.text.DateText;

/** The table of the rows of a year, without the columns that are empty in all of them; at least one column remains. */
final class RegisterTable {

    /** Maximum number of rows on a page; the files contain all. */
    static final int ROWS = 200;

    /**
     * Minimum number of rows of a table, and divisor of it, for columns with few values to become words in their rows.
     */
    private static final int SPARSE = 3;

    /** Maximum number of entries of a row on a page. */
    private static final int ENTRIES = 100;

    private final Register register;
    private final List<ColumnSpec> all;
    private final List<Register.Row> rows;
    private final Site site;
    private final List<Integer> shown;
    private final List<Integer> sparse;
    private final Optional<String> subject;

    /** @param site resolves the names of public entries and the numbers in 目录项 */
    RegisterTable(Register register, List<Register.Row> rows, Site site) {
        this(register, rows, site, IntStream.range(0, register.columns().size()).boxed(), List.of());
    }

    private RegisterTable(
            Register register, List<Register.Row> rows, Site site, Stream<Integer> columns, List<Integer> sparse) {
        this.register = register;
        this.all = register.columns();
        this.rows = rows;
        this.site = site;
        List<Integer> filled = columns.filter(column ->
                        rows.stream().anyMatch(row -> !text(row, column).isEmpty()))
                .toList();
        this.shown = filled.isEmpty() ? List.of(0) : filled;
        this.sparse = sparse;
        this.subject = register.spec().source().type() == RowType.TABLE_ROW
                ? register.spec().expected(ExpectationSpec.Type.PER_ROW).stream()
                        .map(ExpectationSpec::subject)
                        .findFirst()
                : Optional.empty();
    }

    RegisterTable without(List<Integer> columns) {
        return without(columns, sparse);
    }

    /**
     * Returns the table without the columns that are empty in most rows, or that names of rows mostly say;
     * rows state these values in words.
     */
    RegisterTable dense() {
        List<Integer> kept = kept();
        List<String> unposted = register.spec().named().unposted();
        List<Integer> columns = shown.stream()
                .filter(column -> !kept.contains(column)
                        && (unposted.contains(all.get(column).name()) || isSparse(column)))
                .toList();
        return without(columns, columns);
    }

    private boolean isSparse(int column) {
        long filled = rows.stream().filter(row -> !text(row, column).isEmpty()).count();
        return rows.size() >= SPARSE
                && filled * SPARSE <= rows.size()
                && !register.spec().named().sums().contains(all.get(column).name());
    }

    private RegisterTable without(List<Integer> columns, List<Integer> inWords) {
        return new RegisterTable(
                register, rows, site, shown.stream().filter(column -> !columns.contains(column)), inWords);
    }

    /** Returns the columns that name a row or are counted. */
    private List<Integer> kept() {
        List<String> counted = register.spec().named().counts().stream()
                .flatMap(names -> Stream.of(names.split(RegisterSpec.TOGETHER)))
                .toList();
        return Stream.concat(
                        rows.stream()
                                .flatMap(row -> Stream.of(shown.get(head(row)), shown.get(linked(row)), shown.get(0))),
                        shown.stream()
                                .filter(column ->
                                        counted.contains(all.get(column).name())))
                .distinct()
                .toList();
    }

    /**
     * Returns the columns with the same value in all of several rows, except those that name a row, are counted or link
     * to results; a single row is compared with the rows of all years.
     */
    List<Integer> same() {
        List<Integer> kept = kept();
        List<Register.Row> several = rows.size() < 2 ? register.rows().toList() : rows;
        return several.size() < 2
                ? List.of()
                : shown.stream()
                        .filter(column -> all.get(column).type() == ColumnType.TEXT
                                && !all.get(column).paths().contains(NoticeResult.PATH)
                                && !kept.contains(column)
                                && values(several, column).count() == 1)
                        .toList();
    }

    /** Returns the value of a column in the first row. */
    RegisterModel.Same first(int column) {
        return new RegisterModel.Same(
                all.get(column).name(), values(rows, column).findFirst().orElse(""));
    }

    private Stream<String> values(List<Register.Row> rows, int column) {
        return rows.stream().map(row -> text(row, column)).distinct();
    }

    /** Returns the cells of the row of sums, which begins with 合计; empty if there are no sums. */
    List<String> sums(Map<String, String> sums) {
        List<String> cells = shown.stream()
                .map(column -> sums.getOrDefault(all.get(column).name(), ""))
                .collect(Collectors.toCollection(ArrayList::new));
        if (cells.stream().allMatch(String::isEmpty)) {
            return List.of();
        }
        cells.set(0, cells.get(0).isEmpty() ? "已公开合计" : cells.get(0));
        return cells;
    }

    List<RegisterModel.Column> columns() {
        return shown.stream()
                .map(all::get)
                .map(column -> new RegisterModel.Column(
                        column.type().heading(name(column)), column.type().align(), form(column)))
                .toList();
    }

    /** @param isLinked whether rows link to their entries */
    List<RegisterModel.Row> rows(boolean isLinked) {
        return rows.stream()
                .limit(ROWS)
                .map(row -> row(row, isLinked ? row.entries() : List.of()))
                .toList();
    }

    /** The number of rows that are not shown. */
    int more() {
        return Math.max(0, rows.size() - ROWS);
    }

    /** What readers call a column. */
    private String name(ColumnSpec column) {
        return register.spec().heading().names().getOrDefault(column.name(), column.name());
    }

    private String form(ColumnSpec column) {
        return register.spec().heading().forms().getOrDefault(column.name(), "");
    }

    private RegisterModel.Row row(Register.Row row, List<Item> entries) {
        return new RegisterModel.Row(
                shown.stream().map(column -> text(row, column)).toList(),
                shown.stream().map(column -> target(row, column)).toList(),
                sparse.stream()
                        .filter(column -> !text(row, column).isEmpty()
                                && !form(all.get(column)).equals("untold"))
                        .map(column -> new RegisterModel.Same(name(all.get(column)), text(row, column)))
                        .toList(),
                linked(row),
                head(row),
                entries.stream()
                        .limit(ENTRIES)
                        .map(item -> new Model.Link(item.entry().title(), item.address()))
                        .toList(),
                Math.max(0, entries.size() - ENTRIES));
    }

    /**
     * Returns the index of the cell that names the subject of a row: the task of a plan or list, otherwise the cell
     * with the link.
     */
    private int head(Register.Row row) {
        return IntStream.range(0, shown.size())
                .filter(i ->
                        subject.filter(all.get(shown.get(i)).name()::equals).isPresent()
                                && !row.cells().get(shown.get(i)).isEmpty())
                .findFirst()
                .orElseGet(() -> linked(row));
    }

    /** Returns the index of the cell with the link: title or subject, otherwise the first text or the first cell. */
    private int linked(Register.Row row) {
        int text = 0;
        for (int i = shown.size() - 1; i >= 0; i--) {
            ColumnSpec column = all.get(shown.get(i));
            if (row.cells().get(shown.get(i)).isEmpty() || column.type() != ColumnType.TEXT) {
                continue;
            }
            if (column.paths().contains("标题")
                    || subject.filter(column.name()::equals).isPresent()) {
                return i;
            }
            text = i;
        }
        return text;
    }

    private String text(Register.Row row, int at) {
        ColumnSpec column = all.get(at);
        Cell cell = row.cells().get(at);
        if (isResult(row, column)) {
            NoticeResult result = new NoticeResult(row.entries().get(0), site);
            // It may have been published to other readers.
            return cell.isEmpty() && result.isEnded()
                    ? site.config().audiences().size() > 1 ? "这里没有公布" : "尚未公布"
                    : cell.text() + result.entry().map(RegisterTable::day).orElse("");
        }
        return column.name().equals(CommonField.CATALOGUE.label())
                ? site.config().data().catalogue().clause(cell.text())
                : column.type().text(cell);
    }

    private static String day(Item item) {
        return "（" + DateText.chinese(item.entry().dates().day()) + "）";
    }

    /** Returns the address of the entry that a cell names; empty if it names none. */
    private String target(Register.Row row, int column) {
        Optional<Item> told = isResult(row, all.get(column))
                ? new NoticeResult(row.entries().get(0), site).entry()
                : row.notHeld()
                        .filter(it -> all.get(column).paths().contains("会议.状态"))
                        .flatMap(it -> it.instead().stream().findFirst());
        return told.map(Item::address).orElse("");
    }

    /** Whether a column tells the result of the only 公示 of a row. */
    private static boolean isResult(Register.Row row, ColumnSpec column) {
        return row.entries().size() == 1 && column.paths().contains(NoticeResult.PATH);
    }
}
