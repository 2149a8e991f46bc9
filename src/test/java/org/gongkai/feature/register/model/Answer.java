package org.gongkai.feature.register.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a register says, line by line: each row, total and expectation of each year. */
final class Answer {

    private final TreeMap<Integer, List<String>> years = new TreeMap<>();

    /** A row: its cells, null where there is nothing and left out at the end, and the entries behind it. */
    void row(int year, List<Draft> entries, Object... cells) {
        line(
                year,
                row(Arrays.asList(cells), entries.stream().map(Draft::address).toList()));
    }

    /** A row of a single entry. */
    void row(int year, Draft entry, Object... cells) {
        row(year, List.of(entry), cells);
    }

    void total(int year, String name, Object value) {
        line(year, total(name, value));
    }

    /** Something expected; without an entry it was not done. */
    void expected(int year, String what, LocalDate due, Draft entry) {
        expected(year, what, due, entry != null, entry);
    }

    void expected(int year, String what, LocalDate due, boolean done, Draft entry) {
        line(year, expectation(what, due.toString(), done, entry == null ? null : entry.address()));
    }

    void line(int year, String line) {
        years.computeIfAbsent(year, y -> new ArrayList<>()).add(line);
    }

    /** A year of which nothing is said. */
    void year(int year) {
        years.computeIfAbsent(year, y -> new ArrayList<>());
    }

    /** All lines, each with its year. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        years.descendingMap().forEach((year, said) -> {
            lines.add(year + "年");
            said.forEach(line -> lines.add(year + " " + line));
        });
        return lines;
    }

    static String row(List<?> cells, List<String> addresses) {
        String said = cells.stream().map(Answer::text).collect(Collectors.joining(" | "));
        return said.replaceFirst("(?: \\| —)+$", "") + " ← " + String.join(" ", addresses);
    }

    static String total(String name, Object value) {
        return "合计 " + name + " " + text(value);
    }

    static String expectation(String what, String due, boolean done, String address) {
        return "应有 " + what + "，" + due + "，" + (done ? "有" : "缺") + "，" + text(address);
    }

    /** A value, so that 8 and 8.0 are the same number and the text 8 is none. */
    static String text(Object value) {
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
        }
        String text = value == null ? "—" : value.toString();
        return text.matches("-?[\\d.]+") ? "“" + text + "”" : text;
    }

    /** A percentage with one decimal; null without a whole. */
    static BigDecimal percent(Number part, Number whole) {
        BigDecimal all = new BigDecimal(whole.toString());
        return all.signum() == 0
                ? null
                : new BigDecimal(part.toString())
                        .multiply(BigDecimal.valueOf(100))
                        .divide(all, 1, RoundingMode.HALF_UP);
    }
}
