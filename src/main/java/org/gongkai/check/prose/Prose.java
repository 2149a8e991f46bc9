package org.gongkai.check.prose;

/**
 * A line of what a writer wrote, code left out: what stands in code blocks is not there; inline code, the addresses of
 * links and remarks are blanked with as many {@link #BLANKED}, so that columns stay and nothing looks like a space.
 *
 * @param line line of the file, from 1
 * @param text the line
 */
public record Prose(int line, String text) {

    /** Stands for a character of code or of an address: neither a letter nor a blank. */
    public static final char BLANKED = '\uFFFC';
}
