package org.gongkai.site;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.input.config.SiteConfig;

/**
 * The whole publication for one audience on one day. Immutable; every list is sorted newest first, then by index number,
 * then by path.
 *
 * @param config the site's settings
 * @param asOf the day for which it stands
 * @param nextChange the next day on which it changes by itself, if any
 * @param items everything that is out
 * @param waiting what comes out by itself on a later day
 * @param columns the columns in the order of the menu
 * @param years the years that hold something, newest first, with what they hold
 * @param tags the tags in the order of their names
 * @param byPath what is out, by the path of its source
 * @param held paths of sources that are not out (drafts, not due, expired, other audiences) and why
 * @param gone what was out and is not any more; each leaves a page at its address that says so
 * @param hidden what these readers have never seen: drafts, what is not due, what is meant for others
 * @param neighbours previous, next and related entries
 */
public record Site(
        SiteConfig config,
        LocalDate asOf,
        Optional<LocalDate> nextChange,
        List<Item> items,
        List<Item> scheduled,
        List<Column> columns,
        List<Year> years,
        List<Tag> tags,
        Map<String, Item> byPath,
        Map<String, HiddenReason> hiddenReasons,
        List<Withdrawn> withdrawn,
        List<Item> hidden,
        RelatedEntries relatedEntries) {

    /**
     * An entry that is not out any more.
     *
     * @param item what it was
     * @param why withdrawn or expired
     * @param day since when, if its header says so
     */
    public record Withdrawn(Item item, HiddenReason reason, Optional<LocalDate> day) {}

    /** Why an entry is not out. */
    public enum HiddenReason {
        DRAFT("草稿"),
        WITHDRAWN("已撤回"),
        NOT_DUE("未到发布日期"),
        EXPIRED("已过失效日期"),
        OTHER_AUDIENCE("不对本受众公开"),
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
     * A year and what is filed under it.
     *
     * @param year the year
     * @param items what is filed under it, newest first
     * @param byColumn the same by the name of its columns
     */
    public record Year(int year, List<Item> items, Map<String, List<Item>> byColumn) {

        public String address() {
            return "years/" + year + "/index.html";
        }

        /** What of a column is filed under this year. */
        public List<Item> of(Column column) {
            return byColumn.getOrDefault(column.name(), List.of());
        }
    }

    /** The column of a name that some entry bears or that is declared. */
    public Column column(String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    }

    /** What is in its 公示 period on the day for which the site stands, the period that ends first in front. */
    public List<Item> openNotices() {
        return items.stream()
                .filter(i -> i.entry().notice().filter(n -> n.isOpen(asOf)).isPresent())
                .sorted(Comparator.comparing(
                        (Item i) -> i.entry().notice().orElseThrow().to()))
                .toList();
    }
}
