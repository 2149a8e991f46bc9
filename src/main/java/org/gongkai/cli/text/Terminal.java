package org.gongkai.cli.text;

import java.io.PrintStream;

/**
 * The output of a command.
 *
 * @param out what was asked for
 * @param err everything else
 * @param interactive whether a person watches, so that progress may be drawn
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive) {

    /** Output into one stream that nobody watches. */
    public static Terminal into(PrintStream stream) {
        return new Terminal(stream, stream, false);
    }

    /** Output into two streams that nobody watches. */
    public static Terminal into(PrintStream out, PrintStream err) {
        return new Terminal(out, err, false);
    }

    /** The colours that may be used. */
    public AnsiStyle style() {
        return AnsiStyle.of(interactive, System.getenv());
    }
}
