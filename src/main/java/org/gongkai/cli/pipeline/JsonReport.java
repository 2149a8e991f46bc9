package org.gongkai.cli.pipeline;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.io.Json;
import org.gongkai.pipeline.BuildSummary;
import org.gongkai.problem.Problem;

/**
 * The result of a build or a check as a JSON object, the documented format for programs.
 *
 * @param millis how long it took
 */
public record JsonReport(BuildSummary summary, long millis) {

    /** The object, with some of the problems of the summary. */
    public String of(List<Problem> problems) {
        return "{\"problems\":["
                + problems.stream().map(JsonReport::json).collect(Collectors.joining(","))
                + "],\"entries\":" + summary.entries()
                + ",\"pages\":" + summary.pages()
                + ",\"written\":" + summary.written()
                + ",\"unchanged\":" + summary.unchanged()
                + ",\"nextChange\":"
                + Json.of(summary.nextChange().map(LocalDate::toString))
                + ",\"millis\":" + millis + "}";
    }

    private static String json(Problem problem) {
        return "{\"severity\":" + Json.of(problem.isError() ? "error" : "warning")
                + ",\"code\":" + Json.of(problem.code())
                + ",\"path\":" + Json.of(problem.path())
                + ",\"line\":" + problem.line()
                + ",\"column\":" + problem.column()
                + ",\"message\":" + Json.of(problem.message())
                + ",\"hint\":" + Json.of(problem.hint()) + "}";
    }
}
