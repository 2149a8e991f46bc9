package org.gongkai.testing;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** What tests need on a machine beside a JDK. */
public final class Required {

    private Required() {}

    /** Skips a test, loudly; fails it if the environment sets {@code GONGKAI_REQUIRE_BROWSER=true}. */
    public static void missing(String what) {
        if ("true".equals(System.getenv("GONGKAI_REQUIRE_BROWSER"))) {
            Assertions.fail("GONGKAI_REQUIRE_BROWSER=true, but " + what);
        }
        System.err.println("SKIPPED: " + what);
        Assumptions.abort(what);
    }
}
