package org.gongkai.feature.matter;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.FieldType;
import org.gongkai.io.TextResource;
import org.gongkai.problem.Position;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.address.Slugs;
import org.gongkai.site.fact.EntryFacts;
import org.gongkai.site.fact.NextStage;
import org.gongkai.text.DateText;
import org.gongkai.text.NameList;

/**
 * A matter that several papers report on.
 *
 * @param typed its name, as the papers write it
 * @param steps its steps, the earliest first; at least one
 * @param persons if it is about a person, of whom its pages tell the stages only: whom its papers name; else empty
 */
record Matter(String typed, List<Step> steps, Optional<Pattern> persons, Slugs slugs) {

    static final String FOLDER = "matters/";

    /** Words of matters that are about a person, in their names and in titles and kinds of their papers. */
    private static final Pattern PERSONAL =
            Pattern.compile(String.join("|", TextResource.list(Matter.class, "personal.txt")));

    /** The name of a person in the name of a matter or in a title, without 同志 behind it. */
    private static final Pattern NAMED = Pattern.compile("(?:^|关于|给予|接收|确定|吸收|[对将列组部员者象、和])([" + NameList.SURNAMES
            + "]\\p{IsHan}{1,2}?)(?=同志|[、和的]|入党|转正|转为|列为|为|按期|延长|取消|受|党内|留党|处分|除名|发展)");

    /**
     * A step of a matter: a paper, or a row of a table in it.
     *
     * @param day the day of the row, else the first of the 公示, of the meeting or activity, or of the publication
     * @param row the row; empty if the whole paper is the step
     */
    record Step(Item item, LocalDate day, Optional<Row> row) {}

    /**
     * A place at which an entry names a matter.
     *
     * @param path the path of the entry
     * @param at the place of the name
     * @param row the row that names it; empty if the header does for the whole entry
     */
    record Place(String name, String path, Position at, Optional<Row> row) {}

    /** A row of a table, and what its columns are. */
    record Row(FieldSpec table, Value.Fields cells) {

        /** Returns the day that it states. */
        Optional<LocalDate> day() {
            return table.columns().stream()
                    .filter(column -> column.type() == FieldType.DATE)
                    .flatMap(column -> table.cell(cells, column.name()).stream())
                    .flatMap(text -> DateText.parse(text).stream())
                    .map(LocalDateTime::toLocalDate)
                    .findFirst();
        }
    }

    /** Returns the matters of a site, those with the latest steps first. */
    static List<Matter> of(Site site, Slugs slugs) {
        Map<String, List<Step>> steps = new TreeMap<>();
        for (Item item : site.items()) {
            for (Place place : places(item.entry())) {
                LocalDate day = place.row()
                        .flatMap(Row::day)
                        .or(() -> item.entry().notice().map(Entry.Notice::from))
                        .or(() -> EntryFacts.eventDay(item)
                                // What a paper ends a procedure with happens when it is published.
                                .filter(event ->
                                        !NextStage.nameAfter(item.entry()).equals(Optional.of("")))
                                .filter(event -> !item.entry().dates().signed().equals(Optional.of(event))
                                        || item.entry().values().containsKey(CommonField.MEETING)))
                        .orElse(item.entry().dates().day());
                steps.computeIfAbsent(place.name(), name -> new ArrayList<>()).add(new Step(item, day, place.row()));
            }
        }
        Comparator<Step> order = Comparator.comparing(Step::day)
                .thenComparing(step -> step.item().entry().dates().published())
                .thenComparing(step -> step.item().entry().path());
        return steps.entrySet().stream()
                .map(of -> new Matter(
                        of.getKey(),
                        of.getValue().stream().sorted(order).toList(),
                        persons(of.getKey(), of.getValue(), site),
                        slugs))
                .sorted(Comparator.comparing(Matter::last).reversed().thenComparing(Matter::typed))
                .toList();
    }

    private static Optional<Pattern> persons(String name, List<Step> steps, Site site) {
        List<String> texts = Stream.concat(
                        Stream.of(name),
                        steps.stream()
                                .map(step -> step.item().entry())
                                .map(entry ->
                                        entry.title() + entry.kinds().get(0).name()))
                .toList();
        if (texts.stream().noneMatch(text -> PERSONAL.matcher(text).find())) {
            return Optional.empty();
        }
        Organisation branch = site.config().data().organisation();
        return Stream.of(
                        texts.stream().flatMap(text -> EntryFacts.personIn(text).stream()),
                        texts.stream()
                                .flatMap(text -> NAMED.matcher(text).results().map(found -> found.group(1))),
                        branch.people().stream().map(Organisation.Person::name),
                        branch.committee().stream().map(Organisation.Member::name))
                .flatMap(names -> names)
                .filter(person -> !person.isEmpty())
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .reduce((one, other) -> one + "|" + other)
                .or(() -> Optional.of("(?!)"))
                .map(Pattern::compile);
    }

    /**
     * The address of its page. That of a matter about a person comes from the first paper that most readers see, as a
     * checksum of the name would confirm a guess of it.
     */
    String address() {
        return FOLDER + slugs.distinct(persons.isEmpty() ? typed : origin(), name()) + ".html";
    }

    /** Identifies the first paper and which of its matters this is, the same for all who see that paper. */
    private String origin() {
        Entry first = steps.stream()
                .map(step -> step.item().entry())
                .min(Comparator.comparing(
                        it -> SiteConfig.SCOPES.indexOf(it.publication().scope())))
                .orElseThrow();
        String number = first.text(CommonField.NUMBER);
        return (number.isBlank() ? first.path() : number)
                + places(first).stream().map(Place::name).toList().indexOf(typed);
    }

    /** Its name as readers see it. */
    String name() {
        return unnamed(typed);
    }

    /** Returns a text without the names of whom the matter is about. */
    String unnamed(String text) {
        return persons.map(names -> names.matcher(text).replaceAll("×××")).orElse(text);
    }

    /** Returns the title of a step, or its kind if it cannot be told that the title names nobody. */
    String title(Step step) {
        Entry entry = step.item().entry();
        String title = unnamed(entry.title());
        return persons.isEmpty() || title.matches(".*[×某].*|(.{2,12}支部|关于召开)?20..年[\\d一二三四第次季度月支部委员党大小组会议纪要的通知]+")
                ? title
                : entry.kinds().get(0).name();
    }

    /** Returns whether an entry of a site names a matter. */
    static boolean isAnyOf(Site site) {
        return site.items().stream().anyMatch(item -> !places(item.entry()).isEmpty());
    }

    /** Returns where an entry names matters: in its header, and in rows of its tables. */
    static List<Place> places(Entry entry) {
        List<Place> places = new ArrayList<>();
        entry.list(CommonField.MATTER)
                .forEach(name -> places.add(
                        new Place(name, entry.path(), entry.values().get(CommonField.MATTER), Optional.empty())));
        for (Entry.OwnField own : entry.own()) {
            if (own.spec().column(CommonField.MATTER.label()).isPresent()) {
                own.rows().forEach(cells -> own.spec()
                        .cell(cells, CommonField.MATTER.label())
                        .filter(name -> !name.isBlank())
                        .ifPresent(name -> places.add(new Place(
                                name.strip(), entry.path(), cells, Optional.of(new Row(own.spec(), cells))))));
            }
        }
        return places;
    }

    /** The day of its last step. */
    LocalDate last() {
        return steps.get(steps.size() - 1).day();
    }
}
