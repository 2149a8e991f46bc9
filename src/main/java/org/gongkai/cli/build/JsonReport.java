package org.gongkai.cli.build;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.build.BuildResult;
import org.gongkai.output.Json;
import org.gongkai.problem.Problem;

/**
 * The result of a build or a check as a JSON object, the documented format for programs.
 *
 * @param millis how long it took
 */
public record JsonReport(BuildResult result, long millis) {

    /** The object, with some of the problems of the result. */
    public String of(List<Problem> problems) {
        return "{\"problems\":["
                + problems.stream().map(JsonReport::json).collect(Collectors.joining(","))
                + "],\"entries\":" + result.entries()
                + ",\"pages\":" + result.pages()
                + ",\"written\":" + result.written()
                + ",\"unchanged\":" + result.unchanged()
                + ",\"nextChange\":"
                + result.nextChange().map(LocalDate::toString).map(Json::quoted).orElse("null")
                + ",\"millis\":" + millis + "}";
    }

    private static String json(Problem problem) {
        return "{\"severity\":" + Json.quoted(problem.isError() ? "error" : "warning")
                + ",\"code\":" + Json.quoted(problem.code())
                + ",\"path\":" + Json.quoted(problem.path())
                + ",\"line\":" + problem.line()
                + ",\"column\":" + problem.column()
                + ",\"message\":" + Json.quoted(problem.message())
                + ",\"hint\":" + Json.quoted(problem.hint()) + "}";
    }
}
