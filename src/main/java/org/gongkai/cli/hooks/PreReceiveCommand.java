package org.gongkai.cli.hooks;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gongkai.cli.option.ProgramCommand;
import org.gongkai.cli.text.Terminal;
import org.gongkai.io.AtomicFile;
import org.gongkai.publish.hooks.HookPublisher;
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
        List<RefUpdate> updates = updates(context.in());
        boolean accepted = new PushCheck(push, new PushReport(terminal)).accepts(updates);
        Optional<RefUpdate> published = push.published(updates);
        if (accepted && settings.background() && published.isPresent()) {
            try {
                AtomicFile.put(push.stateFolder().resolve("received"), received(push, updates, published.get()));
            } catch (IOException e) {
                // Nothing is said then, and published all the same.
            }
        }
        return accepted ? 0 : 1;
    }

    /**
     * What {@code post-receive} says of a push that is published in the background, below what is published, by which
     * it recognises the push: the program need not start another time to say it.
     */
    private String received(PushContext push, List<RefUpdate> updates, RefUpdate published) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream lines = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        PushReport report = new PushReport(Terminal.sanitized(lines, lines, false));
        report.line(published.after() + " " + published.reference());
        report.publishingInBackground(PostReceiveCommand.addresses(push.repository(), push.settings(), updates));
        HookPublisher.lastFailure(push.repository()).ifPresent(report::failedBefore);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Reads the lines that git passes to a hook. */
    static List<RefUpdate> updates(InputStream input) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        return RefUpdate.of(reader.lines().toList());
    }
}
