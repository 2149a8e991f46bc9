package org.gongkai.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.problem.Problem;
import org.gongkai.site.Restrictions.Restriction;
import org.gongkai.site.address.AddressBook;
import org.gongkai.site.address.Slugs;

/** Sorts entries into a {@link Site}. */
public final class SiteBuilder {

    /** The scope of what is for certain people only. */
    public static final String SPECIAL = "特定对象";

    /** The order of every list. */
    static final Comparator<Item> ORDER = Comparator.comparing(
                    (Item i) -> i.entry().dates().published())
            .reversed()
            .thenComparing(i -> i.entry().publication().number(), Comparator.reverseOrder())
            .thenComparing(i -> i.entry().path());

    private final Kinds kinds;
    private final Slugs slugs;
    private final Consumer<Problem> problems;

    public SiteBuilder(Kinds kinds, Slugs slugs, Consumer<Problem> problems) {
        this.kinds = kinds;
        this.slugs = slugs;
        this.problems = problems;
    }

    /**
     * Builds the site of one audience.
     *
     * @param config the settings
     * @param entries every entry that could be read
     * @param scopes the 公开范围 that the audience may see
     * @param asOf the day for which the site stands
     * @param drafts whether drafts and entries that are not due are shown too, for a look before publication
     */
    public Site build(SiteConfig config, List<Entry> entries, List<String> scopes, LocalDate asOf, boolean drafts) {
        return build(config, entries, scopes, asOf, drafts, Restrictions.NONE);
    }

    /**
     * Builds the site of one audience, of which more is kept than headers say.
     *
     * @param restrictions asked about every entry that would leave a trace
     */
    public Site build(
            SiteConfig config,
            List<Entry> entries,
            List<String> scopes,
            LocalDate asOf,
            boolean drafts,
            Restrictions restrictions) {
        AddressBook addresses = new AddressBook(config, kinds, slugs, problems);
        List<Item> items = new ArrayList<>();
        List<Item> waiting = new ArrayList<>();
        List<Site.Withdrawn> gone = new ArrayList<>();
        List<Item> hidden = new ArrayList<>();
        Map<String, Site.HiddenReason> held = new HashMap<>();
        List<Entry> unrestricted = new ArrayList<>();
        for (Entry entry : entries) {
            if (!scopes.contains(SPECIAL)) {
                refuseSpecialScope(entry);
            }
            addresses.checkColumns(entry);
            // Every entry takes its address, shown or not: a clash must not wait for the day on which a draft comes
            // out.
            Item item = addresses.place(entry);
            Optional<Site.HiddenReason> own = hiddenReason(entry, scopes, asOf, drafts);
            boolean traced = own.isEmpty() || gone(item, own.get()).isPresent();
            Optional<Restriction> restriction = traced ? restrictions.on(item) : Optional.empty();
            if (restriction.isEmpty()) {
                unrestricted.add(entry);
            }
            Optional<Site.HiddenReason> why =
                    restriction.map(Restriction::reason).or(() -> own);
            if (why.isPresent()) {
                held.put(entry.path(), why.get());
                if (why.get() == Site.HiddenReason.NOT_DUE) {
                    waiting.add(item);
                }
                gone(item, why.get())
                        .map(it -> restriction
                                .map(other -> new Site.Withdrawn(item, other.reason(), other.day()))
                                .orElse(it))
                        .ifPresentOrElse(gone::add, () -> hidden.add(item));
            } else {
                items.add(item);
            }
        }
        addresses.checkAliases(Stream.concat(items.stream(), gone.stream().map(Site.Withdrawn::item))
                .toList());
        items.sort(ORDER);
        Map<String, Item> byPath = new HashMap<>();
        items.forEach(item -> byPath.put(item.entry().path(), item));
        return new Site(
                config,
                asOf,
                nextChange(unrestricted, scopes, asOf),
                List.copyOf(items),
                List.copyOf(waiting),
                columns(config, items, addresses),
                years(items),
                tags(items),
                Map.copyOf(byPath),
                Map.copyOf(held),
                List.copyOf(gone),
                List.copyOf(hidden),
                new RelatedEntries(items));
    }

    /** No static site can keep a page from some of its readers, so the narrowest scope has no place in a common one. */
    private void refuseSpecialScope(Entry entry) {
        if (entry.publication().scope().equals(SPECIAL) && entry.publication().status() == Entry.Status.PUBLISHED) {
            Value at = entry.values().get(CommonField.SCOPE);
            problems.accept(Problem.error(
                    "E304", entry.path(), at.line(), at.column(), "公开范围是“特定对象”的内容不能进入共用的站点", "请用其他方式送达，或把状态写成“草稿”"));
        }
    }

    /** What was out once keeps its address. */
    private static Optional<Site.Withdrawn> gone(Item item, Site.HiddenReason why) {
        Entry.Dates dates = item.entry().dates();
        return switch (why) {
            case WITHDRAWN -> Optional.of(new Site.Withdrawn(item, why, dates.withdrawn()));
            case EXPIRED -> Optional.of(new Site.Withdrawn(item, why, dates.expires()));
            default -> Optional.empty();
        };
    }

    /**
     * Why an entry is kept from readers by what its header says; empty if it is out.
     *
     * @param scopes the 公开范围 that they may see
     * @param drafts whether drafts and entries that are not due are shown too
     */
    public static Optional<Site.HiddenReason> hiddenReason(
            Entry entry, List<String> scopes, LocalDate asOf, boolean drafts) {
        Entry.Publication publication = entry.publication();
        if (!scopes.contains(publication.scope())) {
            return Optional.of(Site.HiddenReason.OTHER_AUDIENCE);
        }
        if (publication.status() == Entry.Status.WITHDRAWN) {
            return Optional.of(Site.HiddenReason.WITHDRAWN);
        }
        if (entry.dates().expires().filter(day -> !asOf.isBefore(day)).isPresent()) {
            return Optional.of(Site.HiddenReason.EXPIRED);
        }
        if (!drafts && publication.status() == Entry.Status.DRAFT) {
            return Optional.of(Site.HiddenReason.DRAFT);
        }
        if (!drafts && entry.dates().published().toLocalDate().isAfter(asOf)) {
            return Optional.of(Site.HiddenReason.NOT_DUE);
        }
        return Optional.empty();
    }

    /** The first day after {@code asOf} on which an entry comes, goes, or begins or ends its 公示 period. */
    private static Optional<LocalDate> nextChange(List<Entry> entries, List<String> scopes, LocalDate asOf) {
        return entries.stream()
                .filter(e -> e.publication().status() == Entry.Status.PUBLISHED)
                .filter(e -> scopes.contains(e.publication().scope()))
                .flatMap(SiteBuilder::changes)
                .filter(day -> day.isAfter(asOf))
                .min(Comparator.naturalOrder());
    }

    /** The days on which an entry comes, goes, or begins or ends its period while it is out. */
    private static Stream<LocalDate> changes(Entry entry) {
        LocalDate comes = entry.dates().published().toLocalDate();
        LocalDate goes = entry.dates().expires().orElse(LocalDate.MAX);
        if (!comes.isBefore(goes)) {
            return Stream.empty();
        }
        return Stream.concat(
                        Stream.concat(Stream.of(comes), entry.dates().expires().stream()),
                        entry.notice().stream().flatMap(n -> Stream.of(n.from(), n.to().plusDays(1))))
                .filter(day -> !day.isBefore(comes) && !day.isAfter(goes));
    }

    private static List<Column> columns(SiteConfig config, List<Item> items, AddressBook addresses) {
        Map<String, List<Item>> byName = new LinkedHashMap<>();
        config.categories().forEach(c -> byName.put(c.name(), new ArrayList<>()));
        Map<String, List<Item>> others = new TreeMap<>();
        for (Item item : items) {
            for (String name : item.entry().categories()) {
                (byName.containsKey(name) ? byName : others)
                        .computeIfAbsent(name, n -> new ArrayList<>())
                        .add(item);
            }
        }
        List<Column> columns = new ArrayList<>();
        byName.forEach((name, members) -> columns.add(new Column(
                name,
                addresses.slug(name),
                config.categories().stream()
                        .filter(c -> c.name().equals(name))
                        .map(SiteConfig.Category::description)
                        .findFirst()
                        .orElse(""),
                members)));
        List<Column> undeclared = new ArrayList<>();
        others.forEach((name, members) -> undeclared.add(new Column(name, addresses.slug(name), "", members)));
        undeclared.sort(Comparator.comparing(Column::slug));
        columns.addAll(undeclared);
        return List.copyOf(columns);
    }

    private static List<Site.Year> years(List<Item> items) {
        TreeMap<Integer, List<Item>> byYear = new TreeMap<>(Comparator.reverseOrder());
        for (Item item : items) {
            item.entry().years().forEach(year -> byYear.computeIfAbsent(year, y -> new ArrayList<>())
                    .add(item));
        }
        List<Site.Year> years = new ArrayList<>();
        byYear.forEach((year, members) -> {
            Map<String, List<Item>> byColumn = new HashMap<>();
            for (Item item : members) {
                item.entry().categories().forEach(c -> byColumn.computeIfAbsent(c, n -> new ArrayList<>())
                        .add(item));
            }
            years.add(new Site.Year(year, List.copyOf(members), byColumn));
        });
        return List.copyOf(years);
    }

    private List<Tag> tags(List<Item> items) {
        TreeMap<String, List<Item>> byName = new TreeMap<>();
        for (Item item : items) {
            item.entry().tags().forEach(tag -> byName.computeIfAbsent(tag, t -> new ArrayList<>())
                    .add(item));
        }
        List<Tag> tags = new ArrayList<>();
        byName.forEach((name, members) -> tags.add(new Tag(name, slugs.distinct(name), members)));
        tags.sort(Comparator.comparing(Tag::slug));
        return List.copyOf(tags);
    }
}
