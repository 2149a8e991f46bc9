package org.gongkai.check.prose;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts within a line, in two braces on each side, of which readers see the number. */
public final class CountSpans {

    private static final Pattern COUNT = Pattern.compile("(?<!\\\\)[{｛]{1,2}\\s{0,9}(?:计数|合计)[^{}｛｝]{0,300}[}｝]{1,2}");

    private CountSpans() {}

    /** Replaces each character of a count by {@link Prose#BLANKED}. */
    public static String blanked(String line) {
        if (line.indexOf('{') < 0 && line.indexOf('｛') < 0) {
            return line;
        }
        Matcher found = COUNT.matcher(line);
        StringBuilder blanked = new StringBuilder(line);
        while (found.find()) {
            for (int i = found.start(); i < found.end(); i++) {
                blanked.setCharAt(i, Prose.BLANKED);
            }
        }
        return blanked.toString();
    }
}
