package org.gongkai.check;

import java.util.function.Consumer;
import org.gongkai.input.entry.Entry;
import org.gongkai.problem.Problem;

/**
 * A rule that looks at what the header of one entry says. What it finds is kept between builds and told again as long as the
 * file and the site's settings stay the same, so it must go by nothing else; what goes by the day is a {@link DayRule}.
 * Implementations hold no state and are asked from many threads.
 */
@FunctionalInterface
public interface HeaderRule {

    /** Tells what is wrong with an entry. */
    void check(Entry entry, Consumer<Problem> problems);
}
