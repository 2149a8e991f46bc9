package org.gongkai.cli.hooks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.gongkai.cli.option.ReportingCommand;
import org.gongkai.publish.hooks.HookPublisher;
import org.gongkai.publish.hooks.PublicationRunner;
import org.gongkai.publish.hooks.PublicationRunner.Attempt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hooks run}: publishes what is due. Run by timers. */
@Command(name = "run", description = "发布该发布的：推送了还没有发布的、上次没有成功的、到了日子该变的。没有就什么也不做。给定时任务用。")
public final class HooksRunCommand extends ReportingCommand {

    /** Lines of a failure that are printed; the log has all of them. */
    private static final int LIMIT = 20;

    @Mixin
    private HookRepository repository;

    @Option(names = "--status", description = "只显示下次变化的日期和有没有要发布的，不发布；有要发布的或上次没有成功，退出码是 1")
    private boolean status;

    @Override
    protected int run() throws IOException {
        Path folder = repository.folder();
        PublicationRunner runner = repository.runner(repository.settings(), clock, context.shared());
        if (status) {
            return printStatus(runner, HookPublisher.lastFailure(folder));
        }
        PublicationRunner.Result result = runner.run();
        for (Attempt attempt : result.attempts()) {
            done(
                    "published", attempt.status() == 0,
                    "asOf", attempt.day(),
                    "nextChange", attempt.next(),
                    "report", attempt.report().strip());
        }
        (result.status() == 0 ? terminal.out() : terminal.err()).print(result.report());
        if (result.recordingFailure().isPresent()) {
            terminal.note(PushReport.notRecorded(result.recordingFailure().get()));
            return ended(3);
        }
        return ended(result.status());
    }

    /** Returns 1 if a maintainer has something to do, for the monitoring of a server. */
    private int printStatus(PublicationRunner runner, Optional<String> failure) throws IOException {
        boolean due = runner.due().isPresent();
        Optional<LocalDate> next = runner.nextChange();
        done("due", due, "failure", failure, "nextChange", next);
        terminal.print(due ? "有要发布的内容" : "没有要发布的内容");
        failure.ifPresent(report -> {
            terminal.print("上次发布没有成功：");
            report.lines().limit(LIMIT).forEach(line -> terminal.print("  " + line));
        });
        terminal.print("下次变化：" + next.map(String::valueOf).orElse("无"));
        return ended(due || failure.isPresent() ? 1 : 0);
    }
}
