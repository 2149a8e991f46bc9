package org.gongkai.check.header;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gongkai.check.rule.HeaderRule;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.problem.Problem;

/** The scope of an entry is not wider than the catalogue (党务公开目录) provides for its item. */
final class ScopeRule implements HeaderRule {

    private static final List<String> WIDEST_FIRST = List.of("社会", "全党", "本单位", "特定对象");

    private final Function<String, Optional<String>> scopes;

    /**
     * @param scopes returns the widest scope of the item that a 目录项 names
     */
    ScopeRule(Function<String, Optional<String>> scopes) {
        this.scopes = scopes;
    }

    @Override
    public void check(Entry entry, Consumer<Problem> problems) {
        String row = entry.text(CommonField.CATALOGUE);
        String widest = row.isEmpty() ? "" : scopes.apply(row).orElse("");
        String scope = entry.publication().scope();
        if (WIDEST_FIRST.contains(widest)
                && WIDEST_FIRST.contains(scope)
                && WIDEST_FIRST.indexOf(scope) < WIDEST_FIRST.indexOf(widest)) {
            HeaderPosition.of(entry, CommonField.SCOPE, problems)
                    .error(
                            "E154",
                            "公开范围“" + scope + "”宽于目录项“" + row + "”规定的“" + widest + "”",
                            "请改成 公开范围: " + widest + "；确需扩大范围的，先调整目录");
        }
    }
}
