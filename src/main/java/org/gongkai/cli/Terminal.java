package org.gongkai.cli;

import java.io.PrintStream;
import org.gongkai.cli.text.AnsiStyle;

/** Where a command speaks: {@code out} for what was asked for, {@code err} for all else. */
public record Terminal(PrintStream out, PrintStream err) {

    /** Whether a person watches, so that progress may be drawn. */
    public boolean interactive() {
        return Worker.isWatched();
    }

    /** How words may be coloured. */
    public AnsiStyle ink() {
        return AnsiStyle.of(interactive(), System.getenv());
    }
}
