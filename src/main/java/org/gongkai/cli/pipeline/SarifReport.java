package org.gongkai.cli.pipeline;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.gongkai.problem.Problem;

/** Problems as editors and code hosts read them in JSON: Static Analysis Results Interchange Format 2.1.0. */
record SarifReport(String version, List<Run> runs) {

    private record Run(Tool tool, String columnKind, List<Result> results) {}

    private record Tool(Driver driver) {}

    private record Driver(String name, String version, List<Rule> rules) {}

    private record Rule(String id) {}

    private record Result(String ruleId, String level, Message message, List<Location> locations) {}

    private record Message(String text) {}

    private record Location(Place physicalLocation) {}

    private record Place(File artifactLocation, Region region) {}

    private record File(String uri) {}

    private record Region(int startLine, int startColumn) {}

    /** Reports problems, whose paths are relative to the root of the site. */
    static SarifReport of(String program, List<Problem> problems) {
        List<Rule> rules = problems.stream()
                .map(Problem::code)
                .distinct()
                .sorted()
                .map(Rule::new)
                .toList();
        return new SarifReport(
                "2.1.0",
                List.of(new Run(
                        new Tool(new Driver("gongkai", program, rules)),
                        "unicodeCodePoints",
                        problems.stream().map(SarifReport::result).toList())));
    }

    private static Result result(Problem problem) {
        String text = problem.message() + (problem.hint().isEmpty() ? "" : "；" + problem.hint());
        Region region = new Region(Math.max(1, problem.line()), Math.max(1, problem.column()));
        return new Result(
                problem.code(),
                problem.isError() ? "error" : "warning",
                new Message(text),
                List.of(new Location(new Place(new File(address(problem.path())), region))));
    }

    /** A path as a relative address, its Chinese encoded. */
    private static String address(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(path, e);
        }
    }
}
