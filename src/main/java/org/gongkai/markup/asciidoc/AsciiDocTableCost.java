package org.gongkai.markup.asciidoc;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds, before conversion, a table that would take Asciidoctor minutes: a few characters repeat a column or a cell as often
 * as a number says, and each cell with the style {@code a} is a document of its own. Other text that looks like that counts too.
 */
final class AsciiDocTableCost {

    /** Columns, repetitions, spans and cells with documents in a text; about a second. */
    private static final int MOST = 2_000;

    private static final int DIGITS = 6;

    private static final Pattern COLUMNS = Pattern.compile("\\[.*\\bcols=(.*)\\].*");
    private static final Pattern REPEATED = Pattern.compile("(?<!\\d)(\\d++)\\*");
    private static final Pattern SEPARATOR = Pattern.compile("separator=[\"']?(.)");

    private AsciiDocTableCost() {}

    /** Returns the offset of the first line of a text from which on its tables cost too much, or -1. */
    static int tooExpensiveAt(String text) {
        Matcher separator = SEPARATOR.matcher(text);
        String separators = "|!,:;\\t" + (separator.find() ? Pattern.quote(separator.group(1)) : "");
        Pattern cell = Pattern.compile("(?<![\\d.])(\\d*+)(?:\\.(\\d++))?[+*][<^>.]*[a-z]?[" + separators
                + "]|(?<![\\p{L}\\d])a[" + separators + "]");
        long cost = 0;
        boolean hasDocuments = false;
        int at = 0;
        while (at < text.length()) {
            int newline = text.indexOf('\n', at);
            int end = newline < 0 ? text.length() : newline;
            String line = text.substring(at, end);
            Matcher columns = COLUMNS.matcher(line);
            if (line.startsWith("[") && columns.matches()) {
                String typed = columns.group(1);
                hasDocuments = typed.contains("a");
                // What an attribute stands for is not known here.
                cost += typed.contains("{") ? MOST + 1 : count(typed, ",") + count(typed, ";");
                cost += REPEATED.matcher(typed)
                        .results()
                        .mapToLong(m -> number(m.group(1)))
                        .sum();
            } else {
                cost += cell.matcher(line)
                        .results()
                        .mapToLong(m -> 1 + number(m.group(1)) + number(m.group(2)))
                        .sum();
                int cells = count(line, "|");
                cost += hasDocuments ? cells : cells > MOST ? cells : 0;
            }
            if (cost > MOST) {
                return at;
            }
            at = end + 1;
        }
        return -1;
    }

    private static int count(String text, String part) {
        return text.length() - text.replace(part, "").length();
    }

    private static long number(String digits) {
        return digits == null || digits.isEmpty() ? 0 : digits.length() > DIGITS ? MOST + 1 : Long.parseLong(digits);
    }
}
