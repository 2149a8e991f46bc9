package org.gongkai.publish.release.takedown;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.feature.register.model.Register;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.output.table.Cell;
import org.gongkai.output.table.PlainTable;
import org.gongkai.site.Editions;

/**
 * Takes the rows of a page out of the files of registers, and its events out of calendars. Tables and workbooks are
 * made anew of the rows that the JSON file beside them has.
 */
record RegisterFileRedaction(MentionRemoval mentions, TakenDownContent taken) {

    /** Those of editions too, which lie in releases. */
    private static final String ANYWHERE = "(?:" + Editions.ANY + ")?" + Register.FOLDER;

    private static final Pattern FILE = Pattern.compile(ANYWHERE + ".*\\.(?:json|csv|xlsx|ics)");
    private static final Pattern PAGE = Pattern.compile(ANYWHERE + ".*\\.html");
    private static final Pattern EVENT = Pattern.compile("(?s)BEGIN:VEVENT\r\n.*?END:VEVENT\r\n");

    /** The column of a row that has all entries of a class. */
    private static final String COUNT = "已公开";

    /** RFC 5545 folds lines, also within addresses. */
    private static final String FOLD = "\r\n ";

    /** Whether a file belongs to a register and is no page. */
    static boolean isFile(String path) {
        return FILE.matcher(path).matches();
    }

    /** Whether a file is the list of all registers. */
    static boolean isOverview(String path) {
        return path.equals(Register.FOLDER + "index.html");
    }

    /** Whether a file is the page of a register. */
    static boolean isPage(String path) {
        return PAGE.matcher(path).matches();
    }

    /** Whether a file names the page. The parts of workbooks are stored as they are, with texts in their bytes. */
    boolean isNamedIn(byte[] bytes) {
        String text = text(bytes);
        return mentions.isAddressIn(text) || taken.isNamedIn(text);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replace(FOLD, "");
    }

    /** The bytes of a file without what leads to the page; empty if it is not as this program writes it. */
    Optional<byte[]> without(Path site, String path) throws IOException {
        byte[] left = path.endsWith(".ics")
                ? EVENT.matcher(Files.readString(site.resolve(path)))
                        .replaceAll(event -> isNamedIn(event.group().getBytes(StandardCharsets.UTF_8))
                                ? ""
                                : Matcher.quoteReplacement(event.group()))
                        .getBytes(StandardCharsets.UTF_8)
                : anew(site, path);
        return Optional.of(left).filter(bytes -> !mentions.isAddressIn(text(bytes)));
    }

    /** How many lines less there are in each list and register, by its folder. */
    Map<String, Integer> lost(Path site, Collection<OutputFile> files) throws IOException {
        Map<String, Integer> lists = new TreeMap<>();
        for (OutputFile file : files) {
            String path = file.path();
            int lost = 0;
            if (isTable(path)) {
                lost = lost(site, path);
            } else if (Redaction.LISTS.matcher(path).matches()) {
                String html = Files.readString(site.resolve(path));
                lost = mentions.mayBeIn(html) && mentions.isListedIn(Redaction.parsed(html, path), path) ? 1 : 0;
            }
            if (lost > 0) {
                lists.put(MentionRemoval.folder(path), lost);
            }
        }
        return lists;
    }

    /** Whether a file is the one of a register from which the others are made. */
    private static boolean isTable(String path) {
        return isFile(path) && path.endsWith(".json");
    }

    /** How many rows a register loses. */
    private int lost(Path site, String path) throws IOException {
        int lost = 0;
        for (Object year : years(register(site.resolve(path))).fields().values()) {
            JsonObject all = new JsonObject((Map<?, ?>) year);
            lost += all.objects("rows").size() - left(all).objects("rows").size();
        }
        return lost;
    }

    private static Map<Object, Object> register(Path json) throws IOException {
        Map<Object, Object> register = new LinkedHashMap<>();
        if (Files.isRegularFile(json)) {
            Json.object(Files.readString(json)).ifPresent(read -> register.putAll(read.fields()));
        }
        return register;
    }

    private static JsonObject years(Map<Object, Object> register) {
        return new JsonObject(register).optionalObject("years").orElse(new JsonObject(Map.of()));
    }

    private byte[] anew(Path site, String path) throws IOException {
        int dot = path.lastIndexOf('.');
        Map<Object, Object> register = register(site.resolve(path.substring(0, dot) + ".json"));
        Map<Object, Object> years = new LinkedHashMap<>();
        List<String> columns = List.of("年度");
        List<List<Cell>> rows = new ArrayList<>();
        JsonObject all = years(register);
        for (Object year : all.fields().keySet()) {
            JsonObject left = left(all.optionalObject((String) year).orElseThrow());
            years.put(year, left.fields());
            for (JsonObject row : left.objects("rows")) {
                Map<Object, Object> cells = new LinkedHashMap<>(Map.of("年度", year));
                cells.putAll(row.fields());
                cells.put("条目", String.join(" ", row.texts("entries")));
                cells.remove("entries");
                columns = cells.keySet().stream().map(String.class::cast).toList();
                rows.add(
                        cells.values().stream().map(RegisterFileRedaction::cell).toList());
            }
        }
        register.replace("years", years);
        return switch (path.substring(dot)) {
            case ".csv" -> PlainTable.of("台账", columns, rows).csv();
            case ".xlsx" -> PlainTable.of("台账", columns, rows).xlsx();
            default -> (Json.indented(register) + "\n").getBytes(StandardCharsets.UTF_8);
        };
    }

    /** A year without what names the page, and without totals if these counted some of it. */
    private JsonObject left(JsonObject year) {
        Map<Object, Object> left = new LinkedHashMap<>(year.fields());
        for (String list : List.of("rows", "expected")) {
            left.put(
                    list,
                    year.objects(list).stream()
                            .<Map<?, ?>>map(one -> withoutEntry(one).fields())
                            .filter(one -> !mentions.isAddressIn(one.values().toString()))
                            .toList());
        }
        if (!left.get("rows").equals(year.fields().get("rows"))) {
            left.put("totals", Map.of());
        }
        return new JsonObject(left);
    }

    /** A row that counts its entries without the page; what else it says of them together is not known any more. */
    private JsonObject withoutEntry(JsonObject row) {
        List<String> entries = row.fields().containsKey(COUNT) ? row.texts("entries") : List.of();
        List<String> others =
                entries.stream().filter(one -> !mentions.isAddressIn(one)).toList();
        Map<Object, Object> left = new LinkedHashMap<>(row.fields());
        if (others.size() < entries.size()) {
            List<Object> names = List.copyOf(left.keySet());
            names.subList(names.indexOf(COUNT), names.size()).forEach(name -> left.put(name, null));
            left.put(COUNT, others.size());
            left.put("entries", others);
        }
        return new JsonObject(left);
    }

    private static Cell cell(Object value) {
        return value instanceof Number number
                ? new Cell.Number(new BigDecimal(number.toString()))
                : new Cell.Text(value == null ? "" : (String) value);
    }
}
