package org.gongkai.check.figure;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.check.rule.HeaderRule;
import org.gongkai.input.entry.Entry;
import org.gongkai.problem.Problem;

/** Whoever is elected has no more votes than are valid, and more than half of those present voted so. */
final class ElectedRule implements HeaderRule {

    private static final String ELECTED = "当选名单";
    private static final int HALF = 2;

    @Override
    public void check(Entry entry, Consumer<Problem> problems) {
        Optional<Entry.OwnField> elected = entry.own().stream()
                .filter(own -> own.spec().name().equals(ELECTED))
                .findFirst();
        if (elected.isEmpty()) {
            return;
        }
        FigureGroup own = FigureGroup.own(entry);
        Optional<Figure> valid = own.figure("有效票");
        Optional<Figure> present =
                own.figure("实到").or(() -> FigureGroup.meeting(entry).figure("实到"));
        List<FigureGroup> rows =
                FigureGroup.rows(elected.get().spec(), elected.get().value());
        for (FigureGroup row : rows) {
            Optional<Figure> votes = row.figure("票数");
            if (votes.isPresent() && valid.isPresent() && votes.get().isMoreThan(valid.get())) {
                problems.accept(votes.get()
                        .error(
                                "E176",
                                entry,
                                "票数" + votes.get().text() + "，多于有效票"
                                        + valid.get().text() + "张",
                                "一张有效票最多投给一个人一票，请核对"));
            } else if (votes.isPresent() && present.isPresent() && !votes.get().isMoreThan(present.get(), 1, HALF)) {
                problems.accept(votes.get()
                        .error(
                                "E177",
                                entry,
                                "票数" + votes.get().text() + "，没有超过实到"
                                        + present.get().text() + "人的半数",
                                "请核对票数和实到人数；没有超过半数的不能当选"));
            }
        }
        own.figure("候选人数")
                .filter(candidates -> candidates.value().intValue() < rows.size())
                .ifPresent(candidates -> problems.accept(candidates.error(
                        "E178", entry, "候选人" + candidates.text() + "人，少于当选名单上的" + rows.size() + "人", "请核对候选人数和当选名单")));
    }
}
