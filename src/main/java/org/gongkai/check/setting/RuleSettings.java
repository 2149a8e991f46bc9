package org.gongkai.check.setting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gongkai.input.config.SiteConfigReader;
import org.gongkai.input.data.Binder;
import org.gongkai.input.data.Key;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
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

    /** What is done with a problem. */
    public enum Level implements Key.Words {
        OFF("关", "off", "false", "no"),
        WARNING("警告", "warning"),
        ERROR("错误", "error");

        private final List<String> words;

        Level(String... words) {
            this.words = List.of(words);
        }

        @Override
        public List<String> words() {
            return words;
        }
    }

    /** The setting in {@code site.yml}: levels by codes as written. */
    @Key.Group("例如：规则: {W205: 关}")
    private record Setting(@Key("规则 rules") Map<Value.Text, Level> levels) {}

    /** Reads the setting 规则 of a site; its other settings are not examined. */
    public static RuleSettings read(YamlReader yaml, Value site, Consumer<Problem> problems) {
        if (!(site instanceof Value.Fields fields)) {
            return NONE;
        }
        RuleNames names = new RuleNames(yaml);
        Map<String, Level> levels = new TreeMap<>();
        new Binder(SiteConfigReader.SITE, "E190", problems)
                .some(Setting.class, fields)
                .levels()
                .forEach((code, level) -> names.named(SiteConfigReader.SITE, code, problems)
                        .ifPresent(known -> levels.put(known, level)));
        return new RuleSettings(levels);
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
        return Optional.of(problem.as(level == Level.ERROR ? Severity.ERROR : Severity.WARNING));
    }
}
