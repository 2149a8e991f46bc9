package org.gongkai.cli.hooks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gongkai.cli.option.CommonOptions;
import org.gongkai.cli.option.ProgramVersion;
import org.gongkai.cli.text.Terminal;
import org.gongkai.history.git.IncomingPush;
import org.gongkai.publish.hooks.RefUpdate;
import org.gongkai.publish.push.PushContext;
import org.gongkai.publish.push.PushInspection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hooks pre-receive}: run by git before it accepts a push. */
@Command(name = "pre-receive", hidden = true, description = "由 git 运行：检查推送的内容，有错误就不收。")
public final class PreReceiveCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Clock clock;
    private final InputStream input;
    private final Map<String, String> environment;

    /**
     * @param input the lines of git
     * @param environment names the folder of the pushed objects
     */
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
        PushContext context = new PushContext(
                repository.folder(),
                repository.settings(),
                IncomingPush.of(environment),
                ProgramVersion.identity(),
                clock);
        return new PushInspection(context, new PushReport(terminal)).accepts(updates(input)) ? 0 : 1;
    }

    /** Reads the lines that git passes to a hook. */
    static List<RefUpdate> updates(InputStream input) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        return RefUpdate.of(reader.lines().toList());
    }
}
