package org.gongkai.check;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.gongkai.input.entry.Entry;
import org.gongkai.problem.Problem;

/**
 * A rule that looks at what the header of one entry says on a day. It is asked in every build, so it must be quick.
 * Implementations hold no state and are asked from many threads.
 */
@FunctionalInterface
public interface DayRule {

    /**
     * Tells what is wrong with an entry.
     *
     * @param day the day for which the site stands
     */
    void check(Entry entry, LocalDate day, Consumer<Problem> problems);
}
