package org.gongkai.feature.register.export;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.feature.register.model.ColumnSpec;
import org.gongkai.feature.register.model.Expectation;
import org.gongkai.feature.register.model.Register;
import org.gongkai.io.Digests;
import org.gongkai.io.Json;
import org.gongkai.io.Memoized;
import org.gongkai.output.table.Cell;
import org.gongkai.output.table.PlainTable;
import org.gongkai.output.table.PlainTable.Line;
import org.gongkai.site.Item;
import org.gongkai.site.SiteFile;

/** The format of a file of a register. */
public enum RegisterFormat {
    JSON("json", register -> RegisterJson.of(register).getBytes(StandardCharsets.UTF_8)),
    CSV("csv", register -> new RegisterTables(register).all().csv()),
    XLSX("xlsx", register -> PlainTable.workbook(new RegisterTables(register).sheets()));

    private final String ending;
    private final Function<Register, byte[]> writer;

    RegisterFormat(String ending, Function<Register, byte[]> writer) {
        this.ending = ending;
        this.writer = writer;
    }

    /** Returns the address of the file of a register, from the root of the site. */
    public String address(String id) {
        return Register.FOLDER + id + "/" + id + "." + ending;
    }

    /** Returns all files of a register: {@code registers/ID/ID.json}, {@code .csv} and {@code .xlsx}. */
    public static List<SiteFile> files(Register register) {
        // Computed once for all formats, as it reads every row.
        Supplier<String> content = new Memoized<>(() -> fingerprint(register));
        return Arrays.stream(values())
                .map(format -> SiteFile.of(
                        format.address(register.spec().id()),
                        SiteFile.NO_TEMPLATE,
                        // Only JSON contains the day.
                        () -> content.get() + (format == JSON ? " " + register.asOf() : ""),
                        () -> format.bytes(register)))
                .toList();
    }

    /** Returns the fingerprint of everything that is exported but the day. */
    private static String fingerprint(Register register) {
        List<List<String>> evidence = register.expected()
                .map(expected -> expected.evidence().stream().map(Item::address).toList())
                .toList();
        String content = Json.of(
                List.of(register.spec().toString(), register.showsGaps(), RegisterJson.years(register), evidence));
        return Digests.sha256(content);
    }

    /** Returns the content of the file of a register; the same for the same register, on any machine. */
    public byte[] bytes(Register register) {
        return writer.apply(register);
    }

    /** A register as a JSON object, years newest first. */
    private static final class RegisterJson {

        private RegisterJson() {}

        /** Returns the text, which ends in a line feed. */
        static String of(Register register) {
            Map<String, Object> whole = new LinkedHashMap<>();
            whole.put("register", register.spec().id());
            whole.put("name", register.spec().name());
            whole.put("asOf", register.asOf().toString());
            // Only then does a file without anything expected say that nothing is missing.
            if (register.showsGaps()) {
                whole.put("gaps", true);
            }
            whole.put("years", years(register));
            return Json.indented(whole) + "\n";
        }

        /** Returns the content of a file without the register's name and the day. */
        static Map<String, Object> years(Register register) {
            Map<String, Object> years = new LinkedHashMap<>();
            register.years().forEach(year -> years.put(String.valueOf(year.year()), year(register, year)));
            return years;
        }

        private static Map<String, Object> year(Register register, Register.Year year) {
            return Json.fields(
                    "rows", year.rows().stream().map(row -> row(register, row)).toList(),
                    "totals", year.totals(),
                    "expected",
                            year.expected().stream()
                                    .map(RegisterJson::expectation)
                                    .toList());
        }

        private static Map<String, Object> row(Register register, Register.Row row) {
            Map<String, Object> fields = new LinkedHashMap<>();
            for (int i = 0; i < row.cells().size(); i++) {
                fields.put(register.columns().get(i).name(), value(row.cells().get(i)));
                if (row.cells().get(i) instanceof Cell.Settled settled
                        && settled.amount().signum() > 0) {
                    fields.put("settled", settled.amount());
                }
            }
            fields.put("entries", addresses(row.entries()));
            return fields;
        }

        private static Object value(Cell cell) {
            if (cell instanceof Cell.Number number) {
                return number.value();
            }
            return cell.isEmpty() ? Optional.empty() : cell.text();
        }

        private static Map<String, Object> expectation(Expectation expected) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("what", expected.what());
            fields.put("due", expected.due().toString());
            fields.put("done", expected.done());
            fields.put("entry", addresses(expected.evidence()).stream().findFirst());
            if (!expected.basis().isEmpty()) {
                fields.put("basis", expected.basis());
            }
            return fields;
        }

        private static List<String> addresses(List<Item> items) {
            return items.stream().map(Item::address).toList();
        }
    }

    /** The tables of a register, newest year first. */
    private record RegisterTables(Register register, List<Cell.Format> formats, List<String> header) {

        private static final String ENTRIES = "条目";
        private static final String TOTAL = "合计";

        RegisterTables(Register register) {
            this(
                    register,
                    register.columns().stream()
                            .map(column -> column.type().format())
                            .toList(),
                    Stream.concat(register.columns().stream().map(ColumnSpec::name), Stream.of(ENTRIES))
                            .toList());
        }

        /** Returns the rows of all years. */
        PlainTable all() {
            List<String> columns = new ArrayList<>(List.of("年度"));
            columns.addAll(header);
            List<List<Cell>> rows = new ArrayList<>();
            for (Register.Year year : register.years()) {
                for (Register.Row row : year.rows()) {
                    List<Cell> cells = cells(row);
                    cells.add(0, new Cell.Text(String.valueOf(year.year())));
                    rows.add(cells);
                }
            }
            return PlainTable.of("台账", columns, rows);
        }

        /** Returns a table for each year and one for what is expected; a table without rows if there are none. */
        List<PlainTable> sheets() {
            List<PlainTable> sheets =
                    register.years().stream().map(this::year).collect(Collectors.toCollection(ArrayList::new));
            List<List<Cell>> expected =
                    register.expected().map(RegisterTables::expected).toList();
            if (!expected.isEmpty()) {
                sheets.add(PlainTable.of(
                        register.showsGaps() ? "应有" : "未到期", List.of("事项", "期限", "完成", ENTRIES, "依据"), expected));
            }
            // A workbook without a sheet cannot be opened.
            return sheets.isEmpty() ? List.of(PlainTable.of("台账", header, List.of())) : sheets;
        }

        private PlainTable year(Register.Year year) {
            List<Line> lines = new ArrayList<>();
            year.rows().forEach(row -> lines.add(new Line(cells(row), formats, false)));
            List<Line> counts = new ArrayList<>();
            year.totals().forEach((word, count) -> {
                if (!register.spec().named().sums().contains(word)) {
                    counts.add(new Line(List.of(new Cell.Text(word), new Cell.Number(count)), List.of(), true));
                }
            });
            if (counts.size() < year.totals().size()) {
                lines.add(new Line(sums(year.totals()), formats, true));
            }
            lines.addAll(counts);
            return new PlainTable(year.year() + "年", header, lines);
        }

        /** Returns the sums in their columns, with a label in the first column without a sum. */
        private List<Cell> sums(Map<String, BigDecimal> totals) {
            List<Cell> sums = new ArrayList<>();
            for (String column : header) {
                boolean isSum = register.spec().named().sums().contains(column) && totals.containsKey(column);
                sums.add(isSum ? new Cell.Number(totals.get(column)) : Cell.Text.NONE);
            }
            sums.set(sums.indexOf(Cell.Text.NONE), new Cell.Text(TOTAL));
            return sums;
        }

        private static List<Cell> cells(Register.Row row) {
            List<Cell> cells = new ArrayList<>(row.cells());
            cells.add(addresses(row.entries()));
            return cells;
        }

        private static List<Cell> expected(Expectation expected) {
            return List.of(
                    new Cell.Text(expected.what()),
                    new Cell.Day(expected.due()),
                    new Cell.Text(expected.done() ? "是" : "否"),
                    addresses(expected.evidence()),
                    new Cell.Text(expected.basis()));
        }

        private static Cell addresses(List<Item> items) {
            return new Cell.Text(items.stream().map(Item::address).collect(Collectors.joining(" ")));
        }
    }
}
