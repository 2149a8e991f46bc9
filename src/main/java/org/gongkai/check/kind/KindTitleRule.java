package org.gongkai.check.kind;

import java.util.List;
import java.util.function.Consumer;
import org.gongkai.check.rule.HeaderRule;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.TitlePattern;
import org.gongkai.problem.Problem;

/** The title of an entry matches the pattern of one of its kinds, unless titles of that kind vary. */
final class KindTitleRule implements HeaderRule {

    @Override
    public void check(Entry entry, Consumer<Problem> problems) {
        List<Kind> kinds = entry.kinds();
        boolean fits = kinds.stream().anyMatch(kind -> kind.title()
                .map(t -> t.varies() || t.matches(entry.title()))
                .orElse(true));
        if (fits || entry.publication().status() == Entry.Status.DRAFT) {
            return;
        }
        Kind kind = kinds.get(0);
        TitlePattern pattern = kind.title().orElseThrow();
        Value at = entry.values().getOrDefault(CommonField.TITLE, new Value.Text("", 1, 1));
        problems.accept(Problem.warning(
                "W124",
                entry.path(),
                at.line(),
                at.column(),
                "标题“" + entry.title() + "”不像文种“" + kind.name() + "”的标题",
                "一般写成“" + pattern.words() + "”"
                        + (pattern.example().isEmpty() ? "" : "，如“" + pattern.example() + "”")));
    }
}
