package org.gongkai.check.figure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.check.rule.HeaderRule;
import org.gongkai.input.entry.Entry;
import org.gongkai.problem.Problem;

/** The ratings of a 民主评议 add up to the number of those reviewed, and at most a third of them are 优秀. */
final class ReviewRule implements HeaderRule {

    private static final List<String> RATINGS = List.of("优秀", "合格", "基本合格", "不合格");
    private static final int THIRD = 3;

    @Override
    public void check(Entry entry, Consumer<Problem> problems) {
        FigureGroup own = FigureGroup.own(entry);
        Optional<Figure> reviewed = own.figure("参评人数");
        if (reviewed.isEmpty()) {
            return;
        }
        List<Figure> ratings =
                RATINGS.stream().flatMap(name -> own.figure(name).stream()).toList();
        BigDecimal sum = ratings.stream().map(Figure::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (ratings.size() == RATINGS.size() && sum.compareTo(reviewed.get().value()) != 0) {
            problems.accept(reviewed.get()
                    .error(
                            "E174",
                            entry,
                            "参评人数" + reviewed.get().text() + "人，四个等次相加是" + Figure.text(sum) + "人",
                            "请核对参评人数和各等次的人数；参加评议而不评定等次的，不计入参评人数"));
        }
        Optional<Figure> excellent = own.figure("优秀");
        if (excellent.isPresent() && excellent.get().isMoreThan(reviewed.get(), 1, THIRD)) {
            problems.accept(excellent
                    .get()
                    .warning(
                            "W174",
                            entry,
                            "优秀" + excellent.get().text() + "人，超过参评人数"
                                    + reviewed.get().text() + "人的三分之一",
                            "请核对；优秀等次一般不超过参加评议党员的三分之一"));
        }
    }
}
