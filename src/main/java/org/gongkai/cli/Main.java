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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.gongkai.build.cache.SharedParts;
import org.gongkai.cli.option.CommandContext;
import org.gongkai.cli.process.JavaCommand;
import org.gongkai.cli.process.Worker;
import org.gongkai.cli.process.WorkerLauncher;
import org.gongkai.cli.text.SanitizedPrintStream;
import org.gongkai.cli.text.Terminal;
import org.gongkai.feature.Features;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program {@code gongkai}. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
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
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {});
        if (!Arrays.asList(original).contains("--debug")) {
            // Nor do libraries print: Ruby would report each library that it does not find.
            System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        }
        System.exit(run(
                original,
                System.in,
                System.getenv(),
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                Clock.systemUTC(),
                Features.parts()));
    }

    /** Runs a command with an empty input and an empty environment. */
    public static int run(String[] args, PrintStream out, PrintStream err, Clock clock) {
        return run(args, InputStream.nullInputStream(), Map.of(), out, err, clock, Features.parts());
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
        Terminal terminal =
                new Terminal(new SanitizedPrintStream(out), new SanitizedPrintStream(err), Worker.isInteractive());
        CommandLine line = new Commands(
                        new CommandContext(terminal, clock, in, environment, shared, new JavaCommand(Main.class)))
                .of(args);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        line.setUsageHelpWidth(100);
        line.setAdjustLineBreaksForWideCJKCharacters(true);
        line.setParameterExceptionHandler(new UsageErrorHandler(terminal));
        ExecutionFailureHandler failures = new ExecutionFailureHandler(terminal);
        line.setExecutionExceptionHandler(failures);
        try {
            return line.execute(args);
        } catch (Error e) {
            // picocli passes only exceptions to its handlers.
            return failures.handle(e, Arrays.asList(args).contains("--debug"));
        }
    }

    /** A stream in UTF-8 or, on Windows, in the encoding of the console. */
    private static PrintStream stream(FileDescriptor descriptor) {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        String console = System.getProperty("sun.stdout.encoding");
        Charset charset = windows && console != null ? Charset.forName(console) : StandardCharsets.UTF_8;
        return new PrintStream(new FileOutputStream(descriptor), true, charset);
    }

    /** Reports in one sentence what is wrong with the arguments; the exit status is 2. */
    private record UsageErrorHandler(Terminal terminal) implements IParameterExceptionHandler {

        @Override
        public int handleParseException(ParameterException e, String[] args) {
            CommandLine line = e.getCommandLine();
            terminal.err().println(sentence(e) + "。用法见 gongkai " + name(line) + "--help");
            return 2;
        }

        private static String name(CommandLine line) {
            return line.getParent() == null ? "" : name(line.getParent()) + line.getCommandName() + " ";
        }

        private static String sentence(ParameterException e) {
            if (e instanceof UnmatchedArgumentException unmatched) {
                List<String> words = unmatched.getUnmatched();
                return "不认识的参数：" + String.join(" ", words);
            }
            if (e instanceof MissingParameterException missing) {
                return "缺少参数："
                        + String.join(
                                "、",
                                missing.getMissing().stream()
                                        .map(UsageErrorHandler::label)
                                        .toList());
            }
            if (e instanceof OverwrittenOptionException twice) {
                return label(twice.getOverwritten()) + " 写了两次";
            }
            ArgSpec argument = e.getArgSpec();
            if (argument != null && e.getValue() != null) {
                return label(argument) + " 的值“" + e.getValue() + "”不对：" + reason(argument, e);
            }
            return e.getMessage();
        }

        private static String reason(ArgSpec argument, ParameterException e) {
            if (argument.type().isEnum()) {
                return "可以写："
                        + Arrays.stream(argument.type().getEnumConstants())
                                .map(Object::toString)
                                .collect(Collectors.joining("、"));
            }
            if (argument.type() == boolean.class) {
                return "这个选项后面不写值";
            }
            return e.getCause() == null ? "见说明" : e.getCause().getMessage();
        }

        private static String label(ArgSpec argument) {
            return argument.isOption()
                    ? ((CommandLine.Model.OptionSpec) argument).longestName()
                    : argument.paramLabel();
        }
    }
}
