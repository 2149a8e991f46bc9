package org.gongkai.check.setting;

import java.util.Map;
import java.util.Optional;
import org.gongkai.problem.Problem;
import org.gongkai.problem.Severity;

/**
 * The severities of rules in a site.
 *
 * @param levels the level by code; other codes are unchanged
 */
public record RuleSettings(Map<String, Level> levels) {

    /** No changes. */
    public static final RuleSettings NONE = new RuleSettings(Map.of());

    public RuleSettings {
        levels = Map.copyOf(levels);
    }

    /** What is done with a problem. */
    public enum Level {
        OFF,
        WARNING,
        ERROR
    }

    /** Returns true if a rule is switched off. */
    public boolean isOff(String code) {
        return levels.get(code) == Level.OFF;
    }

    /** Returns a problem with its effective severity; empty if its rule is switched off. */
    public Optional<Problem> apply(Problem problem) {
        Level level = levels.get(problem.code());
        if (level == null) {
            return Optional.of(problem);
        }
        if (level == Level.OFF) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                level == Level.ERROR ? Severity.ERROR : Severity.WARNING,
                problem.code(),
                problem.path(),
                problem.line(),
                problem.column(),
                problem.message(),
                problem.hint()));
    }
}
