package org.gongkai.write.form;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gongkai.input.config.ColumnConfig;
import org.gongkai.input.config.EntryDefaults;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.header.Header;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.site.fact.EntryFacts;
import org.gongkai.site.fact.NextStage;
import org.gongkai.text.DateText;

/**
 * What a new entry takes over: from the settings, the organization of the branch, and the last entry of the kind in the
 * same column.
 *
 * @param entries the latest first
 * @param day the day on which the branch is as an entry means it: today, or that of an old entry
 */
public record EntryPresets(SiteConfig config, List<Entry> entries, LocalDate day) {

    private static final String SCOPE = SiteConfig.UNIT;

    /** Number of the latest entries whose persons are offered; those before have mostly changed their posts. */
    private static final int RECENT = 500;

    public EntryPresets {
        entries = entries.stream()
                .sorted(Comparator.comparing((Entry entry) -> entry.dates().published())
                        .reversed()
                        .thenComparing(Entry::path))
                .toList();
    }

    /** Returns what an old entry takes over, whose branch is that of its day. */
    EntryPresets onDayOf(Header header) {
        Value.Fields values = header.fields();
        Optional<String> meeting = values.value(CommonField.MEETING.names())
                .filter(Value.Fields.class::isInstance)
                .flatMap(group -> ((Value.Fields) group).text("时间", "time"));
        return Stream.of(meeting, values.text(CommonField.SIGNED.names()), values.text(CommonField.DATE.names()))
                .flatMap(typed -> typed.flatMap(DateText::day).stream())
                .findFirst()
                .map(other -> new EntryPresets(config, entries, other))
                .orElse(this);
    }

    /**
     * The column of a kind; if the site does not declare it, that of the latest entry of the kind unless it is help,
     * else the one whose description lists the kind, else the first.
     */
    public String column(Kind kind) {
        List<String> declared = columns();
        if (declared.isEmpty() || declared.contains(kind.listing().column())) {
            return kind.listing().column();
        }
        return entries.stream()
                .filter(entry -> isOf(entry, kind))
                .map(entry -> entry.column())
                .filter(name -> config.data().categories().stream()
                        .anyMatch(it -> it.counted() && it.name().equals(name)))
                .findFirst()
                .or(() -> config.data().categories().stream()
                        .filter(it -> Stream.of(it.description().split("[、，。和]"))
                                .anyMatch(word -> word.equals(kind.name())
                                        || kind.aliases().contains(word)))
                        .map(ColumnConfig::name)
                        .findFirst())
                .orElse(declared.get(0));
    }

    /** The declared columns; empty if any are allowed. */
    public List<String> columns() {
        return config.data().categories().stream().map(ColumnConfig::name).toList();
    }

    /** The publisher of the site, else of the latest entry that has one, entries of the same kind and column first. */
    public String publisher(Kind kind, String column) {
        if (!site().publisher().isEmpty()) {
            return site().publisher();
        }
        return first(kind, column, entry -> entry.publication().publisher())
                .orElse(config.data().organisation().branch());
    }

    /** The scope of the last entry of the kind in the column; within the unit if there is none. */
    public String scope(Kind kind, String column) {
        return like(kind, column)
                .map(entry -> entry.text(CommonField.SCOPE))
                .filter(SiteConfig.SCOPES::contains)
                .findFirst()
                .orElse(site().scope().isEmpty() ? SCOPE : site().scope());
    }

    /** The value of a field that the kind carries over from its last entry in the column; blank if there is none. */
    public FormValue carriedOver(Kind kind, String column, FieldSpec field) {
        if (!kind.drafting().carriedOver().contains(field.name())) {
            return FormValue.Words.BLANK;
        }
        return like(kind, column)
                .limit(1)
                .flatMap(entry -> entry.own().stream())
                .filter(own -> own.spec().equals(field))
                .map(own -> FormValue.of(own.value()))
                .findFirst()
                .orElse(FormValue.Words.BLANK);
    }

    /**
     * A stage that a new entry reports.
     *
     * @param before the entry about the stage before it, if there is one
     */
    public record NewStage(Optional<Entry> before, String name) {}

    /**
     * Returns the stage that a new entry of a kind most likely reports: the one that its title names, else the one
     * behind the last of an election in the year before, of the person whom the title names, or, if it names none, of
     * the only matter that has come so far. Empty if there is none.
     */
    public Optional<NewStage> stage(Kind kind, String title) {
        Optional<String> named = NextStage.named(kind, title);
        Optional<String> person = EntryFacts.personIn(title);
        List<NewStage> all = entries.stream()
                .filter(entry -> kind.field(NextStage.STAGE).isPresent()
                        && entry.publication().status() == Entry.Status.PUBLISHED
                        && entry.kinds().contains(kind)
                        && (!kind.has(Trait.ELECTION) || entry.dates().day().isAfter(day.minusYears(1))))
                .flatMap(entry ->
                        NextStage.nameAfter(entry).map(name -> new NewStage(Optional.of(entry), name)).stream())
                .toList();
        Set<String> matters = new HashSet<>(Set.of(""));
        List<NewStage> waiting = all.stream()
                .filter(stage -> matters.add(stage.before().orElseThrow().text(CommonField.MATTER)))
                .filter(stage -> named.orElse(stage.name()).equals(stage.name())
                        && !stage.name().isEmpty())
                .toList();
        Optional<NewStage> next = all.stream()
                .filter(stage -> kind.has(Trait.ELECTION)
                        || person.isPresent()
                                && EntryFacts.personIn(
                                                stage.before().orElseThrow().title())
                                        .equals(person))
                .findFirst()
                .or(() -> waiting.stream()
                        .filter(any -> person.isEmpty() && waiting.size() == 1)
                        .findFirst());
        return named.map(stage -> new NewStage(next.flatMap(NewStage::before), stage))
                .or(() -> next.filter(stage -> !stage.name().isEmpty()));
    }

    /** What is known of a meeting before it is held: its name if it has no number, place, chair, recorder, how many. */
    public FormValue.Group meeting(Kind kind, String column) {
        FormValue.Group last = like(kind, column)
                .flatMap(entry -> Stream.ofNullable(entry.values().get(CommonField.MEETING)))
                .map(FormValue::of)
                .filter(FormValue.Group.class::isInstance)
                .map(value -> (FormValue.Group) FieldNotation.MEETING.inChinese(value))
                .findFirst()
                .orElse(new FormValue.Group(Map.of()));
        Map<String, FormValue> meeting = new LinkedHashMap<>();
        String name = last.text("名称");
        meeting.put("名称", FormValue.of(name.matches("|.*[0-9第].*") ? kind.name() : name));
        meeting.put("时间", FormValue.Words.BLANK);
        for (String member : List.of("地点", "主持人", "记录人")) {
            meeting.put(member, FormValue.of(last.text(member)));
        }
        String entitled = last.text("应到");
        meeting.put(
                "应到",
                FormValue.of(
                        entitled.isEmpty() && kind.has(Trait.ALL_MEMBERS)
                                ? config.data()
                                        .organisation()
                                        .members(day)
                                        .map(String::valueOf)
                                        .orElse("")
                                : entitled));
        meeting.put("实到", FormValue.Words.BLANK);
        return new FormValue.Group(meeting);
    }

    /**
     * Names and posts for fields of persons: the committee and the leaders of groups of the day, and who reviewed and
     * approved before.
     */
    public List<String> persons() {
        Set<String> persons = new LinkedHashSet<>();
        Organisation organisation = config.data().organisation();
        organisation
                .committee(day)
                .forEach(member -> persons.add(member.name().isEmpty() ? member.post() : member.name()));
        organisation.groups(day).forEach(group -> persons.add(group.leader(day)));
        for (CommonField step : List.of(CommonField.SECRECY_REVIEW, CommonField.EXAMINATION, CommonField.APPROVAL)) {
            entries.stream().limit(RECENT).map(entry -> person(entry, step)).forEach(persons::add);
        }
        persons.remove("");
        return List.copyOf(persons);
    }

    /** Who took a step last, entries of the same kind and column first; whom the site sets if nobody did. */
    public String person(CommonField step, Kind kind, String column) {
        return first(kind, column, entry -> person(entry, step))
                .orElse(step == CommonField.SECRECY_REVIEW ? site().reviewer() : "");
    }

    /** The step that a draft waits for, behind who took it last: 支部书记审批. */
    public Optional<String> turn(Entry entry) {
        return ApprovalSteps.CHAIN.stream()
                .filter(step -> entry.publication().status() == Entry.Status.DRAFT
                        && EntryForms.need(step.names(), entry.kinds()) == FormField.Need.REQUIRED
                        && person(entry, step).isEmpty())
                .map(step -> person(step, entry.kinds().get(0), entry.column()) + step.label())
                .findFirst();
    }

    /** Who wrote the last entry that says so, entries of the same kind and column first. */
    public String drafter(Kind kind, String column) {
        return first(kind, column, entry -> entry.text(CommonField.DRAFTER)).orElse("");
    }

    /** The names of the 党小组 of the day. */
    public List<String> groups() {
        return config.data().organisation().groupNames(day);
    }

    /** The tags in use, in order of the latest use. */
    public List<String> tags() {
        return entries.stream()
                .flatMap(entry -> entry.listing().tags().stream())
                .distinct()
                .toList();
    }

    /** The matters that entries name, in order of the latest use. */
    public List<String> matters() {
        return entries.stream()
                .flatMap(entry -> entry.list(CommonField.MATTER).stream())
                .distinct()
                .toList();
    }

    /** The items of the catalogue. */
    public List<String> catalogue() {
        return config.data().catalogue().names();
    }

    /** What entries of the site need not state. */
    public EntryDefaults site() {
        return config.defaults();
    }

    private Optional<String> first(Kind kind, String column, Function<Entry, String> text) {
        return Stream.concat(
                        like(kind, column),
                        Stream.concat(
                                entries.stream()
                                        .filter(entry ->
                                                entry.listing().categories().contains(column)),
                                entries.stream()))
                .map(text)
                .filter(found -> !found.isEmpty())
                .findFirst();
    }

    private static String person(Entry entry, CommonField step) {
        return Optional.ofNullable(entry.values().get(step))
                .map(value -> ApprovalStepText.of(FormValue.of(value)).person())
                .orElse("");
    }

    private static boolean isOf(Entry entry, Kind kind) {
        return entry.kinds().get(0).equals(kind);
    }

    /** The entries of the same kind and column. */
    private Stream<Entry> like(Kind kind, String column) {
        return entries.stream()
                .filter(entry ->
                        isOf(entry, kind) && entry.listing().categories().contains(column));
    }
}
