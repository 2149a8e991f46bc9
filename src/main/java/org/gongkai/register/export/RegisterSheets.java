package org.gongkai.register.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.gongkai.register.Cell;
import org.gongkai.register.Expectation;
import org.gongkai.register.Register;
import org.gongkai.register.spec.ColumnSpec;
import org.gongkai.register.spec.RegisterSpec;
import org.gongkai.site.Item;

/** A register as a workbook (XLSX): a sheet for each year, newest first, and one for what is expected. */
final class RegisterSheets {

    private static final String ENTRIES = "条目";
    private static final String TOTAL = "合计";

    private final Register register;

    private RegisterSheets(Register register) {
        this.register = register;
    }

    /** Returns the bytes of the workbook. */
    static byte[] of(Register register) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "gongkai", null)) {
            new RegisterSheets(register).write(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return ReproducibleWorkbook.of(bytes.toByteArray());
    }

    private void write(Workbook workbook) {
        for (Register.Year year : register.years()) {
            year(new SheetWriter(workbook.newWorksheet(year.year() + "年"), header()), year);
        }
        List<Expectation> expected = register.years().stream()
                .flatMap(year -> year.expected().stream())
                .toList();
        if (!expected.isEmpty()) {
            expected(
                    new SheetWriter(
                            workbook.newWorksheet(register.showsGaps() ? "应有" : "未到期"),
                            List.of("事项", "期限", "完成", ENTRIES, "依据")),
                    expected);
        }
        if (register.years().isEmpty()) {
            // A workbook without a sheet cannot be opened.
            new SheetWriter(workbook.newWorksheet("台账"), header()).finish();
        }
    }

    private List<String> header() {
        List<String> header = register.columns().stream().map(ColumnSpec::name).collect(Collectors.toList());
        header.add(ENTRIES);
        return header;
    }

    private void year(SheetWriter sheet, Register.Year year) {
        int columns = register.columns().size();
        for (Register.Row row : year.rows()) {
            sheet.nextRow();
            for (int i = 0; i < columns; i++) {
                cell(sheet, i, row.cells().get(i));
            }
            sheet.text(columns, addresses(row.entries()));
        }
        YearTotals totals = YearTotals.of(register.spec(), year);
        if (!totals.sums().isEmpty()) {
            sums(sheet, totals.sums());
        }
        totals.counts().forEach((word, count) -> {
            sheet.nextRow();
            sheet.text(0, word);
            sheet.number(1, count, ColumnSpec.Type.NUMBER);
            sheet.bold(2);
        });
        sheet.finish();
    }

    private void sums(SheetWriter sheet, Map<String, BigDecimal> sums) {
        sheet.nextRow();
        boolean named = false;
        for (int i = 0; i < register.columns().size(); i++) {
            ColumnSpec column = register.columns().get(i);
            if (sums.containsKey(column.name())) {
                sheet.number(i, sums.get(column.name()), column.type());
            } else if (!named) {
                named = true;
                sheet.text(i, TOTAL);
            }
        }
        if (!named) {
            sheet.text(register.columns().size(), TOTAL);
        }
        sheet.bold(register.columns().size() + 1);
    }

    private void cell(SheetWriter sheet, int column, Cell cell) {
        if (cell instanceof Cell.Number number) {
            sheet.number(column, number.value(), register.columns().get(column).type());
        } else if (cell instanceof Cell.Day day) {
            sheet.day(column, day.day());
        } else {
            sheet.text(column, cell.text());
        }
    }

    private static void expected(SheetWriter sheet, List<Expectation> expected) {
        for (Expectation expectation : expected) {
            sheet.nextRow();
            sheet.text(0, expectation.what());
            sheet.day(1, expectation.due());
            sheet.text(2, expectation.done() ? "是" : "否");
            sheet.text(3, addresses(expectation.evidence()));
            sheet.text(4, expectation.basis());
        }
        sheet.finish();
    }

    private static String addresses(List<Item> items) {
        return items.stream().map(Item::address).collect(Collectors.joining(" "));
    }

    /**
     * The totals of a year.
     *
     * @param sums sums, by the name of the column that was added up
     * @param counts numbers of rows, by the word that was counted
     */
    private record YearTotals(Map<String, BigDecimal> sums, Map<String, BigDecimal> counts) {

        /** Returns the totals of a year, in the order of the definition. */
        public static YearTotals of(RegisterSpec spec, Register.Year year) {
            Map<String, BigDecimal> sums = new LinkedHashMap<>();
            Map<String, BigDecimal> counts = new LinkedHashMap<>();
            year.totals().forEach((name, total) -> (spec.sums().contains(name) ? sums : counts).put(name, total));
            return new YearTotals(sums, counts);
        }
    }
}
