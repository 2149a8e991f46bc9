package org.gongkai.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.cli.option.ProgramCommand;
import org.gongkai.cli.option.ProgramCommand.CommandContext;
import org.gongkai.cli.process.JavaCommand;
import org.gongkai.cli.process.WorkerLauncher.Worker;
import org.gongkai.cli.sites.SitesRun;
import org.gongkai.cli.text.Terminal;
import org.gongkai.pipeline.SharedParts;
import org.gongkai.problem.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Runs one command within this process.
 *
 * @param in the input of a hook
 * @param environment the environment of a hook
 * @param clock provides the current date, and measures how long a command takes
 * @param shared what all builds of this process share
 */
record Invocation(InputStream in, Map<String, String> environment, Clock clock, SharedParts shared) {

    /** See {@link Main#run}. */
    int run(String[] args, PrintStream out, PrintStream err) {
        return run(args, in, Terminal.sanitized(out, err, Worker.isInteractive()));
    }

    private int run(String[] args, InputStream input, Terminal terminal) {
        if (!Arrays.asList(args).contains(ProgramCommand.QUIET)) {
            return loud(args, input, terminal);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = loud(
                args,
                input,
                new Terminal(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false));
        if (status != 0) {
            terminal.out().print(out.toString(StandardCharsets.UTF_8));
            terminal.err().print(err.toString(StandardCharsets.UTF_8));
            terminal.out().flush();
        }
        return status;
    }

    private int loud(String[] args, InputStream input, Terminal terminal) {
        try {
            if (Arrays.stream(args).noneMatch(arg -> arg.startsWith(SitesRun.OPTION))) {
                return one(args, input, terminal);
            }
            return new SitesRun(
                            terminal,
                            (each, to, errors) ->
                                    run(each, InputStream.nullInputStream(), Terminal.sanitized(to, errors, false)))
                    .all(args)
                    .orElseGet(() -> one(args, input, terminal));
        } catch (IOException | RuntimeException e) {
            return new ExecutionFailureHandler(terminal)
                    .handle(e, Arrays.asList(args).contains("--debug"));
        }
    }

    private int one(String[] args, InputStream input, Terminal terminal) {
        CommandLine line = new Commands(
                        new CommandContext(terminal, clock, input, environment, shared, new JavaCommand(Main.class)))
                .of(args);
        line.setOut(new PrintWriter(terminal.out(), true));
        line.setErr(new PrintWriter(terminal.err(), true));
        line.setUsageHelpWidth(100);
        line.setAdjustLineBreaksForWideCJKCharacters(true);
        line.setParameterExceptionHandler(new UsageErrorHandler(terminal));
        line.setExecutionExceptionHandler((e, command, parsed) -> new ExecutionFailureHandler(terminal)
                .handle(e, command.getParseResult().hasMatchedOption("--debug")));
        try {
            return line.execute(args);
        } catch (Error e) {
            // picocli passes only exceptions to its handlers.
            return new ExecutionFailureHandler(terminal)
                    .handle(e, Arrays.asList(args).contains("--debug"));
        }
    }

    /** Reports in one sentence what is wrong with the arguments; the exit status is 2. */
    private record UsageErrorHandler(Terminal terminal) implements IParameterExceptionHandler {

        @Override
        public int handleParseException(ParameterException e, String[] args) {
            CommandLine line = e.getCommandLine();
            terminal.note(sentence(e) + "。用法见 gongkai " + name(line) + "--help");
            return 2;
        }

        private static String name(CommandLine line) {
            return line.getParent() == null ? "" : name(line.getParent()) + line.getCommandName() + " ";
        }

        private static String sentence(ParameterException e) {
            if (e instanceof UnmatchedArgumentException unmatched) {
                String typed = unmatched.getUnmatched().get(0);
                List<String> alike = new ArrayList<>(unmatched.getSuggestions());
                // Any letter is one letter away from any other.
                List<String> names = e.getCommandLine().getCommandSpec().optionsMap().keySet().stream()
                        .filter(name -> name.startsWith("--"))
                        .toList();
                Nearest.of(typed, names).ifPresent(alike::add);
                return "不认识的参数：" + String.join(" ", unmatched.getUnmatched())
                        + (alike.isEmpty() ? "" : "；是不是 " + alike.get(0));
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
