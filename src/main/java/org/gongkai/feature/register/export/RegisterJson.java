package org.gongkai.feature.register.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.feature.register.model.Expectation;
import org.gongkai.feature.register.model.Register;
import org.gongkai.io.Json;
import org.gongkai.output.table.Cell;
import org.gongkai.site.Item;

/** A register as a JSON object, years newest first. */
final class RegisterJson {

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
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("rows", year.rows().stream().map(row -> row(register, row)).toList());
        fields.put("totals", year.totals());
        fields.put(
                "expected",
                year.expected().stream().map(RegisterJson::expectation).toList());
        return fields;
    }

    private static Map<String, Object> row(Register register, Register.Row row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < row.cells().size(); i++) {
            fields.put(register.columns().get(i).name(), value(row.cells().get(i)));
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
