package org.gongkai.check;

import java.util.function.Consumer;
import org.gongkai.problem.Problem;

/** A rule that needs to know all entries or all files. */
@FunctionalInterface
public interface SiteRule {

    /** Tells what is wrong. */
    void check(WholeSite site, Consumer<Problem> problems);
}
