package org.gongkai.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import org.gongkai.cache.CacheHome;
import org.gongkai.cli.option.ProgramRevision;
import org.gongkai.cli.process.JavaCommand;
import org.gongkai.cli.process.WorkerLauncher;
import org.gongkai.cli.process.WorkerLauncher.Worker;
import org.gongkai.cli.text.Terminal;
import org.gongkai.feature.Features;
import org.gongkai.markup.asciidoc.AsciiDocEngines;
import org.gongkai.pipeline.SharedParts;
import org.gongkai.pipeline.cache.UserCaches;

/**
 * The program {@code gongkai}: starts the process that does the work, or is that process. It names no class of a
 * library, because Java would load those that it verifies this class with, and open all libraries until it finds them.
 */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
            stream(FileDescriptor.out).println(ProgramRevision.ofProgram().line());
            return;
        }
        // Photographs are scaled without a screen, whatever the environment says of one.
        System.setProperty("java.awt.headless", "true");
        String[] original = args;
        if (Worker.isRunning()) {
            Worker.endWithParent();
            original = Worker.originalArguments(args);
        } else {
            OptionalInt status = new WorkerLauncher(new JavaCommand(Main.class)).run(args, stream(FileDescriptor.err));
            if (status.isPresent()) {
                System.exit(status.getAsInt());
            }
        }
        // Threads of libraries print no stack trace either; the code that needs their results reports the failure.
        Thread main = Thread.currentThread();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            if (thread == main) {
                stream(FileDescriptor.err).println("程序不完整，没有运行（" + failure + "）；请重新解开或者重新安装。");
                Runtime.getRuntime().halt(3);
            }
        });
        if (!Arrays.asList(original).contains("--debug")) {
            // Nor do libraries print: Ruby would report each library that it does not find.
            System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        }
        SharedParts shared = Features.parts(new AsciiDocEngines(), UserCaches.of(CacheHome.of(System.getenv())));
        if (Worker.isRunning() || JavaCommand.isInScript()) {
            shared.readAhead();
        }
        int status = run(
                original,
                System.in,
                System.getenv(),
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                Clock.systemUTC(),
                shared);
        System.exit(status);
    }

    /**
     * Runs a command.
     *
     * @param in the input of a hook
     * @param environment the environment of a hook
     * @param clock provides the current date, and measures how long a command takes
     * @param shared what all builds of this process share
     * @return the exit status: 0 done, 1 problems found, 2 wrong usage, 3 the environment failed
     */
    public static int run(
            String[] args,
            InputStream in,
            Map<String, String> environment,
            PrintStream out,
            PrintStream err,
            Clock clock,
            SharedParts shared) {
        return new Invocation(in, environment, clock, shared).run(args, out, err);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, Terminal.charset());
    }
}
