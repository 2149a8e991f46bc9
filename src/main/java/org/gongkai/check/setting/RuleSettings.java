package org.gongkai.check.setting;

import java.util.Map;
import java.util.Optional;
import org.gongkai.problem.Problem;
import org.gongkai.problem.Severity;

/**
 * How a site wants its rules taken.
 *
 * @param levels by code; a code that is not there is taken as it is
 */
public record RuleSettings(Map<String, Level> levels) {

    /** Every rule as it is. */
    public static final RuleSettings NONE = new RuleSettings(Map.of());

    public RuleSettings {
        levels = Map.copyOf(levels);
    }

    /** What becomes of a problem. */
    public enum Level {
        OFF,
        WARNING,
        ERROR
    }

    /** Whether a rule is switched off. */
    public boolean isOff(String code) {
        return levels.get(code) == Level.OFF;
    }

    /** A problem as the site takes it; empty if its rule is off. */
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
