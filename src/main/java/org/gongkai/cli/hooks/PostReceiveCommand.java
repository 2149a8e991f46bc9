package org.gongkai.cli.hooks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongkai.cli.option.CommonOptions;
import org.gongkai.cli.option.ProgramVersion;
import org.gongkai.cli.process.DetachedProcess;
import org.gongkai.cli.process.JavaCommand;
import org.gongkai.cli.text.Terminal;
import org.gongkai.publish.hooks.CheckedCommit;
import org.gongkai.publish.hooks.HookPublisher;
import org.gongkai.publish.hooks.HookSettings;
import org.gongkai.publish.hooks.LastFailure;
import org.gongkai.publish.hooks.PublicationRunner;
import org.gongkai.publish.hooks.RefUpdate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hooks post-receive}: run by git after it has accepted a push. */
@Command(name = "post-receive", hidden = true, description = "由 git 运行：发布收下的内容。")
public final class PostReceiveCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Clock clock;
    private final InputStream input;
    private final JavaCommand java;

    /**
     * @param input the lines of git
     * @param java starts the program in the background
     */
    public PostReceiveCommand(Terminal terminal, Clock clock, InputStream input, JavaCommand java) {
        this.terminal = terminal;
        this.clock = clock;
        this.input = input;
        this.java = java;
    }

    @Mixin
    private HookRepository repository;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() throws IOException {
        Path folder = repository.folder();
        HookSettings settings = repository.settings();
        List<String> addresses = addresses(folder, settings, PreReceiveCommand.updates(input));
        PublicationReport report = new PublicationReport(terminal);
        PublicationRunner runner = new PublicationRunner(
                HookSettings.folder(folder),
                clock,
                new HookPublisher(folder, settings, ProgramVersion.identity(), clock, new AttemptReport()));
        if (settings.background() && runner.due().isPresent()) {
            if (!runner.isBusy()) {
                DetachedProcess.start(java.standalone("hooks", "run", "--repo", folder.toString()));
            }
            report.publishingInBackground(addresses);
            new LastFailure(HookSettings.folder(folder)).read().ifPresent(report::failedBefore);
            return 0;
        }
        PublicationRunner.Result result = runner.run();
        if (result.status() != 0) {
            report.publicationFailed(
                    result.report(), HookPublisher.log(folder, clock).file());
            return result.status();
        }
        if (!result.attempts().isEmpty() || result.busy() || !addresses.isEmpty()) {
            report.published(result, addresses, runner.nextChange());
        }
        return 0;
    }

    /** The addresses of the pushed entries, as the check of the push has found them; empty if it is not available. */
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
}
