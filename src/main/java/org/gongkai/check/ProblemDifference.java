package org.gongkai.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.problem.Problem;

/**
 * The problems of a site, compared with those of an earlier state. Two problems are equal if code, path and message
 * are, because every edit changes line numbers.
 *
 * @param fresh the problems that the earlier state did not have, sorted
 * @param known the problems that it had, sorted
 */
public record ProblemDifference(List<Problem> fresh, List<Problem> known) {

    /**
     * Compares two states. Of several equal problems, as many are known as there were before, preferably those on the
     * same line.
     */
    public static ProblemDifference of(Collection<Problem> now, Collection<Problem> before) {
        Map<List<String>, List<Integer>> had = new HashMap<>();
        before.forEach(problem ->
                had.computeIfAbsent(key(problem), k -> new ArrayList<>()).add(problem.line()));
        List<Problem> moved = new ArrayList<>();
        List<Problem> known = new ArrayList<>();
        for (Problem problem : now) {
            List<Integer> lines = had.get(key(problem));
            boolean unmoved = lines != null && lines.remove((Object) problem.line());
            (unmoved ? known : moved).add(problem);
        }
        List<Problem> fresh = new ArrayList<>();
        for (Problem problem : moved) {
            List<Integer> lines = had.get(key(problem));
            if (lines == null || lines.isEmpty()) {
                fresh.add(problem);
            } else {
                lines.remove(0);
                known.add(problem);
            }
        }
        return new ProblemDifference(
                fresh.stream().sorted().toList(), known.stream().sorted().toList());
    }

    private static List<String> key(Problem problem) {
        return List.of(problem.code(), problem.path(), problem.message());
    }
}
