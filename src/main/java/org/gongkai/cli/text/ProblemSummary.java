package org.gongkai.cli.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.check.explain.Explanations;
import org.gongkai.check.explain.Explanations.Explanation;
import org.gongkai.cli.text.Terminal.AnsiStyle;
import org.gongkai.input.data.YamlReader;
import org.gongkai.problem.Problem;
import org.gongkai.problem.Severity;

/** Counts of problems by code, and of the files they are in: errors first, then the most frequent first. */
public record ProblemSummary(AnsiStyle style) {

    /** The heading of a summary. */
    public static final String HEADING = "汇总：";

    /** Lists of more problems than this end in a summary. */
    public static final int THRESHOLD = 20;

    private record Key(Severity severity, String code) {}

    private static final class Count {
        private final Key key;
        private int problems;
        private int files;
        private String lastFile = "";

        Count(Key key) {
            this.key = key;
        }

        void add(Problem problem) {
            problems++;
            if (!problem.path().equals(lastFile)) {
                files++;
                lastFile = problem.path();
            }
        }
    }

    /**
     * The summary, one line for each code.
     *
     * @param problems sorted by file
     */
    public List<String> lines(List<Problem> problems) {
        Map<Key, Count> counts = new HashMap<>();
        for (Problem problem : problems) {
            counts.computeIfAbsent(new Key(problem.severity(), problem.code()), Count::new)
                    .add(problem);
        }
        List<Count> sorted = new ArrayList<>(counts.values());
        sorted.sort(Comparator.comparing((Count count) -> count.key.severity())
                .thenComparing(count -> count.problems, Comparator.reverseOrder())
                .thenComparing(count -> count.key.code()));
        Explanations explanations = new Explanations(new YamlReader());
        return sorted.stream().map(count -> line(count, explanations)).toList();
    }

    private String line(Count count, Explanations explanations) {
        String name = explanations
                .of(count.key.code())
                .map(Explanation::name)
                .map(known -> known + " ")
                .orElse("");
        String label = count.key.severity().label();
        return "  " + (count.key.severity() == Severity.ERROR ? style.error(label) : style.warning(label)) + " "
                + count.key.code() + " " + name + count.problems + " 处"
                + (count.problems > 1 ? "，" + count.files + " 个文件" : "");
    }
}
