package org.gongkai.cli.text;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongkai.problem.Problem;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * The output of a command.
 *
 * @param out what was asked for
 * @param err everything else
 * @param interactive whether a person watches, so that progress may be drawn
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive) {

    /** How the program and the console exchange text: in UTF-8 or, on Windows, the encoding of the console. */
    public static Charset charset() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        String console = System.getProperty("sun.stdout.encoding");
        return windows && console != null ? Charset.forName(console) : StandardCharsets.UTF_8;
    }

    /** Output into one stream that nobody watches. */
    public static Terminal into(PrintStream stream) {
        return new Terminal(stream, stream, false);
    }

    /** Output into two streams without control characters. */
    public static Terminal sanitized(PrintStream out, PrintStream err, boolean interactive) {
        return new Terminal(new SanitizedPrintStream(out), new SanitizedPrintStream(err), interactive);
    }

    /** Prints a line that was asked for. */
    public void print(Object line) {
        out.println(line);
    }

    /** Prints any other line. */
    public void note(Object line) {
        err.println(line);
    }

    /** The colours that may be used. */
    public AnsiStyle style() {
        return AnsiStyle.of(interactive, System.getenv());
    }

    /**
     * Replaces control characters in lines. Titles, paths and commit messages are untrusted, and a terminal interprets
     * control sequences in them: they erase output, change the title of the window or send input. Only the colours of
     * {@link AnsiStyle} pass.
     */
    static final class SanitizedPrintStream extends PrintStream {

        private static final Pattern CONTROL_CHARACTERS = Pattern.compile("(?!\\x1B\\[(?:0|1|2|21|22|31|33|39|39;0)?m)"
                + "[\\p{Cntrl}\\x{80}-\\x{9F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}&&[^\\n\\t]]");
        private static final String REPLACEMENT = "\uFFFD";

        private final PrintStream stream;

        SanitizedPrintStream(PrintStream stream) {
            super(stream, true);
            this.stream = stream;
        }

        static String sanitize(String text) {
            return CONTROL_CHARACTERS.matcher(text.replace("\r\n", "\n")).replaceAll(REPLACEMENT);
        }

        @Override
        public void println(String line) {
            stream.println(sanitize(line));
        }

        @Override
        public void println(Object line) {
            stream.println(sanitize(String.valueOf(line)));
        }

        /** Prints text as it is: {@link ProgressLine} moves the cursor on purpose. */
        @Override
        public void print(String text) {
            stream.print(text);
        }

        @Override
        public void flush() {
            stream.flush();
        }
    }

    /** Colours on a terminal; none in a file, for a program or if {@code NO_COLOR} is set. */
    public record AnsiStyle(boolean coloured) {

        /**
         * The style of this process.
         *
         * @param interactive whether a person watches
         * @param environment says what the terminal supports and the user wants
         */
        public static AnsiStyle of(boolean interactive, Map<String, String> environment) {
            boolean disabled = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                    || environment.getOrDefault("TERM", "").equals("dumb");
            boolean oldConsole =
                    System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")
                            && !environment.containsKey("WT_SESSION")
                            && !environment.containsKey("TERM");
            return new AnsiStyle(interactive && !disabled && !oldConsole);
        }

        public String error(String text) {
            return styled(text, Style.fg_red, Style.bold);
        }

        public String warning(String text) {
            return styled(text, Style.fg_yellow, Style.bold);
        }

        /** The text of a problem. */
        public String problem(Problem problem) {
            String label = problem.severity().label() + " " + problem.code();
            return problem.text().replaceFirst(label, problem.isError() ? error(label) : warning(label));
        }

        public String strong(String text) {
            return styled(text, Style.bold);
        }

        private String styled(String text, IStyle... styles) {
            return coloured ? Style.on(styles) + text + Style.reset.on() : text;
        }
    }
}
