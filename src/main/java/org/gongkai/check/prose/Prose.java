package org.gongkai.check.prose;

/**
 * A line of prose. Code blocks are omitted; code spans, link addresses, counts and comments are replaced by as many
 * {@link #BLANKED} characters, which keeps the columns.
 *
 * @param line the line of the file, from 1
 * @param text the text
 */
public record Prose(int line, String text) {

    /** Replaces a character of code, of an address or of a count; neither a letter nor a blank. */
    public static final char BLANKED = '\uFFFC';
}
