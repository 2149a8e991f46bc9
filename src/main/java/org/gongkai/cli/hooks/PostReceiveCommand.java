package org.gongkai.cli.hooks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.cli.option.ProgramCommand;
import org.gongkai.publish.hooks.CheckedCommit;
import org.gongkai.publish.hooks.HookPublisher;
import org.gongkai.publish.hooks.HookSettings;
import org.gongkai.publish.hooks.PublicationRunner;
import org.gongkai.publish.push.PushCheck.RefUpdate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hooks post-receive}: run by git after it has accepted a push, if it is to wait for the publication. */
@Command(name = "post-receive", hidden = true, description = "由 git 运行：发布收下的内容。")
public final class PostReceiveCommand extends ProgramCommand {

    @Mixin
    private HookRepository repository;

    @Override
    public Integer call() throws IOException {
        Path folder = repository.folder();
        HookSettings settings = repository.settings();
        List<String> addresses = addresses(folder, settings, PreReceiveCommand.updates(context.in()));
        PushReport report = new PushReport(terminal);
        PublicationRunner runner = repository.runner(settings, clock, context.shared());
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
    static List<String> addresses(Path folder, HookSettings settings, List<RefUpdate> updates) {
        return updates.stream()
                .filter(update -> update.reference().equals(settings.branch()))
                .flatMap(update -> CheckedCommit.read(HookSettings.folder(folder), update.after()).stream())
                .flatMap(checked -> checked.addresses().stream())
                .toList();
    }
}
