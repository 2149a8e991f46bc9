package org.gongkai.markup.asciidoc;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds, before conversion, a text that would take Asciidoctor minutes. It searches a paragraph, an item or a cell
 * once for every unclosed delimiter, so that its cost is at most delimiters times length; code costs
 * nothing. Nesting does not matter. For every colon that may end the name of a macro it searches the rest of
 * the word, and from every bracket there for the closing one.
 */
final class AsciiDocCost {
    private static final long MAX_COST = 100_000_000L;
    /** Short texts are cheap. */
    private static final int SHORT = 5_000;

    /** Maximum length of a word in a text with e-mail addresses, which are searched for from each character. */
    private static final int LONGEST_WORD = 10_000;

    private static final Pattern VERBATIM = Pattern.compile("-{4,}|\\.{4,}|\\+{4,}|/{4,}|`{3}.*");
    private static final Pattern TABLE = Pattern.compile("[|,:!]={3,}");
    private static final Pattern ITEM =
            Pattern.compile("[ \\t]*(?:[*\\-•]+|\\.+|\\w{1,5}[.)]|<[\\d.]+>)[ \\t].*|.*(?:::|;;)(?:[ \\t].*)?");

    /** A list marker of this length means a list of this depth. */
    private static final Pattern TOO_DEEP = Pattern.compile("[ \\t]*(?:\\*{60,}|\\.{60,})[ \\t].*");

    private final String text;
    private final boolean hasEmail;
    private int start;
    private int marks;
    /** Number of delimiters in the current word that begin a search to its end. */
    private int begun;
    /** Number of searches for a closing bracket, one for each delimiter before each bracket. */
    private long open;

    private long cost;
    private boolean isQuoted;

    private AsciiDocCost(String text) {
        this.text = text;
        this.hasEmail = text.indexOf('@') >= 0;
    }

    /** Returns the offset of the first part of a text that costs too much, or -1. */
    static int tooExpensiveAt(String text) {
        int found = text.length() < SHORT ? -1 : new AsciiDocCost(text).find();
        while (found >= 0 && text.charAt(found) == '\n') {
            found++;
        }
        return found;
    }

    private int find() {
        String fence = "";
        char separator = 0;
        for (int at = 0; at <= text.length(); ) {
            int newline = text.indexOf('\n', at);
            int end = newline < 0 ? text.length() : newline;
            boolean isLong = end - at > SHORT;
            String line = isLong ? "" : text.substring(at, end).stripTrailing();
            if (!fence.isEmpty()) {
                fence = line.equals(fence) ? "" : fence;
                begin(end);
            } else if (!isLong && VERBATIM.matcher(line).matches()) {
                fence = line.startsWith("```") ? "```" : line;
                begin(end);
            } else if (!isLong && TABLE.matcher(line).matches()) {
                separator = separator == 0 ? line.charAt(0) : 0;
                isQuoted = false;
                begin(end);
            } else {
                if (TOO_DEEP.matcher(line).matches()) {
                    return at;
                }
                boolean begins = !isLong
                        && (line.isEmpty() && !isQuoted
                                || separator == 0 && ITEM.matcher(line).matches());
                if (begins || isRow(separator)) {
                    begin(at);
                }
                int expensive = count(at, end, separator);
                if (expensive >= 0) {
                    return expensive;
                }
            }
            at = end + 1;
        }
        return -1;
    }

    /** Whether every line of the table is a row. */
    private boolean isRow(char separator) {
        return (separator == ',' || separator == ':') && !isQuoted;
    }

    private void begin(int at) {
        start = at;
        marks = 0;
        begun = 0;
        open = 0;
    }

    private int count(int from, int to, char separator) {
        int word = from;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '"' && separator == ',') {
                isQuoted = !isQuoted;
            } else if (c == separator && !isQuoted) {
                begin(i);
            } else if (c < '\u007f' && "*_`#[<+({".indexOf(c) >= 0) {
                marks++;
            }
            follow(c);
            word = c <= ' ' || c > '\u007f' ? i : word;
            if (cost > MAX_COST || (long) marks * (i - start) > MAX_COST || hasEmail && i - word > LONGEST_WORD) {
                return start;
            }
        }
        return -1;
    }

    private void follow(char c) {
        cost += begun + open;
        if (c <= ' ') {
            begun = 0;
        } else if (c < '\u007f' && ":^~".indexOf(c) >= 0) {
            begun++;
        } else if (c == '[') {
            open += begun;
        } else if (c == ']') {
            open = 0;
        }
    }

    /**
     * Finds, before conversion, a table that would take Asciidoctor minutes: a few characters repeat a column or a cell
     * as often as a number says, and each cell with the style {@code a} is a document of its own. Other text that looks
     * like that counts too.
     */
    static final class AsciiDocTableCost {

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
            return digits == null || digits.isEmpty()
                    ? 0
                    : digits.length() > DIGITS ? MOST + 1 : Long.parseLong(digits);
        }
    }
}
