package org.gongkai.check.figure;

import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.check.rule.HeaderRule;
import org.gongkai.input.entry.Entry;
import org.gongkai.problem.Problem;

/** More dues than due are unusual, but members pay arrears and of their own accord. */
final class DuesRule implements HeaderRule {

    @Override
    public void check(Entry entry, Consumer<Problem> problems) {
        FigureGroup own = FigureGroup.own(entry);
        Optional<Figure> due = own.figure("应交金额");
        Optional<Figure> paid = own.figure("实交金额");
        if (due.isPresent() && paid.isPresent() && paid.get().isMoreThan(due.get())) {
            problems.accept(paid.get()
                    .warning(
                            "W171",
                            entry,
                            "实交金额" + paid.get().text() + "元，多于应交金额" + due.get().text() + "元",
                            "请核对；含补交或自愿多交的，请在正文里说明"));
        }
    }
}
