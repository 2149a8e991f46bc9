package org.gongkai.check.prose;

import java.util.regex.Pattern;
import org.gongkai.input.data.Value;
import org.gongkai.text.FullWidth;

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

    /** A count within a line, in two braces on each side, of which readers see the number. */
    private static final Pattern COUNT = Pattern.compile("(?<!\\\\)[{｛]{1,2}\\s{0,9}(?:计数|合计)[^{}｛｝]{0,300}[}｝]{1,2}");

    /** Replaces each character of a count by {@link #BLANKED}. */
    public static String withoutCounts(String line) {
        return line.indexOf('{') < 0 && line.indexOf('｛') < 0
                ? line
                : COUNT.matcher(line).replaceAll(count -> String.valueOf(BLANKED)
                        .repeat(count.group().length()));
    }

    /** Where what begins at a character of it stands, with what is typed there. */
    public Value.Text at(int start, String typed) {
        return new Value.Text(typed, line, 1 + text.codePointCount(0, start));
    }

    /** Returns it in half-width characters, at the same columns. */
    public Prose narrow() {
        return new Prose(line, FullWidth.narrow(text));
    }
}
