package org.gongkai.cli;

import org.gongkai.check.explain.Explanations;
import org.gongkai.input.data.YamlReader;

/** The names of rules as the program's own files give them, for tests that are not about those names. */
public final class Explained {

    private static final Explanations ALL = new Explanations(new YamlReader());

    private Explained() {}

    /** The name of a rule and a space, or nothing while it has none. */
    public static String name(String code) {
        return ALL.of(code).map(rule -> rule.name() + " ").orElse("");
    }
}
