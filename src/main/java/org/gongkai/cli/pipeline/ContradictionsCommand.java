package org.gongkai.cli.pipeline;

import java.io.IOException;
import java.util.List;
import org.gongkai.check.explain.Explanations;
import org.gongkai.cli.option.ProgramRevision;
import org.gongkai.cli.option.ReportingCommand;
import org.gongkai.cli.option.StateOptions;
import org.gongkai.cli.text.ProgressLine;
import org.gongkai.pipeline.Build;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.problem.Problem;
import org.gongkai.problem.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code contradictions}: lists where a branch contradicts itself, for an inspection. */
@Command(name = "contradictions", description = "列出全部前后矛盾：同一条里的，两条之间的，和台账、支部情况不一致的。不生成站点。")
public final class ContradictionsCommand extends ReportingCommand {

    @Mixin
    private StateOptions state;

    @Override
    protected int run() throws IOException {
        BuildRequest request = state.request().drafts(true);
        List<Problem> found;
        try (ProgressLine progress = new ProgressLine(terminal, clock);
                SiteSource site = SiteSource.open(request)) {
            found = new Explanations(context.shared().yaml())
                    .contradictions(new Build(ProgramRevision.ofProgram().number(), clock, progress, context.shared())
                            .run(request, site)
                            .problems());
        }
        result(found);
        for (Severity severity : Severity.values()) {
            List<Problem> such = found.stream()
                    .filter(problem -> problem.severity() == severity)
                    .sorted()
                    .toList();
            if (!such.isEmpty()) {
                terminal.print(severity.label() + " " + such.size() + " 处：");
                such.stream().map(Problem::text).forEach(terminal::print);
            }
        }
        long files = found.stream().map(Problem::path).distinct().count();
        terminal.print(found.isEmpty() ? "没有发现前后矛盾。" : "共 " + found.size() + " 处矛盾，在 " + files + " 个文件里。");
        return 0;
    }
}
