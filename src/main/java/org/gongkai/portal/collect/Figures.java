package org.gongkai.portal.collect;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.io.JsonObject;

/**
 * What the machine-readable registers of a published site say that a portal shows.
 *
 * @param items the items of the catalogue of what is to be published
 * @param dues the dues by quarter
 * @param terms the terms of the committee and other bodies
 * @param expected what a rule expects and was not done when the site was built
 */
public record Figures(List<Item> items, List<Dues> dues, List<Term> terms, List<Expected> expected) {

    /** A site without registers. */
    public static final Figures NONE = new Figures(List.of(), List.of(), List.of(), List.of());

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
     * @param evidence the address of the entry that tells them
     */
    public record Dues(int year, String period, BigDecimal due, BigDecimal paid, Optional<String> evidence) {}

    /** A term that ends on a day. */
    public record Term(String body, String ends) {}

    /**
     * Something that a rule expects.
     *
     * @param register the folder name of the register that expects it
     * @param name the name of that register
     * @param due the last day on which it is in time
     */
    public record Expected(String register, String name, String what, String due) {}

    public Figures {
        items = List.copyOf(items);
        dues = List.copyOf(dues);
        terms = List.copyOf(terms);
        expected = List.copyOf(expected);
    }

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(
                "items",
                items.stream()
                        .map(item -> ordered(
                                "year", item.year(),
                                "item", item.item(),
                                "name", item.name(),
                                "published", item.published(),
                                "evidence", item.evidence()))
                        .toList());
        fields.put(
                "dues",
                dues.stream()
                        .map(row -> ordered(
                                "year", row.year(),
                                "period", row.period(),
                                "due", row.due().toPlainString(),
                                "paid", row.paid().toPlainString(),
                                "evidence", row.evidence()))
                        .toList());
        fields.put(
                "terms",
                terms.stream()
                        .map(term -> ordered("body", term.body(), "ends", term.ends()))
                        .toList());
        fields.put(
                "expected",
                expected.stream()
                        .map(row -> ordered(
                                "register", row.register(),
                                "name", row.name(),
                                "what", row.what(),
                                "due", row.due()))
                        .toList());
        return fields;
    }

    static Figures of(JsonObject fields) {
        return new Figures(
                fields.objects("items").stream()
                        .map(item -> new Item(
                                (int) item.number("year"),
                                item.text("item"),
                                item.text("name"),
                                (int) item.number("published"),
                                item.texts("evidence")))
                        .toList(),
                fields.objects("dues").stream()
                        .map(row -> new Dues(
                                (int) row.number("year"),
                                row.text("period"),
                                new BigDecimal(row.text("due")),
                                new BigDecimal(row.text("paid")),
                                row.optionalText("evidence")))
                        .toList(),
                fields.objects("terms").stream()
                        .map(term -> new Term(term.text("body"), term.text("ends")))
                        .toList(),
                fields.objects("expected").stream()
                        .map(row ->
                                new Expected(row.text("register"), row.text("name"), row.text("what"), row.text("due")))
                        .toList());
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
