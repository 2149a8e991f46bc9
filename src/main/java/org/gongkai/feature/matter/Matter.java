package org.gongkai.feature.matter;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.FieldType;
import org.gongkai.problem.Position;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.address.Slugs;
import org.gongkai.site.fact.EntryFacts;
import org.gongkai.text.DateText;

/**
 * A matter that several papers report on.
 *
 * @param name its name, as the papers write it
 * @param address the address of its page
 * @param steps its steps, the earliest first; at least one
 */
record Matter(String name, String address, List<Step> steps) {

    static final String FOLDER = "matters/";

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
                                .filter(event -> !item.entry().dates().signed().equals(Optional.of(event))
                                        || item.entry().values().containsKey(CommonField.MEETING)))
                        .orElse(item.entry().dates().published().toLocalDate());
                steps.computeIfAbsent(place.name(), name -> new ArrayList<>()).add(new Step(item, day, place.row()));
            }
        }
        Comparator<Step> order = Comparator.comparing(Step::day)
                .thenComparing(step -> step.item().entry().dates().published())
                .thenComparing(step -> step.item().entry().path());
        return steps.entrySet().stream()
                .map(of -> new Matter(
                        of.getKey(),
                        FOLDER + slugs.distinct(of.getKey()) + ".html",
                        of.getValue().stream().sorted(order).toList()))
                .sorted(Comparator.comparing(Matter::last).reversed().thenComparing(Matter::name))
                .toList();
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
