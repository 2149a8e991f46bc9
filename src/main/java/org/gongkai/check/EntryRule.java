package org.gongkai.check;

import java.util.function.Consumer;
import org.gongkai.problem.Problem;

/**
 * A rule that looks at the text of one entry. What it finds is kept between builds and told again as long as the file and the
 * site's settings stay the same, so it must go by nothing else: neither by the day nor by other files. Implementations hold
 * no state and are asked from many threads.
 */
@FunctionalInterface
public interface EntryRule {

    /** Tells what is wrong with an entry. */
    void check(EntryText entry, Consumer<Problem> problems);
}
