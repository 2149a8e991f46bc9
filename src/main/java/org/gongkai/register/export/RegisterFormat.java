package org.gongkai.register.export;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.register.Cell;
import org.gongkai.register.Register;
import org.gongkai.site.Item;

/** The format of a file of a register. */
public enum RegisterFormat {
    JSON("json") {
        @Override
        public byte[] bytes(Register register) {
            return RegisterJson.of(register).getBytes(StandardCharsets.UTF_8);
        }
    },
    CSV("csv") {
        @Override
        public byte[] bytes(Register register) {
            return RegisterCsv.of(register).getBytes(StandardCharsets.UTF_8);
        }
    },
    XLSX("xlsx") {
        @Override
        public byte[] bytes(Register register) {
            return RegisterSheets.of(register);
        }
    };

    private final String ending;

    RegisterFormat(String ending) {
        this.ending = ending;
    }

    /** Returns the address of the file of a register, from the root of the site. */
    public String address(String id) {
        return Register.FOLDER + id + "/" + id + "." + ending;
    }

    /** Whether the file tells the day for which it was made. */
    public boolean tellsDay() {
        return this == JSON;
    }

    /** Returns the content of the file of a register; the same for the same register, on any machine. */
    public abstract byte[] bytes(Register register);

    /** A register as comma-separated values. */
    private static final class RegisterCsv {

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
}
