package org.gongkai.check.rule;

import java.util.function.Consumer;
import org.gongkai.problem.Problem;

/** A rule about all entries or all files. */
@FunctionalInterface
public interface SiteRule {

    /** Checks a site. */
    void check(WholeSite site, Consumer<Problem> problems);
}
