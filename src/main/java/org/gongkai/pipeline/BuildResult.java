package org.gongkai.pipeline;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.check.setting.Exemption;
import org.gongkai.problem.Problem;

/**
 * The result of a build.
 *
 * @param summary what the build tells its user
 * @param exemptions the exemptions that suppressed a problem, sorted by path
 * @param sites the site of each audience; none if the build failed or did not have to be made
 */
public record BuildResult(BuildSummary summary, List<Exemption> exemptions, List<BuiltSite> sites) {

    /** The problems to report, sorted. */
    public List<Problem> problems() {
        return summary.problems();
    }

    /** Whether the output was put in place; if not, nothing was changed. */
    public boolean succeeded() {
        return summary.succeeded();
    }

    /**
     * What a build tells its user.
     *
     * @param problems the problems to report, sorted
     * @param size the number of published entries, and of all pages
     * @param files what was done to files
     * @param nextChange the next day on which the site changes by itself, if any
     * @param columns number of entries by the name of the column, in the order of the menu
     * @param outputs the folders that were written
     * @param notes remarks that are not problems: Chinese sentences without their full stop
     * @param timings milliseconds by the name of the step, in order
     */
    public record BuildSummary(
            List<Problem> problems,
            BuiltSite.Size size,
            Files files,
            Optional<LocalDate> nextChange,
            Map<String, Integer> columns,
            List<Path> outputs,
            List<String> notes,
            Map<String, Long> timings) {

        /** How many files were added or replaced, and how many were already in place. */
        public record Files(int written, int unchanged) {}

        public BuildSummary {
            problems = List.copyOf(problems);
            columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
            outputs = List.copyOf(outputs);
            notes = List.copyOf(notes);
            timings = Collections.unmodifiableMap(new LinkedHashMap<>(timings));
        }

        /** The same with the duration of each step. */
        BuildSummary timed(Map<String, Long> steps) {
            return new BuildSummary(problems, size, files, nextChange, columns, outputs, notes, steps);
        }

        /** What a build would tell that finds everything in its place, without timings. */
        public BuildSummary repeated() {
            return new BuildSummary(
                    problems,
                    size,
                    new Files(0, files.written + files.unchanged),
                    nextChange,
                    columns,
                    outputs,
                    notes,
                    Map.of());
        }

        /** Whether the output was put in place; if not, nothing was changed. */
        public boolean succeeded() {
            return problems.stream().noneMatch(Problem::isError);
        }
    }
}
