package org.gongkai.portal.collect;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.io.FileLimit;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;
import org.gongkai.text.DateText;

/**
 * What the machine-readable registers of a published site say that a portal shows.
 *
 * @param items the items of the catalogue of what is to be published
 * @param dues the dues by quarter
 * @param terms the terms of the committee and other bodies
 * @param expected what a rule expects and was not done when the site was built
 * @param gaps whether it publishes what is overdue: otherwise nothing is known of that
 * @param began the first day of which it tells anything, an entry or a term; empty if of none
 */
public record PublishedFigures(
        List<Item> items, List<Dues> dues, List<Term> terms, List<Expected> expected, boolean gaps, String began) {

    /** The folder of the registers in a published site. */
    private static final String REGISTERS = "registers/";

    private static final Pattern REGISTER = Pattern.compile(REGISTERS + "([^/]+)/\\1\\.json");

    /** A site without registers. */
    public static final PublishedFigures NONE =
            new PublishedFigures(List.of(), List.of(), List.of(), List.of(), false, "");

    /**
     * An item of the catalogue in a year.
     *
     * @param published how many entries were published for it
     * @param evidence the addresses of these entries
     */
    public record Item(int year, String item, String name, int published, List<String> evidence) {}

    /**
     * The dues of a period.
     *
     * @param due what was due; no more than what was paid if the rest was paid too much before
     * @param evidence the address of the entry that tells them
     */
    public record Dues(int year, String period, BigDecimal due, BigDecimal paid, Optional<String> evidence) {}

    /** A term with its first day, if that is told, and its last. */
    public record Term(String body, Optional<String> begins, String ends) {}

    /**
     * Something that a rule expects, or that was to be done by a day of its own.
     *
     * @param register the folder name of the register that expects it
     * @param due the last day on which it is in time; of a 公示 its own last day
     * @param entry the address of the entry that it is about
     * @param isNotice whether it is the result of a 公示, which is told after its last day
     */
    public record Expected(String register, String what, String due, Optional<String> entry, boolean isNotice) {}

    /** Whether a site lists the result of a 公示 among what is still to be told. */
    public boolean isUntold(String address) {
        return expected.stream()
                .anyMatch(
                        one -> (one.isNotice || one.what.endsWith("：公布结果")) && one.entry.equals(Optional.of(address)));
    }

    /** The page of a register in a published site. */
    public static String register(String name) {
        return REGISTERS + name + "/index.html";
    }

    /**
     * Reads all registers of a site.
     *
     * @param files the paths of its files
     * @param limit for each of them
     * @param first the day of its first entry, if it has any
     * @throws RuntimeException if one is not as this program writes it
     */
    static PublishedFigures of(Path site, Collection<String> files, FileLimit limit, Optional<String> first)
            throws IOException {
        Reading figures = new Reading();
        for (String file : files) {
            Matcher register = REGISTER.matcher(file);
            if (register.matches()) {
                String text = limit.text(site.resolve(file));
                figures.add(
                        register.group(1),
                        Json.object(text).orElseThrow(() -> new IllegalArgumentException(file + " is no JSON")));
            }
        }
        figures.terms.forEach(term ->
                figures.expect(new Expected("organisation", term.body + "任期届满", term.ends, Optional.empty(), false)));
        // Until the day that a rule gives it, a result is not late.
        figures.expected.removeIf(one -> one.isNotice
                && figures.expected.stream().anyMatch(other -> !other.isNotice && other.entry.equals(one.entry)));
        return new PublishedFigures(
                figures.items,
                figures.dues,
                List.copyOf(figures.terms),
                figures.expected,
                figures.gaps,
                Stream.concat(first.stream(), figures.terms.stream().flatMap(term -> term.begins.stream()))
                        .min(String::compareTo)
                        .orElse(""));
    }

    /** What was read so far. */
    private static final class Reading {

        private final List<Item> items = new ArrayList<>();
        private final List<Dues> dues = new ArrayList<>();
        private static final String UNDONE = "(?:未开始|进行中).*";

        /** A committee has a row for each of its members. */
        private final Set<Term> terms = new LinkedHashSet<>();

        private final List<Expected> expected = new ArrayList<>();
        private final Set<String> told = new LinkedHashSet<>();
        private boolean gaps;

        private void add(String id, JsonObject register) {
            gaps |= Boolean.TRUE.equals(register.fields().get("gaps"));
            JsonObject years = register.optionalObject("years").orElseThrow();
            for (Object name : years.fields().keySet()) {
                int year = Integer.parseInt((String) name);
                JsonObject fields = years.optionalObject((String) name).orElseThrow();
                for (JsonObject row : fields.objects("rows")) {
                    switch (id) {
                        case "catalogue" -> item(year, row);
                        case "dues" -> dues(year, row);
                        case "organisation" -> term(row);
                        case "notices" -> open(id, row, "事项", "公示结束", "结果", "");
                        case "tasks" -> open(id, row, "内容", "时限", "状态", UNDONE);
                        case "rectification" -> open(id, row, "问题", "时限", "完成情况", UNDONE);
                        default -> {
                            // A portal shows no rows of other registers.
                        }
                    }
                }
                for (JsonObject row : fields.objects("expected")) {
                    Optional<String> entry = row.optionalText("entry");
                    entry.ifPresent(ReleaseReader::requireAddress);
                    if (!row.bool("done")) {
                        expect(new Expected(id, row.text("what"), day(row.text("due")), entry, false));
                    }
                }
            }
        }

        /** Two registers may expect the same of an entry, as the result of a 公示. */
        private void expect(Expected one) {
            if (one.entry().isEmpty() || told.add(one.entry() + one.due() + one.what())) {
                expected.add(one);
            }
        }

        /** What was to be done by a day that a row names, unless it is not in one of these states. */
        private void open(String id, JsonObject row, String what, String due, String state, String open) {
            Optional<LocalDate> day = row.optionalText(due).flatMap(DateText::day);
            if (day.isPresent() && row.optionalText(state).orElse("").matches(open)) {
                String text = row.optionalText(what).orElse("");
                Optional<String> entry = addresses(row).stream().findFirst();
                expect(new Expected(id, text, day.get().toString(), entry, id.equals("notices")));
            }
        }

        private void item(int year, JsonObject row) {
            Optional<String> item = row.optionalText("目录项");
            if (item.isPresent()) {
                items.add(new Item(
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
                BigDecimal settled = amount(row, "settled").map(paid.get()::add).orElse(paid.get());
                dues.add(new Dues(
                        year,
                        period.get(),
                        settled.compareTo(due.get()) < 0 ? due.get() : due.get().min(paid.get()),
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
            row.optionalText("任期届满")
                    .ifPresent(ends -> terms.add(new Term(
                            row.optionalText("类别").orElse(""),
                            row.optionalText("任期开始").map(Reading::day),
                            day(ends))));
        }
    }
}
