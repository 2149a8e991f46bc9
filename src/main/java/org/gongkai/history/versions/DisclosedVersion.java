package org.gongkai.history.versions;

/** A version as one audience may read it, or why it may not. */
public sealed interface DisclosedVersion {

    /**
     * It may be read.
     *
     * @param text the whole file
     */
    record Text(String text) implements DisclosedVersion {}

    /**
     * It is listed and not shown.
     *
     * @param reason why, in words that give nothing away
     */
    record Withheld(String reason) implements DisclosedVersion {}
}
