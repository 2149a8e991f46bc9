package org.gongkai.check.figure;

import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.check.rule.HeaderRule;
import org.gongkai.input.entry.Entry;
import org.gongkai.problem.Problem;

/** Enough members are present: four fifths for an election, half for a 党员大会. */
final class QuorumRule implements HeaderRule {

    @Override
    public void check(Entry entry, Consumer<Problem> problems) {
        FigureGroup own = FigureGroup.own(entry);
        FigureGroup meeting = FigureGroup.meeting(entry);
        if (is(entry, "换届选举")) {
            FigureGroup given = own.figure("实到").isPresent() ? own : meeting;
            few(entry, given, 4, 5)
                    .ifPresent(present -> problems.accept(
                            problem("W175", entry, present, given, "五分之四", "请核对；选举一般要有应到会的五分之四以上到会，以现行选举规定为准")));
        } else if (is(entry, "党员大会")) {
            few(entry, meeting, 1, 2)
                    .ifPresent(present -> problems.accept(
                            problem("W177", entry, present, meeting, "一半", "请核对；党员大会讨论决定事项，一般要有半数以上有表决权的党员到会")));
        }
    }

    private static boolean is(Entry entry, String kind) {
        return entry.kinds().stream().anyMatch(k -> k.name().equals(kind));
    }

    /** Returns the number of those present if it is less than a fraction of those entitled. */
    private static Optional<Figure> few(Entry entry, FigureGroup group, int numerator, int denominator) {
        Optional<Figure> entitled = group.figure("应到");
        return group.figure("实到")
                .filter(present -> entitled.isPresent() && entitled.get().isMoreThan(present, denominator, numerator));
    }

    private static Problem problem(
            String code, Entry entry, Figure present, FigureGroup group, String share, String hint) {
        return present.warning(
                code,
                entry,
                "实到" + present.text() + "人，不到应到"
                        + group.figure("应到").orElseThrow().text() + "人的" + share,
                hint);
    }
}
