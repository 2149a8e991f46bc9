package org.gongkai.cli.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.check.explain.Explanation;
import org.gongkai.check.explain.Explanations;
import org.gongkai.input.data.YamlReader;
import org.gongkai.problem.Problem;
import org.gongkai.problem.Severity;

/** What many problems come from: how many there are of each code and in how many files, errors first, most first. */
public final class ProblemSummary {

    /** Heads them. */
    public static final String HEADING = "汇总：";

    /** More problems than this are summed up wherever they are told. */
    private static final int THRESHOLD = 20;

    private final AnsiStyle style;

    public ProblemSummary(AnsiStyle ink) {
        this.style = ink;
    }

    private record Cause(Severity severity, String code) {}

    private static final class Sum {
        private final Cause cause;
        private int count;
        private int files;
        private String last = "";

        Sum(Cause cause) {
            this.cause = cause;
        }

        void add(Problem problem) {
            count++;
            if (!problem.path().equals(last)) {
                files++;
                last = problem.path();
            }
        }
    }

    /** Whether so many problems want a sum. */
    public static boolean isNeeded(List<Problem> problems) {
        return problems.size() > THRESHOLD;
    }

    /**
     * The sums, a line each.
     *
     * @param problems sorted
     */
    public List<String> lines(List<Problem> problems) {
        Map<Cause, Sum> sums = new HashMap<>();
        for (Problem problem : problems) {
            sums.computeIfAbsent(new Cause(problem.severity(), problem.code()), Sum::new)
                    .add(problem);
        }
        List<Sum> sorted = new ArrayList<>(sums.values());
        sorted.sort(Comparator.comparing((Sum sum) -> sum.cause.severity())
                .thenComparing(sum -> sum.count, Comparator.reverseOrder())
                .thenComparing(sum -> sum.cause.code()));
        Explanations explanations = new Explanations(new YamlReader());
        return sorted.stream().map(sum -> line(sum, explanations)).toList();
    }

    private String line(Sum sum, Explanations explanations) {
        String name = explanations
                .of(sum.cause.code())
                .map(Explanation::name)
                .map(known -> known + " ")
                .orElse("");
        String label = sum.cause.severity().label();
        return "  " + (sum.cause.severity() == Severity.ERROR ? style.error(label) : style.warning(label)) + " "
                + sum.cause.code() + " " + name + sum.count + " 处"
                + (sum.count > 1 ? "，" + sum.files + " 个文件" : "");
    }
}
