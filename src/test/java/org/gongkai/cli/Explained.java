package org.gongkai.cli;

import org.gongkai.check.Explanations;
import org.gongkai.data.YamlReader;

/** The names of rules as the program's own files give them, for tests that are not about those names. */
final class Explained {

    private static final Explanations ALL = new Explanations(new YamlReader());

    private Explained() {}

    /** The name of a rule and a space, or nothing while it has none. */
    static String name(String code) {
        return ALL.of(code).map(rule -> rule.name() + " ").orElse("");
    }
}
