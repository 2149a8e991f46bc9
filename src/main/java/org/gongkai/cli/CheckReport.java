package org.gongkai.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.gongkai.BuildResult;
import org.gongkai.check.Comparison;
import org.gongkai.check.Explanation;
import org.gongkai.check.Explanations;
import org.gongkai.data.YamlReader;
import org.gongkai.problem.Problem;

/** Tells a person what a check has found: each problem with its line, then a sum by rule. */
final class CheckReport {

    private final Terminal terminal;
    private final Ink ink;
    private final SourceLines lines;

    CheckReport(Terminal terminal, SourceLines lines) {
        this.terminal = terminal;
        this.ink = terminal.ink();
        this.lines = lines;
    }

    /** The report goes to the standard stream, one last sentence to the error stream. */
    void print(BuildResult result, Comparison problems) {
        List<String> report = new ArrayList<>();
        problems.fresh().forEach(problem -> report.addAll(framed(problem)));
        section(report, "已有的问题（不影响本次提交）：", problems.known(), this::framed);
        if (!problems.fresh().isEmpty()) {
            report.add("");
            report.add(ink.strong("汇总："));
            report.addAll(sums(problems.fresh()));
        }
        section(
                report,
                "用上的例外：",
                result.exemptions(),
                exemption -> List.of("  " + exemption.path() + " " + exemption.code() + " " + exemption.reason()));
        report.forEach(terminal.out()::println);
        terminal.out().flush();
        terminal.err().println(sentence(result, problems));
    }

    private <T> void section(List<String> report, String heading, List<T> items, Function<T, List<String>> text) {
        if (!items.isEmpty()) {
            if (!report.isEmpty()) {
                report.add("");
            }
            report.add(ink.strong(heading));
            items.forEach(item -> report.addAll(text.apply(item)));
        }
    }

    private List<String> framed(Problem problem) {
        List<String> framed = new ArrayList<>();
        String text = problem.text();
        String label = problem.severity().label() + " " + problem.code();
        String coloured = problem.isError() ? ink.error(label) : ink.warning(label);
        int at = text.indexOf(": " + label) + 2;
        framed.add(text.substring(0, at) + coloured + text.substring(at + label.length()));
        lines.line(problem.path(), problem.line())
                .ifPresent(line -> framed.addAll(new Frame(ink).lines(problem.line(), line, problem.column())));
        return framed;
    }

    private List<String> sums(List<Problem> problems) {
        Comparator<Problem> errorsFirst =
                Comparator.comparing(Problem::severity).thenComparing(Problem::code);
        Map<Problem, Integer> counts = new TreeMap<>(errorsFirst);
        problems.forEach(problem -> counts.merge(problem, 1, Integer::sum));
        Explanations explanations = new Explanations(new YamlReader());
        List<String> sums = new ArrayList<>();
        counts.forEach((problem, count) -> {
            String name = explanations.of(problem.code()).map(Explanation::name).orElse("");
            String label = problem.severity().label();
            sums.add("  " + (problem.isError() ? ink.error(label) : ink.warning(label)) + " " + problem.code() + " "
                    + name + (name.isEmpty() ? "" : " ") + count + " 处");
        });
        return sums;
    }

    private static String sentence(BuildResult result, Comparison problems) {
        long errors = problems.fresh().stream().filter(Problem::isError).count();
        long warnings = problems.fresh().size() - errors;
        String found = errors > 0
                ? "发现 " + errors + " 个错误" + (warnings > 0 ? "、" + warnings + " 个警告" : "")
                : warnings > 0 ? "有 " + warnings + " 个警告，没有错误" : "没有发现问题";
        String known =
                problems.known().isEmpty() ? "" : "；另有 " + problems.known().size() + " 个已有的问题";
        return "检查完成：" + found + known + "。";
    }
}
