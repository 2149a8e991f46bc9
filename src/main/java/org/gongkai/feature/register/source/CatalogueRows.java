package org.gongkai.feature.register.source;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gongkai.feature.register.model.TimeLimit;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.config.Catalogue;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.fact.EntryFacts;
import org.gongkai.site.fact.Facts;
import org.gongkai.text.Period;

/**
 * Each item of the catalogue in each year, and what was published under it.
 *
 * @param covered whether anything is expected of a period
 * @param days how many days after a period what is to be published of it is still in time where its 时限 names no time
 */
record CatalogueRows(Site site, Predicate<Period> covered, int days, WorkCalendar calendar) {

    /** What is published within so many days is in time where the catalogue names no other number. */
    static final int IN_TIME = 30;

    List<Facts> rows() {
        Catalogue catalogue = site.config().data().catalogue();
        Map<Integer, Map<String, List<Item>>> published = new LinkedHashMap<>();
        TreeSet<Integer> years = new TreeSet<>();
        for (Item item : site.items()) {
            Optional<Catalogue.Item> named = catalogue.of(item.entry().text(CommonField.CATALOGUE), kinds(item));
            for (int year : years(item)) {
                years.add(year);
                named.ifPresent(it -> published
                        .computeIfAbsent(year, y -> new LinkedHashMap<>())
                        .computeIfAbsent(it.number(), number -> new ArrayList<>())
                        .add(0, item));
            }
        }
        List<Facts> rows = new ArrayList<>();
        for (int year : years) {
            Map<String, List<Item>> ofYear = published.getOrDefault(year, Map.of());
            // A paper of a year of which nothing is expected does not make it one in which the rest is missing.
            boolean isExpected = Period.of(year, 1).stream().anyMatch(covered);
            catalogue.items().stream()
                    .filter(item -> isExpected || ofYear.containsKey(item.number()))
                    .forEach(item -> rows.add(row(year, item, ofYear.getOrDefault(item.number(), List.of()))));
        }
        return rows;
    }

    private static List<String> kinds(Item item) {
        return item.entry().kinds().stream()
                .flatMap(kind -> Stream.concat(Stream.of(kind.name()), kind.aliases().stream()))
                .toList();
    }

    private Facts row(int year, Catalogue.Item item, List<Item> published) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("年度", String.valueOf(year));
        facts.put("目录项", item.number());
        facts.put("类别", item.category());
        facts.put("事项", item.name());
        facts.put("公开范围", item.disclosure().scope());
        DisclosureTerm term = DisclosureTerm.of(item.disclosure().term());
        facts.put("时限", item.disclosure().term());
        facts.put("责任人", item.disclosure().owner());
        facts.put("已公开", String.valueOf(published.size()));
        published.stream()
                .map(it -> it.entry().dates().day())
                .max(LocalDate::compareTo)
                .ifPresent(day -> facts.put("最近公开", day.toString()));
        List<Period> periods = periods(term, year).toList();
        if (!periods.isEmpty()) {
            facts.put(
                    "迟公开",
                    String.valueOf(periods.stream()
                            .filter(it -> isLate(term, it, published))
                            .count()));
            facts.put(
                    "未公开",
                    String.valueOf(periods.stream()
                            .filter(it -> isMissing(term, it, published))
                            .count()));
            next(term, year, published).ifPresent(day -> facts.put("下次应公开", day.toString()));
        }
        List<Report> reports =
                published.stream().flatMap(it -> report(term, it).stream()).toList();
        if (!reports.isEmpty()) {
            BigDecimal sum =
                    BigDecimal.valueOf(reports.stream().mapToLong(Report::delay).sum());
            facts.put(
                    "平均天数",
                    sum.divide(BigDecimal.valueOf(reports.size()), 1, RoundingMode.HALF_UP)
                            .stripTrailingZeros()
                            .toPlainString());
            List<Report> judged = reports.stream()
                    .filter(it -> it.limit().missingPlan().isEmpty())
                    .toList();
            facts.put("计天数", String.valueOf(judged.size()));
            facts.put(
                    "及时",
                    String.valueOf(judged.stream().filter(Report::isInTime).count()));
        }
        String doubt = Stream.concat(
                        periods.stream().map(it -> end(term, it).doubt("，按" + days + "天列")),
                        reports.stream().map(it -> it.limit().doubt("")))
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse("");
        facts.put("时限", item.disclosure().term() + doubt);
        return Facts.of(facts, published);
    }

    private Stream<Period> periods(DisclosureTerm term, int year) {
        return term.periods(year).stream().filter(covered);
    }

    private boolean isLate(DisclosureTerm term, Period period, List<Item> published) {
        return DisclosureTerm.of(period, published).stream()
                .map(it -> it.entry().dates().day())
                .min(LocalDate::compareTo)
                .filter(first -> first.isAfter(due(term, period)))
                .isPresent();
    }

    private boolean isMissing(DisclosureTerm term, Period period, List<Item> published) {
        return due(term, period).isBefore(site.asOf())
                && DisclosureTerm.of(period, published).isEmpty();
    }

    /** The next day by which something is due of a year; at the end of the current year that of the next year. */
    private Optional<LocalDate> next(DisclosureTerm term, int year, List<Item> published) {
        Stream<Period> open = periods(term, year)
                .filter(period -> DisclosureTerm.of(period, published).isEmpty());
        Stream<Period> following = year == site.asOf().getYear() ? periods(term, year + 1) : Stream.empty();
        return Stream.concat(open, following)
                .map(period -> due(term, period))
                .filter(day -> !day.isBefore(site.asOf()))
                .findFirst();
    }

    private LocalDate due(DisclosureTerm term, Period period) {
        return end(term, period).day();
    }

    private TimeLimit.End end(DisclosureTerm term, Period period) {
        return term.end(period.to(), days, calendar);
    }

    /** The years that an entry names; else that of its event, which may be published in the next. */
    private static List<Integer> years(Item item) {
        return item.entry().values().containsKey(CommonField.YEAR)
                ? item.entry().listing().years()
                : EntryFacts.eventDay(item)
                        .map(day -> List.of(day.getYear()))
                        .orElse(item.entry().listing().years());
    }

    /**
     * An entry that reports an event.
     *
     * @param delay the days from the event to its publication
     */
    private record Report(long delay, boolean isInTime, TimeLimit.End limit) {}

    private Optional<Report> report(DisclosureTerm term, Item item) {
        // What a term names behind a period is no time behind the event.
        DisclosureTerm behind = term.months() == 0 ? term : DisclosureTerm.of("");
        LocalDate published = item.entry().dates().day();
        return EntryFacts.eventDay(item)
                .filter(day -> item.entry().adjustment().isEmpty())
                .map(day -> {
                    TimeLimit.End limit = behind.end(day, IN_TIME, calendar);
                    return new Report(ChronoUnit.DAYS.between(day, published), !published.isAfter(limit.day()), limit);
                });
    }
}
