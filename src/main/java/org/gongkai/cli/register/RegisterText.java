package org.gongkai.cli.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.cli.text.TextTable;
import org.gongkai.feature.register.model.ColumnSpec;
import org.gongkai.feature.register.model.ColumnType;
import org.gongkai.feature.register.model.Expectation;
import org.gongkai.feature.register.model.Register;
import org.gongkai.io.Json;
import org.gongkai.output.table.Cell;

/** One register as text: for each year its rows, its totals and what is missing. */
record RegisterText(Register register, String audience) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(register.spec().name() + "：公开对象“" + audience + "”，截至 " + register.asOf());
        if (register.years().isEmpty()) {
            lines.add("还没有登记。");
        }
        for (Register.Year year : register.years()) {
            lines.add("");
            lines.add(year.year() + "年，" + year.rows().size() + " 行");
            if (!year.rows().isEmpty()) {
                lines.addAll(rows(year));
            }
            if (!year.totals().isEmpty()) {
                lines.add("合计：" + totals(year.totals()));
            }
            lines.addAll(missing(year));
        }
        return lines;
    }

    private List<String> rows(Register.Year year) {
        List<ColumnSpec> columns = register.columns();
        Set<Integer> numbers = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).type().isNumber())
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
        TextTable table = new TextTable(columns.stream().map(ColumnSpec::name).toList(), numbers);
        for (Register.Row row : year.rows()) {
            table.add(IntStream.range(0, columns.size())
                    .mapToObj(i -> columns.get(i).type().plain(row.cells().get(i)))
                    .toList());
        }
        return table.lines();
    }

    private String totals(Map<String, BigDecimal> totals) {
        return totals.entrySet().stream()
                .map(total -> total.getKey() + " " + type(total.getKey()).plain(new Cell.Number(total.getValue())))
                .collect(Collectors.joining(" · "));
    }

    /** The type of a total, which may be the number of a word. */
    private ColumnType type(String total) {
        int column = register.spec().column(total);
        return column < 0 ? ColumnType.NUMBER : register.columns().get(column).type();
    }

    private List<String> missing(Register.Year year) {
        LocalDate asOf = register.asOf();
        List<String> lines = new ArrayList<>();
        year.expected().stream()
                .filter(expected -> !expected.done())
                .sorted(Comparator.comparing(expected -> !expected.isOverdue(asOf)))
                .forEach(expected -> lines.add(line(expected, expected.isOverdue(asOf))));
        if (!lines.isEmpty()) {
            lines.add(0, "应有而没有的：");
        }
        return lines;
    }

    private static String line(Expectation expected, boolean isOverdue) {
        return (isOverdue ? "  已逾期  " : "  未到期  ")
                + expected.due() + "  " + expected.what()
                + (expected.basis().isEmpty() ? "" : "（" + expected.basis() + "）");
    }

    /** All registers: how many rows each has, what is missing in it and how much of that is overdue. */
    record RegisterList(List<Register> registers) {

        List<String> lines() {
            TextTable table = new TextTable(List.of("名称", "标识", "行数", "缺少", "其中已逾期"), Set.of(2, 3, 4));
            for (Register register : registers) {
                table.add(List.of(
                        register.spec().name(),
                        register.spec().id(),
                        String.valueOf(rows(register)),
                        String.valueOf(register.missing().size()),
                        String.valueOf(overdue(register))));
            }
            return table.lines();
        }

        String json() {
            return Json.of(registers.stream()
                            .map(it -> Json.fields(
                                    "register", it.spec().id(),
                                    "name", it.spec().name(),
                                    "asOf", it.asOf(),
                                    "rows", rows(it),
                                    "missing", it.missing().size(),
                                    "overdue", overdue(it)))
                            .toList())
                    + "\n";
        }

        private static int rows(Register register) {
            return register.years().stream()
                    .mapToInt(year -> year.rows().size())
                    .sum();
        }

        private static long overdue(Register register) {
            return register.missing().stream()
                    .filter(expected -> expected.isOverdue(register.asOf()))
                    .count();
        }
    }
}
