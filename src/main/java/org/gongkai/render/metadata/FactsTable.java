package org.gongkai.render.metadata;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.gongkai.input.config.Catalogue;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.ApprovalStep;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.FieldType;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.NoticePeriod;
import org.gongkai.render.model.Model;
import org.gongkai.site.Item;
import org.gongkai.text.DateText;
import org.gongkai.text.MoneyText;
import org.jsoup.nodes.Entities;

/** Converts the fields of a header to the rows of the metadata table and the tables below it. */
public record FactsTable(
        Catalogue catalogue, boolean persons, BiFunction<String, Value.Text, Optional<Item>> references) {

    /**
     * @param config the settings of the site: what the numbers in 目录项 mean, and whether 责任人 is shown
     * @param references finds the entry that a field names by the path of its source
     */
    public FactsTable(SiteConfig config, BiFunction<String, Value.Text, Optional<Item>> references) {
        this(config.data().catalogue(), config.display().personsShown(), references);
    }

    /** The rows of the metadata. */
    public FactGroups facts(Entry entry) {
        List<Model.Fact> first = List.of();
        List<Model.Fact> own = new ArrayList<>();
        if (entry.values().get(CommonField.MEETING) instanceof Value.Fields fields) {
            MeetingFacts meeting = MeetingFacts.of(fields, entry.kinds());
            first = meeting.first();
            own.addAll(first);
            own.addAll(meeting.others());
        }
        entry.own().forEach(field -> own(own, field));
        return new FactGroups(common(entry), own, first, KeyFacts.of(entry, first, own));
    }

    private List<Model.Fact> common(Entry entry) {
        List<Model.Fact> facts = new ArrayList<>();
        common(facts, entry, CommonField.NUMBER);
        add(facts, "文种", kinds(entry));
        common(facts, entry, CommonField.PUBLISHER);
        common(facts, entry, CommonField.SCOPE);
        entry.dates().signed().ifPresent(day -> add(facts, "成文日期", DateText.chinese(day)));
        add(facts, "发布日期", DateText.chinese(entry.dates().day()));
        common(facts, entry, CommonField.DOC_NUMBER);
        common(facts, entry, CommonField.VALIDITY);
        if (persons) {
            common(facts, entry, CommonField.OWNER);
        }
        common(facts, entry, CommonField.TERM);
        String item = entry.text(CommonField.CATALOGUE);
        if (!item.isEmpty()) {
            add(facts, "目录项", catalogue.label(item));
        }
        entry.dates().expires().ifPresent(day -> add(facts, "失效日期", DateText.chinese(day)));
        return facts;
    }

    /** The kinds as they were typed: a 决定 is not shown as a 决议 although it is checked like one. */
    private static String kinds(Entry entry) {
        Value typed = entry.values().get(CommonField.KIND);
        String text = typed == null ? "" : FieldText.of(typed);
        return text.isBlank() || text.chars().allMatch(c -> c < 128)
                ? String.join("、", entry.kinds().stream().map(Kind::name).toList())
                : text;
    }

    /** The typed tables: fields that are lists or tables, and say something. */
    public static List<Model.Table> tables(Entry entry) {
        List<Model.Table> tables = new ArrayList<>();
        for (Entry.OwnField own : entry.own()) {
            if (own.spec().type() == FieldType.TABLE && !own.isFromText() && own.value() instanceof Value.Items items) {
                tables.add(table(own.spec(), items));
            } else if (own.spec().type() == FieldType.LIST) {
                // What was typed as one text is not divided: a 、 may stand within an item.
                List<Value> items = own.value() instanceof Value.Items list ? list.items() : List.of(own.value());
                List<List<String>> rows = new ArrayList<>();
                items.forEach(item -> rows.add(List.of(String.valueOf(rows.size() + 1), FieldText.of(item))));
                tables.add(new Model.Table(
                        own.spec().name(), List.of("序号", own.spec().name()), rows));
            }
        }
        tables.removeIf(table -> table.columns().isEmpty());
        return tables;
    }

    private void own(List<Model.Fact> facts, Entry.OwnField own) {
        String name = own.spec().name();
        switch (own.spec().type()) {
            case LIST -> {}
            case TABLE -> {
                if (own.value() instanceof Value.Text text) {
                    add(facts, name, text.text());
                }
            }
            case REFERENCE -> {
                if (own.value() instanceof Value.Text text && !text.isBlank()) {
                    references
                            .apply(name, text)
                            .ifPresent(item ->
                                    facts.add(new Model.Fact(name, item.entry().title(), item.address())));
                }
            }
            case MONEY -> add(facts, name, MoneyText.yuan(FieldText.of(own.value())));
            case PERCENTAGE ->
                add(facts, name, FieldText.with(FieldText.of(own.value()).replace('％', '%'), "%"));
            // The end of another range than the period of a report is a deadline.
            case RANGE ->
                add(facts, name, name.equals("期间") ? FieldText.of(own.value()) : FieldText.withYears(own.value()));
            default -> add(facts, name, FieldText.of(own.value()));
        }
    }

    private static Model.Table table(FieldSpec spec, Value.Items items) {
        Set<String> columns = new LinkedHashSet<>();
        for (Value item : items.items()) {
            if (item instanceof Value.Fields row) {
                row.fields().forEach(field -> columns.add(field.key().text()));
            }
        }
        List<List<String>> rows = new ArrayList<>();
        for (Value item : items.items()) {
            if (item instanceof Value.Fields row) {
                rows.add(columns.stream()
                        .map(column -> row.value(column).map(FieldText::of).orElse(""))
                        .toList());
            }
        }
        List<String> headings = columns.stream()
                .map(typed -> spec.column(typed).map(FieldSpec::name).orElse(typed))
                .toList();
        return new Model.Table(spec.name(), headings, rows);
    }

    private static void common(List<Model.Fact> facts, Entry entry, CommonField field) {
        add(facts, field.label(), entry.text(field));
    }

    static void add(List<Model.Fact> facts, String label, String value) {
        if (!value.isEmpty()) {
            facts.add(new Model.Fact(label, value, null));
        }
    }

    /**
     * Selects the rows that stand above the body: what a reader of this kind of entry asks first. A long value would
     * push the body away, and a reference has a line of its own.
     */
    private static final class KeyFacts {

        /** The largest number of rows. */
        private static final int MOST = 6;

        /** The longest value, in characters. */
        private static final int LONGEST = 24;

        private KeyFacts() {}

        /**
         * Selects rows.
         *
         * @param meeting the rows of its meeting with which the body begins
         * @param own all rows of the entry's kinds and of its meeting
         */
        static List<Model.Fact> of(Entry entry, List<Model.Fact> meeting, List<Model.Fact> own) {
            List<Model.Fact> key = new ArrayList<>();
            boolean hasMoney =
                    entry.own().stream().anyMatch(field -> field.spec().type() == FieldType.MONEY);
            ofType(entry, own, type -> type == FieldType.MONEY, key);
            // Beside amounts, numbers of persons stand together too.
            ofType(entry, own, type -> hasMoney && type == FieldType.NUMBER, key);
            ofType(entry, own, type -> true, key);
            return key.stream()
                    .filter(fact -> fact.value().length() <= LONGEST && !meeting.contains(fact))
                    .limit(meeting.isEmpty() ? MOST : 2)
                    .toList();
        }

        private static void ofType(
                Entry entry, List<Model.Fact> own, Predicate<FieldType> types, List<Model.Fact> key) {
            for (Entry.OwnField field : entry.own()) {
                FieldType type = field.spec().type();
                boolean row = type != FieldType.TABLE && type != FieldType.LIST && type != FieldType.REFERENCE;
                String name = field.spec().name();
                if (row && types.test(type) && !NoticePeriod.CHANNELS.contains(name)) {
                    named(own, name).filter(fact -> !key.contains(fact)).ifPresent(key::add);
                }
            }
        }

        private static Optional<Model.Fact> named(List<Model.Fact> facts, String label) {
            return facts.stream().filter(fact -> fact.label().equals(label)).findFirst();
        }
    }

    /** The steps that an entry took to its publication, in the order of 《党务公开条例（试行）》. */
    public static final class PublicationChain {

        private PublicationChain() {}

        /**
         * Returns the steps that the header states.
         *
         * @param persons whether readers see who took them
         */
        public static List<Model.Step> of(Entry entry, boolean persons) {
            List<Model.Step> steps = new ArrayList<>();
            String owner =
                    entry.text(entry.text(CommonField.DRAFTER).isEmpty() ? CommonField.OWNER : CommonField.DRAFTER);
            boolean begun = entry.values().containsKey(CommonField.SECRECY_REVIEW)
                    || entry.values().containsKey(CommonField.APPROVAL);
            if (begun && persons && !owner.isEmpty()) {
                steps.add(new Model.Step("拟稿", owner, null));
            }
            add(steps, entry, CommonField.SECRECY_REVIEW, persons, "审查人", "reviewer");
            add(steps, entry, CommonField.EXAMINATION, persons, "审核人", "examiner");
            add(steps, entry, CommonField.APPROVAL, persons, "审批人", "approver");
            return List.copyOf(steps);
        }

        private static void add(
                List<Model.Step> steps, Entry entry, CommonField field, boolean persons, String... names) {
            Value value = entry.values().get(field);
            if (value == null || value instanceof Value.Text text && text.isBlank()) {
                return;
            }
            ApprovalStep step = ApprovalStep.of(value, names);
            String person = persons && !step.person().isEmpty() ? step.person() : null;
            String day = step.date().map(DateText::chinese).orElse(null);
            steps.add(new Model.Step(field.label(), person, day));
        }
    }

    /**
     * Writes the typed tables of an entry as plain HTML, so that those of two versions can be compared with their
     * bodies.
     */
    public static final class FieldTables {

        private FieldTables() {}

        public static String html(List<Model.Table> tables) {
            StringBuilder html = new StringBuilder();
            for (Model.Table table : tables) {
                html.append("<div class=\"table-wrap\" role=\"group\" tabindex=\"0\" aria-label=\"");
                html.append(Entities.escape(table.caption()));
                html.append("\"><table><caption>");
                html.append(Entities.escape(table.caption()));
                html.append("</caption><thead>");
                row(table.columns(), "th scope=\"col\"", "th", html);
                html.append("</thead><tbody>");
                table.rows().forEach(row -> row(row, "td", "td", html));
                html.append("</tbody></table></div>\n");
            }
            return html.toString();
        }

        private static void row(List<String> cells, String open, String close, StringBuilder html) {
            html.append("<tr>");
            for (String cell : cells) {
                html.append('<').append(open).append('>');
                html.append(Entities.escape(cell));
                html.append("</").append(close).append('>');
            }
            html.append("</tr>");
        }
    }
}
