package org.gongkai.site;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.entry.PublicationReader;

/**
 * The whole publication for one audience on one day. Immutable; every list is sorted newest first, then by index
 * number, then by path.
 *
 * @param config the site's settings
 * @param asOf its day
 * @param nextChange the next day on which it changes without an edit, if any
 * @param items public entries
 * @param groups its columns, years and tags
 * @param byPath public entries, by the path of their source
 * @param unpublished the entries that are not public
 * @param relatedEntries previous, next and related entries
 */
public record Site(
        SiteConfig config,
        LocalDate asOf,
        Optional<LocalDate> nextChange,
        List<Item> items,
        EntryGroups groups,
        Map<String, Item> byPath,
        Unpublished unpublished,
        NeighbourEntries relatedEntries) {

    /** The folder of the lists of years, from the root of the site. */
    public static final String YEARS = "years/";

    /** The folder of the lists of tags. */
    public static final String TAGS = "tags/";

    /**
     * The entries that are not public.
     *
     * @param scheduled those that become public on a later day without an edit
     * @param withdrawn those that were public, with a notice at their address: withdrawn, expired or taken down
     * @param hidden those that leave no trace: drafts, entries that are not due or meant for other audiences
     * @param reasons why they are not public, by the path of their source
     */
    public record Unpublished(
            List<Item> scheduled, List<Withdrawn> withdrawn, List<Item> hidden, Map<String, HiddenReason> reasons) {

        /** The entries with a notice at their address. */
        public Stream<Item> gone() {
            return withdrawn.stream().map(Withdrawn::item);
        }

        /** Those that leave no trace, then those with a notice. */
        public Stream<Item> all() {
            return Stream.concat(hidden.stream(), gone());
        }
    }

    /**
     * An entry that is no longer public.
     *
     * @param item the entry
     * @param reason why it is no longer public
     * @param day first day on which it is not public, if known
     */
    public record Withdrawn(Item item, HiddenReason reason, Optional<LocalDate> day) {}

    /** The reason why an entry is not public. */
    public enum HiddenReason {
        DRAFT(PublicationReader.DRAFT.get(0)),
        WITHDRAWN(PublicationReader.WITHDRAWN.get(0)),
        NOT_DUE("未到发布日期"),
        EXPIRED("已过失效日期"),
        OTHER_AUDIENCE("不对本站的公开对象公开"),
        TAKEN_DOWN("已撤下");

        private final String label;

        HiddenReason(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * A year and its entries.
     *
     * @param year the year
     * @param items its entries, newest first
     * @param byColumn its entries by the name of their columns
     */
    public record Year(int year, List<Item> items, Map<String, List<Item>> byColumn) {

        public String address() {
            return YEARS + year + "/index.html";
        }

        /** Returns the entries of a column in this year; may be empty. */
        public List<Item> of(Column column) {
            return byColumn.getOrDefault(column.name(), List.of());
        }
    }

    /** Returns a site without lists, for what is computed from entries alone. */
    public static Site of(SiteConfig config, LocalDate asOf, Stream<Item> items) {
        return new Site(
                config,
                asOf,
                Optional.empty(),
                items.sorted(SiteBuilder.ORDER).toList(),
                new EntryGroups(List.of(), List.of(), List.of()),
                Map.of(),
                new Unpublished(List.of(), List.of(), List.of(), Map.of()),
                new NeighbourEntries(List.of(), asOf));
    }

    /** Returns this site, but for what changes on a day without an edit. */
    public Site changingBy(LocalDate day) {
        return new Site(
                config,
                asOf,
                Optional.of(nextChange.filter(next -> next.isBefore(day)).orElse(day)),
                items,
                groups,
                byPath,
                unpublished,
                relatedEntries);
    }

    /** Returns those of some entries that count in figures: entries of at least one column that does. */
    public List<Item> counted(List<Item> some) {
        List<String> uncounted = groups.columns().stream()
                .filter(column -> !column.counted())
                .map(Column::name)
                .toList();
        return uncounted.isEmpty()
                ? some
                : some.stream()
                        .filter(item ->
                                !uncounted.containsAll(item.entry().listing().categories()))
                        .toList();
    }

    /** Returns the entries whose 公示 period includes the day of the site, those that end first in front. */
    public List<Item> openNotices() {
        return items.stream()
                .filter(i -> i.entry().notice().filter(n -> n.isOpen(asOf)).isPresent())
                .sorted(Comparator.comparing(
                        (Item i) -> i.entry().notice().orElseThrow().to()))
                .toList();
    }

    /**
     * A column of the site (栏目).
     *
     * @param name its name
     * @param slug its folder
     * @param description one sentence, or empty
     * @param counted whether its entries count in the figures of the site
     * @param months how many months it may go without a new entry; 0 if that does not matter
     * @param items its public entries, newest first
     */
    public record Column(String name, String slug, String description, boolean counted, int months, List<Item> items) {

        /** Address of its list. */
        public String address() {
            return slug + "/index.html";
        }

        /** Address of its list of one year. */
        public String address(int year) {
            return slug + "/" + year + "/index.html";
        }
    }

    /**
     * A tag and its entries.
     *
     * @param name the word
     * @param slug its folder below {@link #TAGS}
     * @param items its public entries, newest first
     */
    public record Tag(String name, String slug, List<Item> items) {

        public String address() {
            return TAGS + slug + "/index.html";
        }
    }
}
