package org.gongkai.cli.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.gongkai.cli.ExecutionFailureHandler;
import org.gongkai.cli.Main;
import org.gongkai.cli.option.ProgramCommand;
import org.gongkai.cli.option.ProgramCommand.CommandContext;
import org.gongkai.cli.process.JavaCommand;
import org.gongkai.cli.text.Terminal;
import org.gongkai.testing.GitServer;
import org.gongkai.testing.GitServer.Pushed;
import org.gongkai.testing.SiteFolder;
import picocli.CommandLine;

/**
 * Pushes as git does, but runs the hooks in this process, where they need no Java of their own. What is pushed lies in the
 * repository before the hook agrees, under no name. Its today is 1 June 2024.
 */
public final class DirectPush {

    private static final Clock TODAY = Clock.fixed(Instant.parse("2024-06-01T04:00:00Z"), ZoneOffset.UTC);
    private static final String NOTHING = "0".repeat(40);

    private final GitServer server;
    private final Path repository;
    private final Clock today;

    public DirectPush(GitServer server) {
        this(server, server.repository());
    }

    DirectPush(GitServer server, Path repository) {
        this(server, repository, TODAY);
    }

    DirectPush(GitServer server, Path repository, Clock today) {
        this.server = server;
        this.repository = repository;
        this.today = today;
    }

    /** Pushes the checked out commit of a clone to the branch that is published. */
    public Pushed push(Path clone) {
        return push(clone, "HEAD", "refs/heads/main");
    }

    /**
     * Pushes one thing.
     *
     * @param what a commit or a tag of the clone
     * @param name the whole name of the reference that it is to be
     */
    public Pushed push(Path clone, String what, String name) {
        return push(line(clone, what, name));
    }

    /** The same as far as the hook that checks. */
    Pushed check(Path clone, String what, String name) {
        return check(line(clone, what, name));
    }

    Pushed check(String line) {
        return run((line + "\n").getBytes(StandardCharsets.UTF_8), new PreReceiveCommand());
    }

    private String line(Path clone, String what, String name) {
        String after = server.git(clone, "rev-parse", what).strip();
        // Through a pack, as a push: what is already there under any name does not come again.
        server.git(repository, "fetch", "-q", "--no-write-fetch-head", "--no-tags", clone.toString(), after);
        Pushed before = server.run(repository, List.of("rev-parse", "-q", "--verify", name));
        return (before.status() == 0 ? before.said().strip() : NOTHING) + " " + after + " " + name;
    }

    /** Lets the hooks have a line of git's as it is. */
    public Pushed push(String line) {
        Pushed asked = check(line);
        if (asked.status() != 0) {
            return asked;
        }
        String[] words = line.split(" ", 3);
        server.git(repository, "update-ref", words[2], words[1], words[0]);
        Pushed told = run((line + "\n").getBytes(StandardCharsets.UTF_8), new PostReceiveCommand());
        return new Pushed(0, (asked.said() + "\n" + told.said()).strip());
    }

    private Pushed run(byte[] input, ProgramCommand hook) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream lines = new PrintStream(said, true, StandardCharsets.UTF_8);
        Terminal terminal = Terminal.into(lines);
        CommandLine command = new CommandLine(hook.in(new CommandContext(
                terminal,
                today,
                new ByteArrayInputStream(input),
                Map.of(),
                SiteFolder.SHARED,
                new JavaCommand(Main.class))));
        command.setExecutionExceptionHandler(
                (e, line, parsed) -> new ExecutionFailureHandler(terminal).handle(e, false));
        int status = command.execute("--repo", repository.toString());
        return new Pushed(status, said.toString(StandardCharsets.UTF_8).strip());
    }

    /** Asserts that the server has no commit but the first. */
    public void assertNothingCameIn() {
        assertThat(server.git(repository, "log", "--all", "--format=%s")).isEqualTo("first\n");
    }
}
