package org.gongkai.register.source;

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
import org.gongkai.input.config.Catalogue;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.site.Item;
import org.gongkai.site.Site;

/** Each item of the catalogue in each year, and what was published under it. */
final class CatalogueRows {

    /** What is published within so many days is in time. */
    private static final int IN_TIME = 30;

    private CatalogueRows() {}

    static List<Facts> of(Site site) {
        Catalogue catalogue = site.config().catalogue();
        Map<Integer, Map<String, List<Item>>> published = new LinkedHashMap<>();
        TreeSet<Integer> years = new TreeSet<>();
        for (Item item : site.items()) {
            Optional<Catalogue.Item> named = catalogue.named(item.entry().text(CommonField.CATALOGUE));
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
            for (Catalogue.Item item : catalogue.items()) {
                rows.add(row(year, item, ofYear.getOrDefault(item.number(), List.of())));
            }
        }
        return rows;
    }

    private static Facts row(int year, Catalogue.Item item, List<Item> published) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("年度", String.valueOf(year));
        facts.put("目录项", item.number());
        facts.put("类别", item.category());
        facts.put("事项", item.name());
        facts.put("公开范围", item.scope());
        facts.put("时限", item.term());
        facts.put("责任人", item.owner());
        facts.put("已公开", String.valueOf(published.size()));
        published.stream()
                .map(it -> it.entry().dates().published().toLocalDate())
                .max(LocalDate::compareTo)
                .ifPresent(day -> facts.put("最近公开", day.toString()));
        List<Long> delays = published.stream().flatMap(it -> delay(it).stream()).toList();
        if (!delays.isEmpty()) {
            BigDecimal sum = BigDecimal.valueOf(
                    delays.stream().mapToLong(Long::longValue).sum());
            facts.put(
                    "平均天数",
                    sum.divide(BigDecimal.valueOf(delays.size()), 1, RoundingMode.HALF_UP)
                            .toPlainString());
            facts.put("计天数", String.valueOf(delays.size()));
            facts.put(
                    "及时",
                    String.valueOf(
                            delays.stream().filter(days -> days <= IN_TIME).count()));
        }
        return new ListedFacts(facts, published);
    }

    /** The years that an entry names; else that of its event, which may be published in the next. */
    private static List<Integer> years(Item item) {
        return item.entry().values().containsKey(CommonField.YEAR)
                ? item.entry().years()
                : EventDay.of(item)
                        .map(day -> List.of(day.getYear()))
                        .orElse(item.entry().years());
    }

    /** The days from what an entry reports to its publication. */
    private static Optional<Long> delay(Item item) {
        return EventDay.of(item)
                .map(day -> ChronoUnit.DAYS.between(
                        day, item.entry().dates().published().toLocalDate()));
    }
}
