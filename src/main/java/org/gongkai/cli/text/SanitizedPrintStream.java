package org.gongkai.cli.text;

import java.io.PrintStream;
import java.util.regex.Pattern;

/**
 * Replaces control characters in lines. Titles, paths and commit messages are untrusted, and a terminal interprets
 * control sequences in them: they erase output, change the title of the window or send input. Only the colours of
 * {@link AnsiStyle} pass.
 */
public final class SanitizedPrintStream extends PrintStream {

    private static final Pattern CONTROL_CHARACTERS = Pattern.compile("(?!\\x1B\\[(?:0|1|2|21|22|31|33|39|39;0)?m)"
            + "[\\p{Cntrl}\\x{80}-\\x{9F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}&&[^\\n\\t]]");
    private static final String REPLACEMENT = "\uFFFD";

    private final PrintStream stream;

    public SanitizedPrintStream(PrintStream stream) {
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
