package org.gongkai.check.rule;

import java.util.function.Consumer;
import org.gongkai.input.entry.Entry;
import org.gongkai.problem.Problem;

/**
 * A rule about the header of one entry. Its problems are cached as long as the file and the settings of the site are
 * unchanged, so it must not depend on anything else; rules that depend on the day are {@link DayRule}s. Implementations
 * are stateless and thread-safe.
 */
@FunctionalInterface
public interface HeaderRule {

    /** Checks an entry. */
    void check(Entry entry, Consumer<Problem> problems);
}
