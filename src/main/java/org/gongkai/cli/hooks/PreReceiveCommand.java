package org.gongkai.cli.hooks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gongkai.cli.option.ProgramCommand;
import org.gongkai.publish.hooks.HookSettings;
import org.gongkai.publish.push.PushCheck;
import org.gongkai.publish.push.PushCheck.RefUpdate;
import org.gongkai.publish.push.PushContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hooks pre-receive}: run by git before it accepts a push. */
@Command(name = "pre-receive", hidden = true, description = "由 git 运行：检查推送的内容，有错误就不收。")
public final class PreReceiveCommand extends ProgramCommand {

    @Mixin
    private HookRepository repository;

    @Override
    public Integer call() throws IOException {
        HookSettings settings = repository.settings();
        PushContext push = new PushContext(
                repository.folder(),
                settings,
                Optional.ofNullable(context.environment().get("GIT_QUARANTINE_PATH"))
                        .filter(path -> !path.isBlank())
                        .map(Path::of),
                HookRepository.program(settings),
                clock,
                context.shared());
        return new PushCheck(push, new PushReport(terminal)).accepts(updates(context.in())) ? 0 : 1;
    }

    /** Reads the lines that git passes to a hook. */
    static List<RefUpdate> updates(InputStream input) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        return RefUpdate.of(reader.lines().toList());
    }
}
