package org.gongkai.feature.search.index;

import java.time.LocalDate;
import java.util.List;

/**
 * By what hits can be filtered.
 *
 * @param columns names of all columns, in the order of the menu
 * @param help indices of the columns that explain the site; their hits come last
 * @param years all years, newest first
 * @param kinds names of all kinds
 * @param documents the values of each document
 * @param notices the 公示 that are open or to come on the day of the build; the reader's own date decides
 */
public record SearchFacets(
        List<String> columns,
        List<Integer> help,
        List<String> years,
        List<String> kinds,
        List<Values> documents,
        List<Notice> notices) {

    /**
     * The values of a document: indices of columns, of years and of kinds.
     */
    public record Values(List<Integer> columns, List<Integer> years, List<Integer> kinds) {}

    /**
     * A 公示 period.
     *
     * @param document id of the document
     * @param from its first day
     * @param to its last day
     */
    public record Notice(int document, LocalDate from, LocalDate to) {}
}
