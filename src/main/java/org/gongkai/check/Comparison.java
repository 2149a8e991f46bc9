package org.gongkai.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.problem.Problem;

/**
 * The problems of a site, those that an earlier state of it had already kept apart. Two problems are the same if code,
 * path and message are: lines move with every edit above them.
 *
 * @param fresh problems that the earlier state did not have, sorted
 * @param known problems that it had, sorted
 */
public record Comparison(List<Problem> fresh, List<Problem> known) {

    /** Compares two states; of several same problems as many are known as there were before, first those not moved. */
    public static Comparison of(Collection<Problem> now, Collection<Problem> before) {
        Map<List<String>, List<Integer>> had = new HashMap<>();
        before.forEach(problem ->
                had.computeIfAbsent(sameness(problem), k -> new ArrayList<>()).add(problem.line()));
        List<Problem> moved = new ArrayList<>();
        List<Problem> known = new ArrayList<>();
        for (Problem problem : now) {
            List<Integer> lines = had.get(sameness(problem));
            boolean unmoved = lines != null && lines.remove((Object) problem.line());
            (unmoved ? known : moved).add(problem);
        }
        List<Problem> fresh = new ArrayList<>();
        for (Problem problem : moved) {
            List<Integer> lines = had.get(sameness(problem));
            if (lines == null || lines.isEmpty()) {
                fresh.add(problem);
            } else {
                lines.remove(0);
                known.add(problem);
            }
        }
        return new Comparison(
                fresh.stream().sorted().toList(), known.stream().sorted().toList());
    }

    private static List<String> sameness(Problem problem) {
        return List.of(problem.code(), problem.path(), problem.message());
    }
}
