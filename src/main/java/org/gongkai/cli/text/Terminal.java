package org.gongkai.cli.text;

import java.io.PrintStream;
import org.gongkai.cli.process.Worker;

/** Where a command speaks: {@code out} for what was asked for, {@code err} for all else. */
public record Terminal(PrintStream out, PrintStream err) {

    /** Whether a person watches, so that progress may be drawn. */
    public boolean interactive() {
        return Worker.isInteractive();
    }

    /** How words may be coloured. */
    public AnsiStyle style() {
        return AnsiStyle.of(interactive(), System.getenv());
    }
}
