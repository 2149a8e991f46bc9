package org.gongkai.cli.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.cli.text.TextTable;
import org.gongkai.feature.register.model.Register;
import org.gongkai.io.Json;

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
        List<Object> all = new ArrayList<>();
        for (Register register : registers) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("register", register.spec().id());
            fields.put("name", register.spec().name());
            fields.put("asOf", register.asOf().toString());
            fields.put("rows", rows(register));
            fields.put("missing", register.missing().size());
            fields.put("overdue", overdue(register));
            all.add(fields);
        }
        return Json.indented(all) + "\n";
    }

    private static int rows(Register register) {
        return register.years().stream().mapToInt(year -> year.rows().size()).sum();
    }

    private static long overdue(Register register) {
        return register.missing().stream()
                .filter(expected -> expected.isOverdue(register.asOf()))
                .count();
    }
}
