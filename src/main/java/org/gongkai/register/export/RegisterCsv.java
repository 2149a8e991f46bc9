package org.gongkai.register.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.register.Cell;
import org.gongkai.register.Register;
import org.gongkai.site.Item;

/** A register as comma-separated values. */
final class RegisterCsv {

    private RegisterCsv() {}

    /** Returns the text: rows of all years, newest year first. It has no sums, which whoever adds up a column would count again. */
    static String of(Register register) {
        List<List<String>> lines = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("年度"));
        register.columns().forEach(column -> header.add(CsvText.text(column.name())));
        header.add("条目");
        lines.add(header);
        for (Register.Year year : register.years()) {
            year.rows().forEach(row -> lines.add(line(year.year(), row)));
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
}
