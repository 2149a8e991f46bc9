package org.gongkai.check.setting;

import org.gongkai.input.entry.Entry;

/**
 * A rule from which an entry is excused (例外).
 *
 * @param entry the entry
 * @param code the rule
 * @param reason why, in the words of its writer
 * @param line where it stands
 * @param column where it stands
 */
public record Exemption(Entry entry, String code, String reason, int line, int column) {

    /** Path of the entry. */
    public String path() {
        return entry.path();
    }

    /** Whether every rule is asked about the entry; of a draft, or what is no longer shown, the body is not read. */
    public boolean isAskedAboutAll() {
        return entry.publication().status() == Entry.Status.PUBLISHED
                && entry.dates().expires().isEmpty();
    }
}
