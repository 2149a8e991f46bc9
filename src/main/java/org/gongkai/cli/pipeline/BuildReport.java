package org.gongkai.cli.pipeline;

import java.util.List;
import java.util.Locale;
import org.gongkai.cli.option.ProblemOptions;
import org.gongkai.cli.text.ProblemSummary;
import org.gongkai.cli.text.ShownProblems;
import org.gongkai.cli.text.Terminal;
import org.gongkai.cli.text.Terminal.AnsiStyle;
import org.gongkai.pipeline.BuildResult.BuildSummary;
import org.gongkai.problem.Problem;

/** Prints the result of a build as text. */
public record BuildReport(BuildSummary summary, ProblemOptions options, long millis) {

    /** Prints problems to the error stream and a summary of the output to the standard stream. */
    void print(Terminal terminal, boolean timings) {
        if (!printProblems(terminal, timings, true)) {
            return;
        }
        summary.outputs().forEach(folder -> terminal.print("站点：" + folder.resolve("index.html")));
        List<String> columns = summary.columns().entrySet().stream()
                .filter(column -> column.getValue() > 0)
                .map(column -> column.getKey() + " " + column.getValue())
                .toList();
        if (!columns.isEmpty()) {
            terminal.print("栏目：" + String.join(" · ", columns));
        }
        terminal.print(String.format(
                Locale.ROOT,
                "完成：%d 条，%d 个页面；写入 %d 个文件，%d 个没有变化；用时 %.1f 秒",
                summary.size().entries(),
                summary.size().pages(),
                summary.files().written(),
                summary.files().unchanged(),
                millis / 1000.0));
        terminal.print(
                summary.nextChange().map(day -> "下次变化：" + day + "（到这一天请重新生成）").orElse("下次变化：无（内容不改就不必重新生成）"));
    }

    /**
     * Prints the problems.
     *
     * @param written whether the site is written if there are no errors
     * @return whether there are no errors
     */
    public boolean printProblems(Terminal terminal, boolean timings, boolean written) {
        ShownProblems problems = options.shown(summary.problems(), ShownProblems.DEFAULT_LIMIT);
        problems.shown().forEach(problem -> terminal.note(problem.text()));
        problems.omittedNote().ifPresent(terminal::note);
        if (timings) {
            summary.timings().forEach((step, time) -> terminal.print(step + " " + time + " 毫秒"));
        }
        if (summary.problems().size() > ProblemSummary.THRESHOLD) {
            terminal.note(ProblemSummary.HEADING);
            new ProblemSummary(new AnsiStyle(false)).lines(summary.problems()).forEach(terminal::note);
        }
        long errors = summary.problems().stream().filter(Problem::isError).count();
        long warnings = summary.problems().size() - errors;
        if (errors > 0) {
            terminal.note("发现 " + errors + " 个错误" + (warnings > 0 ? "、" + warnings + " 个警告" : "") + "，站点没有改动。");
            return false;
        }
        if (warnings > 0) {
            terminal.note("有 " + warnings + " 个警告" + (written ? "，站点照常生成。" : "。"));
        }
        summary.notes().forEach(note -> terminal.note("注意：" + note + "。"));
        return true;
    }
}
