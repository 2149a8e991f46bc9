package org.gongkai.check;

import java.util.function.Consumer;
import org.gongkai.entry.Entry;
import org.gongkai.problem.Problem;

/**
 * A rule that looks at what the header of one entry says. It may go by the day and by everything else that a site says of
 * itself, for it is asked in every build. Implementations hold no state and are asked from many threads.
 */
@FunctionalInterface
public interface HeaderRule {

    /** Tells what is wrong with an entry. */
    void check(Entry entry, Consumer<Problem> problems);
}
