package org.gongkai.portal.collect;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.io.FileLimit;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;

/** Reads the JSON files of the registers of a published site. */
final class RegisterFigures {

    private static final Pattern REGISTER = Pattern.compile("registers/([^/]+)/\\1\\.json");

    private final List<Figures.Item> items = new ArrayList<>();
    private final List<Figures.Dues> dues = new ArrayList<>();
    /** By body and day: a committee has a row for each of its members. */
    private final Map<String, Figures.Term> terms = new TreeMap<>();

    private final List<Figures.Expected> expected = new ArrayList<>();

    /**
     * Reads all registers of a site.
     *
     * @param files the paths of its files
     * @param limit for each of them
     * @throws RuntimeException if one is not as this program writes it
     */
    static Figures of(Path site, Collection<String> files, FileLimit limit) throws IOException {
        RegisterFigures figures = new RegisterFigures();
        for (String file : files) {
            Matcher register = REGISTER.matcher(file);
            if (register.matches()) {
                String text = limit.text(site.resolve(file));
                figures.add(
                        register.group(1),
                        Json.object(text).orElseThrow(() -> new IllegalArgumentException(file + " is no JSON")));
            }
        }
        return new Figures(figures.items, figures.dues, List.copyOf(figures.terms.values()), figures.expected);
    }

    private void add(String id, JsonObject register) {
        JsonObject years = register.optionalObject("years").orElseThrow();
        for (Object name : years.fields().keySet()) {
            int year = Integer.parseInt((String) name);
            JsonObject fields = years.optionalObject((String) name).orElseThrow();
            for (JsonObject row : fields.objects("rows")) {
                switch (id) {
                    case "catalogue" -> item(year, row);
                    case "dues" -> dues(year, row);
                    case "organisation" -> term(row);
                    default -> {
                        // A portal shows no rows of other registers.
                    }
                }
            }
            for (JsonObject row : fields.objects("expected")) {
                if (!row.bool("done")) {
                    expected.add(
                            new Figures.Expected(id, register.text("name"), row.text("what"), day(row.text("due"))));
                }
            }
        }
    }

    private void item(int year, JsonObject row) {
        Optional<String> item = row.optionalText("目录项");
        if (item.isPresent()) {
            items.add(new Figures.Item(
                    year,
                    item.get(),
                    row.optionalText("事项").orElse(item.get()),
                    (int) row.number("已公开"),
                    addresses(row)));
        }
    }

    private void dues(int year, JsonObject row) {
        Optional<String> period = row.optionalText("期间");
        Optional<BigDecimal> due = amount(row, "应交金额");
        Optional<BigDecimal> paid = amount(row, "实交金额");
        if (period.isPresent() && due.isPresent() && paid.isPresent()) {
            dues.add(new Figures.Dues(
                    year,
                    period.get(),
                    due.get(),
                    paid.get(),
                    addresses(row).stream().findFirst()));
        }
    }

    private static List<String> addresses(JsonObject row) {
        List<String> addresses = row.texts("entries");
        addresses.forEach(ReleaseReader::requireAddress);
        return addresses;
    }

    private static String day(String text) {
        return LocalDate.parse(text).toString();
    }

    private static Optional<BigDecimal> amount(JsonObject row, String name) {
        return row.fields().get(name) instanceof Number number
                ? Optional.of(new BigDecimal(number.toString()))
                : Optional.empty();
    }

    private void term(JsonObject row) {
        row.optionalText("任期届满").ifPresent(ends -> {
            String body = row.optionalText("类别").orElse("");
            terms.putIfAbsent(body + "\n" + ends, new Figures.Term(body, day(ends)));
        });
    }
}
