package org.gongkai.check.setting;

import org.gongkai.input.entry.Entry;
import org.gongkai.problem.Position;

/**
 * A rule that does not apply to an entry (例外).
 *
 * @param entry the entry
 * @param code the code of the rule
 * @param reason the reason in the words of the writer
 * @param line the line of the exemption
 * @param column the column of the exemption
 */
public record Exemption(Entry entry, String code, String reason, int line, int column) implements Position {

    /** The path of the entry. */
    public String path() {
        return entry.path();
    }

    /** Returns true if all rules are applied to the entry; the bodies of drafts and expired entries are not read. */
    public boolean isAskedAboutAll() {
        return entry.publication().status() == Entry.Status.PUBLISHED
                && entry.dates().expires().isEmpty();
    }
}
