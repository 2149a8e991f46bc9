package org.gongkai.check.rule;

import java.util.function.Consumer;
import org.gongkai.input.entry.Entry;
import org.gongkai.problem.Problem;

/** A rule about all entries or all files. */
@FunctionalInterface
public interface SiteRule {

    /** Whether it reads the text of an entry besides its header. */
    default boolean readsText(Entry entry) {
        return false;
    }

    /** Checks a site. */
    void check(WholeSite site, Consumer<Problem> problems);
}
