package org.gongkai.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.input.config.ColumnConfig;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.site.Site.Column;
import org.gongkai.site.Site.Tag;
import org.gongkai.site.address.AddressBook;
import org.gongkai.site.address.Slugs;

/**
 * Public entries by column, year and tag; each group keeps the order of the entries.
 *
 * @param columns the columns in the order of the menu
 * @param years the years with public entries, newest first
 * @param tags the tags in the order of their names
 */
public record EntryGroups(List<Column> columns, List<Site.Year> years, List<Tag> tags) {

    private static final String NUMERALS = "一二三四五六七八九十";
    private static final Pattern COUNTING = Pattern.compile("(?<=第)[" + NUMERALS + "]+|[" + NUMERALS + "]+(?=季度|月)");

    static EntryGroups of(SiteConfig config, List<Item> items, AddressBook addresses, Slugs slugs) {
        return new EntryGroups(columns(config, items, addresses), years(items), tags(items, slugs));
    }

    /**
     * Returns the declared columns in the order of the menu, then all others by their slugs.
     *
     * @param items public entries, newest first
     */
    private static List<Column> columns(SiteConfig config, List<Item> items, AddressBook addresses) {
        Map<String, List<Item>> byName = new LinkedHashMap<>();
        config.data().categories().forEach(c -> byName.put(c.name(), new ArrayList<>()));
        Map<String, List<Item>> others = new TreeMap<>();
        for (Item item : items) {
            for (String name : item.entry().listing().categories()) {
                (byName.containsKey(name) ? byName : others)
                        .computeIfAbsent(name, n -> new ArrayList<>())
                        .add(item);
            }
        }
        List<Column> columns = new ArrayList<>();
        byName.forEach((name, members) -> {
            ColumnConfig category = config.data().categories().stream()
                    .filter(c -> c.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            columns.add(new Column(
                    name,
                    addresses.slug(name),
                    category.description(),
                    category.counted(),
                    category.months(),
                    members));
        });
        List<Column> undeclared = new ArrayList<>();
        others.forEach((name, members) ->
                undeclared.add(new Column(name, addresses.slug(name), "", true, ColumnConfig.MONTHS, members)));
        undeclared.sort(Comparator.comparing(Column::slug));
        columns.addAll(undeclared);
        return List.copyOf(columns);
    }

    /** Returns the years of entries, newest first. */
    private static List<Site.Year> years(List<Item> items) {
        TreeMap<Integer, List<Item>> byYear = new TreeMap<>(Comparator.reverseOrder());
        for (Item item : items) {
            item.entry().listing().years().forEach(year -> byYear.computeIfAbsent(year, y -> new ArrayList<>())
                    .add(item));
        }
        List<Site.Year> years = new ArrayList<>();
        byYear.forEach((year, members) -> {
            Map<String, List<Item>> byColumn = new HashMap<>();
            for (Item item : members) {
                item.entry().listing().categories().forEach(c -> byColumn.computeIfAbsent(c, n -> new ArrayList<>())
                        .add(item));
            }
            years.add(new Site.Year(year, List.copyOf(members), byColumn));
        });
        return List.copyOf(years);
    }

    /** Returns the tags of entries, by their slugs, in which 第二季度 comes before 第三季度 and behind 第一季度. */
    private static List<Tag> tags(List<Item> items, Slugs slugs) {
        TreeMap<String, List<Item>> byName = new TreeMap<>();
        for (Item item : items) {
            item.entry().listing().tags().forEach(tag -> byName.computeIfAbsent(tag, t -> new ArrayList<>())
                    .add(item));
        }
        List<Tag> tags = new ArrayList<>();
        byName.forEach((name, members) -> tags.add(new Tag(name, slugs.distinct(name), members)));
        Map<Tag, String> order = new HashMap<>();
        tags.forEach(tag -> order.put(tag, slugs.of(inDigits(tag.name()))));
        tags.sort(Comparator.comparing((Tag tag) -> order.get(tag)).thenComparing(Tag::slug));
        return List.copyOf(tags);
    }

    /** Writes each numeral that counts something in two digits, so that up to 十九 they sort as numbers. */
    private static String inDigits(String name) {
        return COUNTING.matcher(name).replaceAll(numeral -> numeral.group()
                .codePoints()
                .mapToObj(c -> String.format(Locale.ROOT, "%02d", NUMERALS.indexOf(c) + 1))
                .collect(Collectors.joining()));
    }
}
