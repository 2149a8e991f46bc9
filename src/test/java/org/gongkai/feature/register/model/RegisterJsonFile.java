package org.gongkai.feature.register.model;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;
import org.gongkai.testing.SiteFolder;

/** The JSON file of a register, as a program reads it. */
final class RegisterJsonFile {

    private final Map<String, JsonObject> years = new LinkedHashMap<>();

    /** @param site the folder of the built site */
    RegisterJsonFile(Path site, String register) {
        Json.object(SiteFolder.read(site.resolve("registers/" + register + "/" + register + ".json")))
                .orElseThrow()
                .optionalObject("years")
                .orElseThrow()
                .fields()
                .forEach((year, said) -> years.put(year.toString(), new JsonObject((Map<?, ?>) said)));
    }

    /** The years, newest first. */
    List<String> years() {
        return List.copyOf(years.keySet());
    }

    /** The rows of a year; with their entries in one last cell if that is asked for. */
    List<List<Object>> rows(String year, boolean withEntries) {
        List<List<Object>> rows = new ArrayList<>();
        for (JsonObject row : years.get(year).objects("rows")) {
            List<Object> cells = new ArrayList<>();
            row.fields().forEach((column, value) -> {
                if (!column.equals("entries")) {
                    cells.add(value);
                }
            });
            if (withEntries) {
                cells.add(String.join(" ", row.texts("entries")));
            }
            rows.add(cells);
        }
        return rows;
    }

    /** A column of the rows of a year, in their order. */
    List<String> column(String year, String column) {
        return years.get(year).objects("rows").stream()
                .map(row -> String.valueOf(row.fields().get(column)))
                .toList();
    }

    Map<String, Object> totals(String year) {
        Map<String, Object> totals = new LinkedHashMap<>();
        years.get(year)
                .optionalObject("totals")
                .orElseThrow()
                .fields()
                .forEach((name, value) -> totals.put(name.toString(), value));
        return totals;
    }

    List<JsonObject> expected(String year) {
        return years.get(year).objects("expected");
    }

    /** Everything, line by line. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (String year : years.keySet()) {
            lines.add(year + "年");
            for (List<Object> row : rows(year, true)) {
                Object entries = row.remove(row.size() - 1);
                String cells = row.stream().map(RegisterJsonFile::text).collect(Collectors.joining(" | "));
                lines.add(year + " " + cells.replaceFirst("(?: \\| —)+$", "") + " ← " + entries);
            }
            totals(year).forEach((name, value) -> lines.add(year + " 合计 " + name + " " + text(value)));
            expected(year)
                    .forEach(it -> lines.add(year + " 应有 " + it.text("what") + "，" + it.text("due") + "，"
                            + (it.bool("done") ? "有" : "缺") + "，"
                            + it.optionalText("entry").orElse("—")));
        }
        return lines;
    }

    /** A value, so that 8 and 8.0 are the same number and the text 8 is none. */
    private static String text(Object value) {
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
        }
        String text = value == null ? "—" : value.toString();
        return text.matches("-?[\\d.]+") ? "“" + text + "”" : text;
    }
}
