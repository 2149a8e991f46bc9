package org.gongkai.check.figure;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.check.rule.HeaderRule;
import org.gongkai.input.entry.Entry;
import org.gongkai.problem.Problem;

/**
 * The points of a member are the base, plus what was added, minus what was taken. Where points do not fall below zero,
 * zero is right as well. Rows that stand for several members are not checked, as they may hold averages.
 */
final class PointsRule implements HeaderRule {

    @Override
    public void check(Entry entry, Consumer<Problem> problems) {
        for (FigureGroup row : FigureGroup.rows(entry)) {
            Optional<Figure> base = row.figure("基础分");
            Optional<Figure> total = row.figure("合计");
            if (base.isPresent() && total.isPresent() && row.text("人数").isEmpty()) {
                BigDecimal added = row.figure("加分").map(Figure::value).orElse(BigDecimal.ZERO);
                // Some write what is taken with its minus sign.
                BigDecimal taken = row.figure("扣分")
                        .map(Figure::value)
                        .orElse(BigDecimal.ZERO)
                        .abs();
                BigDecimal sum = base.get().value().add(added).subtract(taken);
                check(
                        entry,
                        total.get(),
                        sum,
                        base.get().text() + "+" + Figure.text(added) + "-" + Figure.text(taken),
                        problems);
            }
        }
    }

    private static void check(Entry entry, Figure total, BigDecimal sum, String terms, Consumer<Problem> problems) {
        if (total.value().compareTo(sum) != 0 && total.value().compareTo(sum.max(BigDecimal.ZERO)) != 0) {
            problems.accept(total.error(
                    "E173",
                    entry,
                    "合计" + total.text() + "分，按基础分、加分、扣分算是" + terms + "=" + Figure.text(sum) + "分",
                    "请核对这一行；合计等于基础分加上加分、减去扣分"));
        }
    }
}
