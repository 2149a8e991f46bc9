package org.gongkai.pipeline.listing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An entry in a list.
 *
 * @param path its path relative to the site's root
 * @param title its title
 * @param kind its first kind
 * @param column its first column
 * @param day the day of its publication, in the future perhaps
 * @param state its state; {@link EntryState#EXPIRING} comes before {@link EntryState#PUBLISHED}
 * @param missing what a draft lacks, as names of fields, 正文 or 改正错误; empty for a complete one
 * @param ends the last day of its 公示 or the day on which it expires, if that is today or later
 * @param author who changed it last, if that was committed
 */
public record ListedEntry(
        String path,
        String title,
        String kind,
        String column,
        LocalDate day,
        EntryState state,
        List<String> missing,
        Optional<LocalDate> ends,
        Optional<String> author) {

    public ListedEntry {
        missing = List.copyOf(missing);
    }

    /** Returns true if it belongs to the list of a state. */
    public boolean isIn(EntryState list) {
        return state == list || state == EntryState.EXPIRING && list == EntryState.PUBLISHED;
    }
}
