package org.gongkai.cli.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** How the program and the console exchange text. */
public final class ConsoleCharset {

    private ConsoleCharset() {}

    /** UTF-8 or, on Windows, the encoding of the console. */
    public static Charset get() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        String console = System.getProperty("sun.stdout.encoding");
        return windows && console != null ? Charset.forName(console) : StandardCharsets.UTF_8;
    }
}
