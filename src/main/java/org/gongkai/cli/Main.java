package org.gongkai.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.gongkai.cli.process.Worker;
import org.gongkai.cli.text.SanitizedPrintStream;
import org.gongkai.cli.text.Terminal;
import picocli.CommandLine;

/** The program {@code gongkai}. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        String[] typed = args;
        if (Worker.isRunning()) {
            Worker.endWithParent();
            typed = Worker.originalArguments(args);
        } else {
            OptionalInt status = new Worker().run(args, stream(FileDescriptor.err));
            if (status.isPresent()) {
                System.exit(status.getAsInt());
            }
        }
        // Threads of libraries, too, print no trace; what is missing because of them is told where it is missed.
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {});
        if (!Arrays.asList(typed).contains("--debug")) {
            // Nor do libraries print by themselves: Ruby tells the console of each library that it misses.
            System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        }
        System.exit(run(
                typed,
                System.in,
                System.getenv(),
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                Clock.systemUTC()));
    }

    /** Runs one command that is given nothing but its arguments. */
    public static int run(String[] args, PrintStream out, PrintStream err, Clock clock) {
        return run(args, InputStream.nullInputStream(), Map.of(), out, err, clock);
    }

    /**
     * Runs one command.
     *
     * @param in what git hands to a hook
     * @param environment where git tells a hook in which folder the pushed objects wait
     * @param clock tells today and measures how long a command took
     * @return the exit status: 0 done, 1 problems found, 2 wrong usage, 3 the environment failed
     */
    public static int run(
            String[] args,
            InputStream in,
            Map<String, String> environment,
            PrintStream out,
            PrintStream err,
            Clock clock) {
        Terminal terminal = new Terminal(new SanitizedPrintStream(out), new SanitizedPrintStream(err));
        CommandLine line = new Commands(terminal, clock, in, environment).of(args);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        line.setUsageHelpWidth(100);
        line.setAdjustLineBreaksForWideCJKCharacters(true);
        line.setParameterExceptionHandler(new UsageErrorHandler(terminal));
        ExecutionFailureHandler fault = new ExecutionFailureHandler(terminal);
        line.setExecutionExceptionHandler(fault);
        try {
            return line.execute(args);
        } catch (Error e) {
            // The library hands on exceptions only.
            return fault.handle(e, Arrays.asList(args).contains("--debug"));
        }
    }

    /** UTF-8 everywhere but on the console of Windows, which shows only its own encoding. */
    private static PrintStream stream(FileDescriptor descriptor) {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        String console = System.getProperty("sun.stdout.encoding");
        Charset charset = windows && console != null ? Charset.forName(console) : StandardCharsets.UTF_8;
        return new PrintStream(new FileOutputStream(descriptor), true, charset);
    }
}
