package org.gongkai.feature.register.source;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.gongkai.feature.register.model.ExpectationSpec;
import org.gongkai.feature.register.model.RegisterSpec;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.config.Organisation.Person;
import org.gongkai.input.config.ValidityPeriod;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.fact.EntryFacts;
import org.gongkai.site.fact.Facts;
import org.gongkai.site.fact.NextStage;
import org.gongkai.text.DateText;
import org.gongkai.text.Period;

/** Finds the rows of registers in the site of an audience. Immutable. */
public final class RowSource {

    private static final String COUNTDOWN = "距今.";

    /** Says of an entry whose header has no rows of its table that its text has them; it is a row for that. */
    private static final String IN_TEXT = "见原文";

    private final Site site;
    private final WorkCalendar calendar;
    private final List<Item> oldestFirst;
    private final Organisation branch;
    private final List<String> groups;
    private final Map<String, List<Item>> byKind = new HashMap<>();

    public RowSource(Site site, WorkCalendar calendar) {
        this.site = site;
        this.calendar = calendar;
        this.branch = site.config().data().organisation();
        this.groups = branch.groupNames();
        List<Item> items = new ArrayList<>(site.items());
        Collections.reverse(items);
        this.oldestFirst = List.copyOf(items);
        for (Item item : oldestFirst) {
            for (Kind kind : item.entry().kinds()) {
                byKind.computeIfAbsent(kind.name(), name -> new ArrayList<>()).add(item);
            }
        }
    }

    /**
     * Returns the facts of each row of a register, those of older entries first.
     *
     * @param covered whether the register expects anything of a period
     */
    public List<Facts> rows(RegisterSpec spec, Predicate<Period> covered) {
        List<Facts> rows = new ArrayList<>();
        switch (spec.source().type()) {
            case ENTRY -> items(spec).forEach(item -> rows.add(ofEntry(spec, item)));
            case NOTICE ->
                items(spec).stream()
                        .filter(item -> item.entry().notice().isPresent())
                        .forEach(item -> rows.add(ofEntry(spec, item)));
            case TABLE_ROW ->
                items(spec).stream()
                        .flatMap(item -> tableRows(spec, item, facts(spec, item)).stream())
                        .forEach(row -> rows.add(ofPersons(row, branch)));
            case ORGANISATION -> {
                if (site.config().data().organisation().known()) {
                    rows.addAll(OrganisationRows.of(site));
                }
            }
            case CATALOGUE -> rows.addAll(new CatalogueRows(site, covered, inTime(spec), calendar).rows());
        }
        List<Facts> events = rows.size() < 2 || spec.source().sameEvent().isEmpty() || spec.isByPeriod()
                ? rows
                : SameEvent.merge(rows, spec.source().sameEvent());
        return (Stages.areAsked(spec)
                        ? new Stages(spec.procedure(), site.asOf(), entry -> NextStage.after(entry, site)).of(events)
                        : events)
                .stream().map(this::withCountdown).toList();
    }

    /**
     * {@code 距今.a} is the number of days from the day of the site to the day under a; nothing once that day has passed.
     */
    private Facts withCountdown(Facts facts) {
        return facts.with(path -> !path.startsWith(COUNTDOWN)
                ? Optional.empty()
                : Optional.of(DateText.parse(facts.text(path.substring(COUNTDOWN.length()))).stream()
                        .map(time -> ChronoUnit.DAYS.between(site.asOf(), time.toLocalDate()))
                        .filter(days -> days >= 0)
                        .map(String::valueOf)
                        .toList()));
    }

    /** How many days after a period what the catalogue wants of it is still in time. */
    private static int inTime(RegisterSpec spec) {
        return spec.expected(ExpectationSpec.Type.CATALOGUE).stream()
                .map(ExpectationSpec::days)
                .findFirst()
                .orElse(CatalogueRows.IN_TIME);
    }

    /** Returns the rows of all tables of a name, of whatever entries. */
    public List<Facts> table(String name) {
        return oldestFirst.stream()
                .flatMap(item -> tableRows(List.of(name), item, new EntryFacts(item, List.of(), groups)).stream())
                .toList();
    }

    private List<Item> items(RegisterSpec spec) {
        List<String> kinds = spec.source().kinds();
        if (kinds.isEmpty()) {
            return site.counted(oldestFirst);
        }
        if (kinds.size() == 1) {
            return byKind.getOrDefault(kinds.get(0), List.of());
        }
        return oldestFirst.stream()
                .filter(item -> item.entry().kinds().stream().anyMatch(kind -> kinds.contains(kind.name())))
                .toList();
    }

    private Facts ofEntry(RegisterSpec spec, Item item) {
        return ofPersons(facts(spec, item), branch);
    }

    /**
     * The result of a 公示 may be another entry: readers see the title of that entry, and nothing while it is not public.
     */
    private Facts facts(RegisterSpec spec, Item item) {
        return new EntryFacts(item, spec.source().kinds(), groups)
                .with(path -> path.equals(NoticeResult.PATH)
                        ? Optional.of(
                                new NoticeResult(item, site).text().stream().toList())
                        : Optional.empty());
    }

    /** Returns the rows of an entry: itself where its tables have none and a column tells where they are. */
    private static List<Facts> tableRows(RegisterSpec spec, Item item, Facts entry) {
        List<Facts> rows = tableRows(spec.source().tables(), item, entry);
        return !rows.isEmpty()
                        || spec.columns().stream()
                                .noneMatch(column -> column.paths().contains(IN_TEXT))
                ? rows
                : List.of(entry.with(path -> path.equals(IN_TEXT) ? Optional.of(List.of(IN_TEXT)) : Optional.empty()));
    }

    /** Returns the rows of tables in the header of an entry, which are known by these facts besides their columns. */
    private static List<Facts> tableRows(List<String> tables, Item item, Facts entry) {
        return item.entry().own().stream()
                .filter(own -> tables.contains(own.spec().name()))
                .flatMap(own -> own.rows().stream().<Facts>map(row -> new TableRowFacts(own.spec(), row, entry)))
                .toList();
    }

    /** Returns facts in which persons of one name count each for themselves. */
    public static Facts ofPersons(Facts facts, Organisation branch) {
        return branch.people().stream().allMatch(it -> it.mark().isEmpty()) ? facts : new OfPersons(facts, branch);
    }

    private record OfPersons(Facts facts, Organisation branch) implements Facts {

        @Override
        public List<Item> entries() {
            return facts.entries();
        }

        @Override
        public List<String> at(String path) {
            return facts.at(path);
        }

        @Override
        public List<String> counted(String path) {
            List<String> words = facts.counted(path);
            for (Value.Text named : facts.typed(path)) {
                String name = named.text().strip();
                String who = branch.distinguished(name, mark(name, named));
                words = words.stream().map(it -> it.equals(name) ? who : it).toList();
            }
            return words;
        }

        /** What tells a person from others of the name: as it is written, or because no other was there. */
        private String mark(String name, Value.Text named) {
            Entry entry = entries().get(0).entry();
            List<Person> all = branch.people(name, "");
            List<String> then = ValidityPeriod.on(EntryFacts.day(entry), all).stream()
                    .map(Person::mark)
                    .distinct()
                    .toList();
            return entry.mark(named).isEmpty() && all.size() > then.size() && then.size() == 1
                    ? then.get(0)
                    : entry.mark(named);
        }
    }

    /** A row of a table in the header of an entry. A path is the name of a column; else it leads into the header. */
    private record TableRowFacts(FieldSpec table, Value.Fields row, Facts entry) implements Facts {

        @Override
        public List<Item> entries() {
            return entry.entries();
        }

        @Override
        public List<String> counted(String path) {
            return table.column(path).map(column -> column.counted(at(path))).orElseGet(() -> entry.counted(path));
        }

        @Override
        public List<Value.Text> typed(String path) {
            return table.column(path).isPresent()
                    ? value(path).map(Value::texts).orElse(List.of())
                    : entry.typed(path);
        }

        @Override
        public List<String> at(String path) {
            return table.column(path).isPresent()
                    ? value(path).map(EntryFacts::words).orElse(List.of())
                    : entry.at(path);
        }

        private Optional<Value> value(String path) {
            return table.column(path).flatMap(column -> row.value(column.names().toArray(String[]::new)));
        }
    }
}
