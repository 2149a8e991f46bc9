package org.gongkai.problem;

/** A position in a file. */
public interface Position {

    /** The line of the file, from 1. */
    int line();

    /** The column of the line, from 1, in characters. */
    int column();
}
