package org.gongkai.check;

import java.util.function.Consumer;
import org.gongkai.problem.Problem;

/** A rule that looks at one entry at a time. Implementations hold no state and are asked from many threads. */
@FunctionalInterface
public interface EntryRule {

    /** Tells what is wrong with an entry. */
    void check(EntryText entry, Consumer<Problem> problems);
}
