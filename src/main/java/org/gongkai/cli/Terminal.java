package org.gongkai.cli;

import java.io.PrintStream;

/** Where a command speaks: {@code out} for what was asked for, {@code err} for all else. */
record Terminal(PrintStream out, PrintStream err) {

    /** Whether a person watches, so that progress may be drawn. */
    boolean interactive() {
        return Worker.isWatched();
    }

    /** How words may be coloured. */
    Ink ink() {
        return Ink.of(interactive(), System.getenv());
    }
}
