package org.gongkai.revision;

/** A version as one audience may read it, or why it may not. */
public sealed interface Reading {

    /**
     * It may be read.
     *
     * @param text the whole file
     */
    record Text(String text) implements Reading {}

    /**
     * It is listed and not shown.
     *
     * @param reason why, in words that give nothing away
     */
    record Withheld(String reason) implements Reading {}
}
