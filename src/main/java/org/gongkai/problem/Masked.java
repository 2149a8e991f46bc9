package org.gongkai.problem;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reports are read by more people than the paper they are about: numbers that look like those of a person lose their end. */
public final class Masked {

    private static final String DIGIT = "[0-9０-９]";
    private static final Pattern PERSONAL = Pattern.compile("(?<![0-9０-９A-Za-z])(?:[1１][3-9３-９]" + DIGIT + "[ -]?"
            + DIGIT + "{4}[ -]?" + DIGIT + "{4}|" + DIGIT + "{12,19}[Xx]?)(?![0-9０-９A-Za-z])");

    /** Characters of such a number that stay. */
    private static final int KEPT = 3;

    private Masked() {}

    /** The text, as long as before, with stars in place of what may be personal. */
    public static String of(String text) {
        Matcher number = PERSONAL.matcher(text);
        StringBuilder masked = null;
        while (number.find()) {
            masked = masked == null ? new StringBuilder(text) : masked;
            for (int i = number.start() + KEPT; i < number.end(); i++) {
                masked.setCharAt(i, '*');
            }
        }
        return masked == null ? text : masked.toString();
    }
}
