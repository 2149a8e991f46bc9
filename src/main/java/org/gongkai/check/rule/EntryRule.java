package org.gongkai.check.rule;

import java.util.function.Consumer;
import org.gongkai.check.prose.EntryText;
import org.gongkai.problem.Problem;

/**
 * A rule about the text of one entry. Its problems are cached as long as the file and the settings of the site are
 * unchanged, so it must not depend on anything else such as the day or other files. Implementations are stateless and
 * thread-safe.
 */
@FunctionalInterface
public interface EntryRule {

    /** Checks an entry. */
    void check(EntryText entry, Consumer<Problem> problems);
}
