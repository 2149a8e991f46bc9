package org.gongkai.problem;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masks numbers that may be personal, as reports have more readers than the files they are about. */
public final class Masked {

    private static final String DIGIT = "[0-9０-９]";
    private static final Pattern PERSONAL = Pattern.compile("(?<![0-9０-９A-Za-z])(?:[1１][3-9３-９]" + DIGIT + "[ -]?"
            + DIGIT + "{4}[ -]?" + DIGIT + "{4}|" + DIGIT + "{12,19}[Xx]?)(?![0-9０-９A-Za-z])");

    /** The number of leading characters that are not masked. */
    private static final int VISIBLE = 3;

    private Masked() {}

    /** Returns a text of the same length in which the ends of possible personal numbers are replaced by asterisks. */
    public static String of(String text) {
        Matcher number = PERSONAL.matcher(text);
        StringBuilder masked = null;
        while (number.find()) {
            masked = masked == null ? new StringBuilder(text) : masked;
            for (int i = number.start() + VISIBLE; i < number.end(); i++) {
                masked.setCharAt(i, '*');
            }
        }
        return masked == null ? text : masked.toString();
    }
}
