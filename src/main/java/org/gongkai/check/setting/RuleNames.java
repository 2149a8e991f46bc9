package org.gongkai.check.setting;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.check.explain.Explanations;
import org.gongkai.check.explain.Explanations.Explanation;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.io.Memoized;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Problem;

/** Looks up the rules that sites and entries name, and rejects mandatory ones. Safe for use by multiple threads. */
final class RuleNames {

    /** Loaded on demand: most sites name no rule. */
    private final Memoized<Explanations> explanations;

    RuleNames(YamlReader yaml) {
        this.explanations = new Memoized<>(() -> new Explanations(yaml));
    }

    /** Returns the code of a rule; empty if it is unknown or mandatory, in which case a problem has been reported. */
    Optional<String> named(String path, Value.Text code, Consumer<Problem> problems) {
        Optional<Explanation> rule = explanations.get().of(code.text());
        if (rule.isEmpty()) {
            problems.accept(Problem.error(
                    "E191",
                    path,
                    code,
                    "没有“" + code.text() + "”这个规则代码",
                    nearest(code.text().strip().toUpperCase(Locale.ROOT))));
            return Optional.empty();
        }
        if (rule.get().fixed()) {
            problems.accept(Problem.error(
                    "E192",
                    path,
                    code,
                    "规则 " + rule.get().code() + "（" + rule.get().name() + "）不能关，也不能有例外",
                    "请删去这一项，改正报出的内容"));
            return Optional.empty();
        }
        return rule.map(Explanation::code);
    }

    private String nearest(String code) {
        List<String> codes =
                explanations.get().all().stream().map(Explanation::code).toList();
        return Nearest.of(code, codes).map(word -> "您是不是要写“" + word + "”").orElse("全部代码见使用手册“规则一览”");
    }
}
