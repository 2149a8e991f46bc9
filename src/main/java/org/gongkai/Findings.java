package org.gongkai;

import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import org.gongkai.problem.Problem;

/** Every problem that a build comes across, told once, sorted. Safe for many threads. */
final class Findings implements Consumer<Problem> {

    private final ConcurrentSkipListSet<Problem> all = new ConcurrentSkipListSet<>();

    @Override
    public void accept(Problem problem) {
        all.add(problem);
    }

    /** What is to be told to people. */
    List<Problem> told() {
        return List.copyOf(all);
    }

    /** Whether there is an error, so that nothing may be put in place. */
    boolean failed() {
        return all.stream().anyMatch(Problem::isError);
    }
}
