package org.gongkai.cli.option;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.cli.text.Terminal;
import org.gongkai.io.Json;
import picocli.CommandLine.Option;

/**
 * A command that prints its result as lines for a person or as one JSON text for a program, which reads nothing else
 * on the standard output. What must be said beside the result is an error or a remark, and goes to the error stream.
 */
public abstract class ReportingCommand extends ProgramCommand {

    private enum Format {
        text,
        json
    }

    @Option(names = "--format", paramLabel = "text|json", description = "结果写成文字还是 JSON（默认：文字）")
    private Format format;

    @Option(names = "--json", description = "结果写成 JSON，同 --format json")
    private boolean json;

    private final List<Map<String, Object>> done = new ArrayList<>();
    private Object result;

    /**
     * Does the work of the command, and prints lines.
     *
     * @return the exit status
     */
    protected abstract int run() throws IOException;

    @Override
    public final Integer call() throws IOException {
        Terminal given = terminal;
        if (isJson()) {
            terminal = new Terminal(
                    new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                    given.err(),
                    given.interactive());
        }
        try {
            return run();
        } catch (IOException | RuntimeException e) {
            // What was done before stands.
            result(done.isEmpty() ? null : Json.fields("ok", false, "done", done));
            throw e;
        } finally {
            if (isJson() && result != null) {
                given.print(Json.of(result));
            }
            terminal.out().flush();
        }
    }

    protected final boolean isJson() {
        if (json && format == Format.text) {
            throw new WrongUsage("--json 和 --format text 只能写一个");
        }
        return json || format == Format.json;
    }

    /** Sets the result for a program. A command that could not begin has none. */
    protected final void result(Object value) {
        result = value;
    }

    /** Adds one of the things that were done, or that could not be: the names of its fields and their values. */
    protected final void done(Object... namesAndValues) {
        done.add(Json.fields(namesAndValues));
    }

    /** Makes what was done the result: an object with {@code ok}, and {@code done}, a list of objects. */
    protected final int ended(int status) {
        result(Json.fields("ok", status == 0, "done", done));
        return status;
    }
}
