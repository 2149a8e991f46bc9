package org.gongkai.register.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.register.Cell;
import org.gongkai.register.Register;
import org.gongkai.register.spec.ColumnSpec;
import org.gongkai.site.Item;

/** A register as comma-separated values. */
final class RegisterCsv {

    private RegisterCsv() {}

    /** Returns the text: rows of all years, newest year first, and the sums of each year after them. */
    static String of(Register register) {
        List<List<String>> lines = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("年度"));
        register.columns().forEach(column -> header.add(CsvText.text(column.name())));
        header.add("条目");
        lines.add(header);
        for (Register.Year year : register.years()) {
            year.rows().forEach(row -> lines.add(line(year.year(), row)));
        }
        for (Register.Year year : register.years()) {
            Map<String, BigDecimal> sums = YearTotals.of(register.spec(), year).sums();
            if (!sums.isEmpty()) {
                lines.add(sums(register, year.year(), sums));
            }
        }
        return CsvText.of(lines);
    }

    private static List<String> line(int year, Register.Row row) {
        List<String> line = new ArrayList<>(List.of(String.valueOf(year)));
        for (Cell cell : row.cells()) {
            line.add(cell instanceof Cell.Number ? cell.text() : CsvText.text(cell.text()));
        }
        line.add(row.entries().stream().map(Item::address).collect(Collectors.joining(" ")));
        return line;
    }

    /** The year is not alone in its cell, so that whoever selects the rows of a year does not add up its sums as well. */
    private static List<String> sums(Register register, int year, Map<String, BigDecimal> sums) {
        List<String> line = new ArrayList<>(List.of(year + "年合计"));
        for (ColumnSpec column : register.columns()) {
            BigDecimal sum = sums.get(column.name());
            line.add(sum == null ? "" : sum.toPlainString());
        }
        line.add("");
        return line;
    }
}
