package org.gongkai.feature.register.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;
import org.gongkai.testing.SiteFolder;

/** The JSON file of a register, as a program reads it. */
final class RegisterJsonFile {

    private final Map<String, JsonObject> years = new LinkedHashMap<>();

    RegisterJsonFile(SiteFolder site, String register) {
        Json.object(site.page("registers/" + register + "/" + register + ".json"))
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

    /** What is expected of all years and satisfies a condition: day and name. */
    List<String> expected(Predicate<JsonObject> condition) {
        return years.keySet().stream()
                .flatMap(year -> expected(year).stream())
                .filter(condition)
                .map(expected -> expected.text("due") + " " + expected.text("what"))
                .sorted()
                .toList();
    }

    /** Everything, line by line, as {@link Answer} says it. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (String year : years.keySet()) {
            lines.add(year + "年");
            for (List<Object> row : rows(year, true)) {
                String entries = row.remove(row.size() - 1).toString();
                lines.add(year + " " + Answer.row(row, List.of(entries)));
            }
            totals(year).forEach((name, value) -> lines.add(year + " " + Answer.total(name, value)));
            expected(year)
                    .forEach(it -> lines.add(year + " "
                            + Answer.expectation(
                                    it.text("what"),
                                    it.text("due"),
                                    it.bool("done"),
                                    it.optionalText("entry").orElse(null))));
        }
        return lines;
    }
}
