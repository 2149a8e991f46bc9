package org.gongkai.check.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.check.rule.HeaderRule;
import org.gongkai.input.entry.Entry;
import org.gongkai.problem.Problem;

/** A part is not more than the whole: those present, those who have paid, valid votes, signed documents. */
final class PartRule implements HeaderRule {

    private static final List<Limit> LIMITS = List.of(
            new Limit("E170", "实到", "应到", "人", "请核对；列席的不计入实到"),
            new Limit("E171", "实交人数", "应交人数", "人", "请核对两个数"),
            new Limit("E175", "有效票", "实到", "张", "到会的每人一票，请核对"),
            new Limit("E179", "已签", "应签", "份", "请核对两个数"));

    /** A part and its whole. */
    private record Limit(String code, String part, String whole, String unit, String hint) {}

    @Override
    public void check(Entry entry, Consumer<Problem> problems) {
        FigureGroup own = FigureGroup.own(entry);
        FigureGroup meeting = FigureGroup.meeting(entry);
        List<FigureGroup> groups = new ArrayList<>(List.of(own, meeting));
        groups.addAll(FigureGroup.rows(entry));
        for (Limit limit : LIMITS) {
            groups.forEach(
                    group -> check(entry, limit, group.figure(limit.part()), group.figure(limit.whole()), problems));
        }
        if (own.figure("实到").isEmpty()) {
            check(entry, LIMITS.get(2), own.figure("有效票"), meeting.figure("实到"), problems);
        }
    }

    private static void check(
            Entry entry, Limit limit, Optional<Figure> part, Optional<Figure> whole, Consumer<Problem> problems) {
        if (part.isPresent() && whole.isPresent() && part.get().isMoreThan(whole.get())) {
            problems.accept(part.get()
                    .error(
                            limit.code(),
                            entry,
                            limit.part() + part.get().text() + limit.unit() + "，多于" + limit.whole()
                                    + whole.get().text() + (limit.whole().equals("实到") ? "人" : limit.unit()),
                            limit.hint()));
        }
    }
}
