package org.gongkai.cli.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.problem.Problem;

/**
 * A selection of problems that a person can read: a few of each code in each file, and errors rather than warnings.
 *
 * @param shown the selected problems, in their order
 * @param omitted number of the others
 */
public record ShownProblems(List<Problem> shown, int omitted) {

    /** The limit of a list of problems. */
    public static final int DEFAULT_LIMIT = 100;

    private static final int MAX_PER_CODE = 5;

    /**
     * Selects problems.
     *
     * @param problems sorted by file
     * @param limit how many may be selected
     */
    public static ShownProblems of(List<Problem> problems, int limit) {
        List<Problem> few = fewOfEach(problems);
        int errors = (int) few.stream().filter(Problem::isError).limit(limit).count();
        List<Problem> shown = new ArrayList<>();
        int errorsLeft = errors;
        int warningsLeft = limit - errors;
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

    /**
     * Prints them as the errors of a source, for a command that needs one without errors.
     *
     * @param how to see the omitted ones
     * @param consequence what was not done because of them
     */
    public void print(Terminal terminal, String how, String consequence) {
        shown.forEach(problem -> terminal.note(terminal.style().problem(problem)));
        if (omitted > 0) {
            terminal.note("……还有 " + omitted + " 个没有列出；" + how);
        }
        terminal.note("发现 " + (shown.size() + omitted) + " 个错误，" + consequence);
    }

    /** A line about the omitted problems, if there are any. */
    public Optional<String> omittedNote() {
        return omitted == 0 ? Optional.empty() : Optional.of("……还有 " + omitted + " 个没有列出；加上 --all 就全部列出。");
    }
}
