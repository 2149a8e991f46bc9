package org.gongkai.cli.hooks;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongkai.cli.ExecutionFailureHandler;
import org.gongkai.cli.option.CommonOptions;
import org.gongkai.cli.option.ProgramVersion;
import org.gongkai.cli.process.Worker;
import org.gongkai.cli.text.Terminal;
import org.gongkai.publish.hooks.CheckedCommit;
import org.gongkai.publish.hooks.HookPublisher;
import org.gongkai.publish.hooks.HookSettings;
import org.gongkai.publish.hooks.LastFailure;
import org.gongkai.publish.hooks.PublicationRunner;
import org.gongkai.publish.hooks.RefUpdate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hooks post-receive}: what git runs when it has taken a push. */
@Command(
        name = "post-receive",
        hidden = true,
        versionProvider = ProgramVersion.class,
        description = "由 git 运行：发布收下的内容。")
public final class PostReceiveCommand implements Callable<Integer> {

    /** Starts a command that outlives its parent and the connection, with nothing open that somebody would wait for. */
    private static final String DETACH =
            "if command -v setsid >/dev/null 2>&1; then set -- setsid \"$@\"; fi; exec \"$@\" </dev/null >/dev/null 2>&1 &";

    private final Terminal terminal;
    private final Clock clock;
    private final InputStream input;

    public PostReceiveCommand(Terminal terminal, Clock clock, InputStream input) {
        this.terminal = terminal;
        this.clock = clock;
        this.input = input;
    }

    @Mixin
    private HookRepository repository;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() throws IOException {
        Path folder = repository.folder();
        HookSettings settings = repository.settings();
        List<RefUpdate> updates = PreReceiveCommand.lines(input);
        PushReport report = new PushReport(terminal);
        HookPublisher publisher = new HookPublisher(folder, settings, clock);
        PublicationRunner runner = new PublicationRunner(HookSettings.folder(folder), clock, publisher);
        List<String> addresses = addresses(folder, settings, updates);
        if (settings.background() && runner.due().isPresent()) {
            if (!runner.isBusy()) {
                detach(folder);
            }
            report.say("已收下，正在后台发布，过一会儿就能看到" + (addresses.isEmpty() ? "。" : "："));
            report.addresses(addresses);
            new LastFailure(HookSettings.folder(folder)).read().ifPresent(report::failedBefore);
            return 0;
        }
        PublicationRunner.Result result = runner.run();
        if (result.status() != 0) {
            report.say("已收下，但是网站没有更新：");
            publisher.report().lines().limit(20).forEach(line -> report.say("  " + line));
            report.say("内容已经在仓库里，不用再推送。请告诉管理员看日志：");
            report.say("  " + HookPublisher.log(folder, clock).file());
            report.say("下一次推送或定时任务会再发布一次。");
            return result.status();
        }
        if (result.attempts().isEmpty() && !result.busy() && addresses.isEmpty()) {
            return 0;
        }
        report.say((result.busy() ? "已收下，另一次推送正在发布，做完就轮到" : "已发布") + (addresses.isEmpty() ? "。" : "："));
        report.addresses(addresses);
        result.recordingFailure().ifPresent(why -> {
            report.say("");
            report.say(ExecutionFailureHandler.unnoted(why));
        });
        runner.nextChange()
                .filter(day -> !result.busy() && result.recordingFailure().isEmpty())
                .ifPresent(day -> report.say("下次变化：" + day + "（到那天网站自己更新）"));
        return 0;
    }

    private static List<String> addresses(Path folder, HookSettings settings, List<RefUpdate> updates)
            throws IOException {
        Optional<RefUpdate> site = updates.stream()
                .filter(update -> update.reference().equals(settings.branch()))
                .findFirst();
        return site.isEmpty()
                ? List.of()
                : CheckedCommit.read(HookSettings.folder(folder), site.get().after())
                        .map(CheckedCommit::addresses)
                        .orElse(List.of());
    }

    private static void detach(Path folder) throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", DETACH, "sh"));
        command.addAll(new Worker().commandLine("hooks", "run", "--repo", folder.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        try {
            builder.start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
