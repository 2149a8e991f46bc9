package org.gongkai.check.text;

import java.util.List;
import java.util.function.Consumer;
import org.gongkai.check.prose.EntryText;
import org.gongkai.check.prose.Prose;
import org.gongkai.check.rule.RuleSet.EntryRule;
import org.gongkai.problem.Problem;

/** Reports unresolved merge conflicts: the marker lines that Git inserts. */
public final class ConflictRule implements EntryRule {

    /** Before the text of one side, and behind that of the other. */
    private static final List<String> MARKS = List.of("<<<<<<<", ">>>>>>>");

    @Override
    public void check(EntryText entry, Consumer<Problem> problems) {
        if (MARKS.stream().noneMatch(entry.text()::contains)) {
            return;
        }
        List<String> lines = entry.text().lines().toList();
        for (Prose prose : entry.prose()) {
            String line = lines.get(prose.line() - 1);
            MARKS.stream()
                    .filter(mark -> line.equals(mark) || line.startsWith(mark + " "))
                    .forEach(mark -> problems.accept(Problem.error(
                            "E238",
                            entry.entry().path(),
                            prose.line(),
                            1,
                            "这一行“" + mark + "”是 git 合并时留下的冲突标记，两个人改的文字都在，还没有选定",
                            "请留下要的文字，删去 <<<<<<<、=======、>>>>>>> 这三行")));
        }
    }
}
