package org.gongkai.check.kind;

import java.util.List;
import java.util.function.Consumer;
import org.gongkai.check.rule.HeaderRule;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.problem.Problem;

/** An entry does not have two kinds that exclude each other. */
final class ExclusionRule implements HeaderRule {

    @Override
    public void check(Entry entry, Consumer<Problem> problems) {
        List<Kind> kinds = entry.kinds();
        for (Kind kind : kinds) {
            for (Kind.Exclusion exclusion : kind.exclusions()) {
                kinds.stream()
                        .filter(other -> other != kind && isNamed(other, exclusion.kind()))
                        .findFirst()
                        .ifPresent(other -> problems.accept(problem(entry, kind, other, exclusion.reason())));
            }
        }
    }

    private static boolean isNamed(Kind kind, String name) {
        return kind.name().equals(name) || kind.aliases().contains(name);
    }

    private static Problem problem(Entry entry, Kind kind, Kind other, String reason) {
        Value at = entry.values().getOrDefault(CommonField.KIND, new Value.Text("", 1, 1));
        return Problem.error(
                "E124",
                entry.path(),
                at.line(),
                at.column(),
                "文种“" + kind.name() + "”和“" + other.name() + "”不能写在同一条里",
                reason.isEmpty() ? "请分成两条，或只留一个文种" : reason);
    }
}
