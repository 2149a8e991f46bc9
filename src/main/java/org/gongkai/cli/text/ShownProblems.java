package org.gongkai.cli.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.problem.Problem;

/**
 * As many problems as a person reads: of each code a few in each file, errors before warnings if there is not room for all.
 *
 * @param shown these, in the order in which they came
 * @param left how many others there are
 */
public record ShownProblems(List<Problem> shown, int omitted) {

    /** Problems that are listed at most. */
    public static final int DEFAULT_LIMIT = 100;

    private static final int MAX_PER_CODE = 5;

    /**
     * Chooses.
     *
     * @param problems sorted
     * @param room how many may be chosen
     */
    public static ShownProblems of(List<Problem> problems, int room) {
        List<Problem> few = fewOfEach(problems);
        int errors = (int) few.stream().filter(Problem::isError).limit(room).count();
        List<Problem> shown = new ArrayList<>();
        int errorsLeft = errors;
        int warningsLeft = room - errors;
        for (Problem problem : few) {
            if (problem.isError() ? errorsLeft-- > 0 : warningsLeft-- > 0) {
                shown.add(problem);
            }
        }
        return new ShownProblems(List.copyOf(shown), problems.size() - shown.size());
    }

    /** All of them. */
    public static ShownProblems all(List<Problem> problems) {
        return new ShownProblems(problems, 0);
    }

    private static List<Problem> fewOfEach(List<Problem> problems) {
        List<Problem> few = new ArrayList<>();
        Map<String, Integer> ofFile = new HashMap<>();
        String file = "";
        for (Problem problem : problems) {
            if (!problem.path().equals(file)) {
                ofFile.clear();
                file = problem.path();
            }
            if (ofFile.merge(problem.code(), 1, Integer::sum) <= MAX_PER_CODE) {
                few.add(problem);
            }
        }
        return few;
    }

    /** Says that there are others, if there are. */
    public Optional<String> omittedNote() {
        return omitted == 0 ? Optional.empty() : Optional.of("……还有 " + omitted + " 个没有列出；加上 --all 就全部列出。");
    }
}
