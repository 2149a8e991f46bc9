package org.gongkai.cli.hooks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gongkai.build.edition.RequestedEditions;
import org.gongkai.build.read.SiteSource;
import org.gongkai.cli.option.CommonOptions;
import org.gongkai.cli.option.ProgramVersion;
import org.gongkai.cli.text.Terminal;
import org.gongkai.history.git.IncomingPush;
import org.gongkai.publish.hooks.HookSettings;
import org.gongkai.publish.hooks.Push;
import org.gongkai.publish.hooks.RefUpdate;
import org.gongkai.publish.push.BranchCheck;
import org.gongkai.publish.push.EditionTagCheck;
import org.gongkai.publish.push.PushedCommitsCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hooks pre-receive}: what git asks before it takes a push. */
@Command(
        name = "pre-receive",
        hidden = true,
        versionProvider = ProgramVersion.class,
        description = "由 git 运行：检查推送的内容，有错误就不收。")
public final class PreReceiveCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Clock clock;
    private final InputStream input;
    private final Map<String, String> environment;

    /** @param environment where git says in which folder the pushed objects wait */
    public PreReceiveCommand(Terminal terminal, Clock clock, InputStream input, Map<String, String> environment) {
        this.terminal = terminal;
        this.clock = clock;
        this.input = input;
        this.environment = environment;
    }

    @Mixin
    private HookRepository repository;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() throws IOException {
        Path folder = repository.folder();
        HookSettings settings = repository.settings();
        List<RefUpdate> updates = lines(input);
        Push push = Push.of(updates, settings.branch(), "refs/tags/" + SiteSource.EDITIONS, RequestedEditions::isName);
        PushReport report = new PushReport(terminal);
        if (!push.refusals().isEmpty()) {
            report.refused(push.refusals());
            return 1;
        }
        IncomingPush incoming = IncomingPush.of(environment);
        if (!new PushedCommitsCheck(folder, settings, incoming, clock).check(updates, push.site(), report)) {
            return 1;
        }
        if (push.site().isPresent()
                && !new BranchCheck(folder, settings, incoming, clock)
                        .check(push.site().get(), report)) {
            return 1;
        }
        EditionTagCheck editions = new EditionTagCheck(folder, settings, incoming, clock);
        return push.editions().isEmpty() || editions.check(push, report) ? 0 : 1;
    }

    /** The lines that git hands to a hook. */
    static List<RefUpdate> lines(InputStream input) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        return RefUpdate.of(reader.lines().toList());
    }
}
