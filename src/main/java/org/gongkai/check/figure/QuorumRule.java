package org.gongkai.check.figure;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.problem.Problem;

/** As many members are present as the kind wants: four fifths for an election, half for an assembly that decides. */
final class QuorumRule {

    private QuorumRule() {}

    /** Of an entry that has several kinds the first that one of them wants decides. */
    private static final List<Quorum> QUORUMS = List.of(
            new Quorum("五分之四", 4, 5, "W175", "五分之四", "选举一般要有应到会的五分之四以上到会，以现行选举规定为准"),
            new Quorum("半数", 1, 2, "W177", "一半", "〈文种〉讨论决定事项，一般要有半数以上有表决权的党员到会"));

    /** @param word the word of {@link Trait#QUORUM} */
    private record Quorum(String word, int numerator, int denominator, String code, String share, String hint) {}

    static void check(Entry entry, Consumer<Problem> problems) {
        for (Quorum quorum : QUORUMS) {
            for (Kind kind : entry.kinds()) {
                if (kind.is(Trait.QUORUM, quorum.word())) {
                    check(entry, kind, quorum, problems);
                    return;
                }
            }
        }
    }

    private static void check(Entry entry, Kind kind, Quorum quorum, Consumer<Problem> problems) {
        FigureGroup own = FigureGroup.own(entry);
        FigureGroup given =
                kind.field("实到").isPresent() && own.figure("实到").isPresent() ? own : FigureGroup.meeting(entry);
        Optional<Figure> entitled = given.figure("应到");
        given.figure("实到")
                .filter(present -> entitled.isPresent()
                        && entitled.get().isMoreThan(present, quorum.denominator(), quorum.numerator()))
                .ifPresent(present -> problems.accept(present.warning(
                        quorum.code(),
                        entry,
                        "实到" + present.text() + "人，不到应到" + entitled.get().text() + "人的" + quorum.share(),
                        "请核对；" + quorum.hint().replace("〈文种〉", kind.name()))));
    }
}
