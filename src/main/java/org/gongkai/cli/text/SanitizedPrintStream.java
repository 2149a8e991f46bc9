package org.gongkai.cli.text;

import java.io.PrintStream;
import java.util.regex.Pattern;

/**
 * Prints lines that can do nothing to a terminal but show text. Titles, paths and messages of commits come from anyone, and
 * a terminal takes control characters in them for orders: to erase what was said, to change its title, to answer as if
 * somebody typed. Of all orders only the colours of {@link AnsiStyle} pass.
 */
public final class SanitizedPrintStream extends PrintStream {

    private static final Pattern CONTROL_CHARACTERS = Pattern.compile(
            "(?!\\x1B\\[(?:0|1|2|21|22|31|33|39|39;0)?m)[\\p{Cntrl}\\x{80}-\\x{9F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}&&[^\\n\\t]]");
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

    /** Only {@link ProgressLine} prints less than a line, and it moves the cursor on purpose. */
    @Override
    public void print(String text) {
        stream.print(text);
    }

    @Override
    public void flush() {
        stream.flush();
    }
}
