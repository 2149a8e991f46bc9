package org.gongkai.check.setting;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gongkai.check.setting.RuleSettings.Level;
import org.gongkai.input.config.SiteConfigReader;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Problem;

/** Reads 规则 of a site's settings: the rules that are switched off or have another severity. */
public final class RuleSettingsReader {

    private static final List<String> WORDS = List.of("关", "警告", "错误");

    private static final Map<String, Level> LEVELS = Map.of(
            "关",
            Level.OFF,
            "off",
            Level.OFF,
            "false",
            Level.OFF,
            "no",
            Level.OFF,
            "警告",
            Level.WARNING,
            "warning",
            Level.WARNING,
            "错误",
            Level.ERROR,
            "error",
            Level.ERROR);

    private final YamlReader yaml;
    private final RuleNames names;
    private final Consumer<Problem> problems;

    public RuleSettingsReader(YamlReader yaml, Consumer<Problem> problems) {
        this.yaml = yaml;
        this.names = new RuleNames(yaml);
        this.problems = problems;
    }

    /**
     * Reads the settings of rules.
     *
     * @param site the content of {@link SiteConfigReader#SITE}, whose other fields are ignored
     */
    public RuleSettings read(String site) {
        Value settings =
                yaml.read(SiteConfigReader.SITE, site, 1, problem -> {}).orElse(null);
        if (!(settings instanceof Value.Fields fields)) {
            return RuleSettings.NONE;
        }
        Value rules = new FieldReader(fields).value("规则", "rules").orElse(null);
        if (rules == null || rules instanceof Value.Text text && text.isBlank()) {
            return RuleSettings.NONE;
        }
        if (!(rules instanceof Value.Fields group)) {
            error(rules, "E190", "规则应逐个写明", "例如：规则: {W205: 关}");
            return RuleSettings.NONE;
        }
        Map<String, Level> levels = new TreeMap<>();
        for (Value.Field field : group.fields()) {
            names.named(SiteConfigReader.SITE, field.key(), problems)
                    .ifPresent(code -> level(code, field.value(), levels));
        }
        return new RuleSettings(levels);
    }

    private void level(String code, Value value, Map<String, Level> levels) {
        String word = value instanceof Value.Text text ? text.text().strip() : "";
        Level level = LEVELS.get(word);
        if (level == null) {
            error(value, "E190", "规则 " + code + " 的值“" + word + "”不对", Nearest.hint(word, WORDS));
        } else {
            levels.put(code, level);
        }
    }

    private void error(Value at, String code, String message, String hint) {
        problems.accept(Problem.error(code, SiteConfigReader.SITE, at, message, hint));
    }
}
