package org.gongkai.cli.pipeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.pipeline.BuildResult.BuildSummary;
import org.gongkai.problem.Problem;

/**
 * The result of a build or a check as a JSON object, the documented format for programs.
 *
 * @param problems all problems, or those that count
 * @param millis how long it took
 */
public record JsonReport(
        List<Problem> problems,
        int entries,
        int pages,
        int written,
        int unchanged,
        Optional<LocalDate> nextChange,
        long millis) {

    public JsonReport(BuildSummary summary, List<Problem> problems, long millis) {
        this(
                problems,
                summary.size().entries(),
                summary.size().pages(),
                summary.files().written(),
                summary.files().unchanged(),
                summary.nextChange(),
                millis);
    }
}
