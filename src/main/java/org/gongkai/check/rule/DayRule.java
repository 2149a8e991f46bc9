package org.gongkai.check.rule;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.gongkai.input.entry.Entry;
import org.gongkai.problem.Problem;

/**
 * A rule about the header of one entry on a given day. It is applied in every build, so it must be fast.
 * Implementations are stateless and thread-safe.
 */
@FunctionalInterface
public interface DayRule {

    /**
     * Checks an entry.
     *
     * @param day the day for which the site is built
     */
    void check(Entry entry, LocalDate day, Consumer<Problem> problems);
}
