package org.gongkai.check.kind;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.gongkai.check.rule.HeaderRule;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.problem.Problem;

/** An entry has the fields that its kinds recommend. */
final class RecommendedFieldsRule implements HeaderRule {

    @Override
    public void check(Entry entry, Consumer<Problem> problems) {
        if (entry.publication().status() == Entry.Status.DRAFT) {
            return;
        }
        Map<String, String> wanted = new LinkedHashMap<>();
        entry.kinds().forEach(kind -> kind.recommended().forEach(field -> wanted.putIfAbsent(field, kind.name())));
        Value at = entry.values().getOrDefault(CommonField.KIND, new Value.Text("", 1, 1));
        wanted.forEach((field, kind) -> {
            if (!gives(entry, field)) {
                problems.accept(Problem.warning(
                        "W126",
                        entry.path(),
                        at.line(),
                        at.column(),
                        "文种“" + kind + "”一般要写“" + field + "”",
                        "请在文件头里写上“" + field + ": ……”"));
            }
        });
    }

    private static boolean gives(Entry entry, String field) {
        return entry.own().stream().anyMatch(own -> own.spec().name().equals(field) && isGiven(own.value()))
                || CommonField.named(field)
                        .map(common -> isGiven(entry.values().get(common)))
                        .orElse(false);
    }

    private static boolean isGiven(Value value) {
        return value != null && !(value instanceof Value.Text text && text.isBlank());
    }
}
