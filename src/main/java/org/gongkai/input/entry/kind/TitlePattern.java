package org.gongkai.input.entry.kind;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The pattern of the titles of a kind. In the simple syntax {@code …} matches any text, {@code 〈支部〉} some text, {@code
 * YYYY} a year, {@code N} a number, {@code [甲|乙]} one of the alternatives. A pattern between slashes is a regular
 * expression.
 *
 * @param typed the pattern as written
 * @param example a sample title; may be empty
 * @param regex the expression that matches whole titles
 * @param varies whether titles of the kind may be others as well, as those of reports on activities are; the pattern
 *     still recognizes the kind of an imported document
 */
public record TitlePattern(String typed, String example, Pattern regex, boolean varies) {

    private static final Pattern PARTS =
            Pattern.compile("…+|〈[^〉]*〉|YYYY|(?<![A-Za-z])[NMD](?![A-Za-z])|\\[([^\\]]*)\\]");
    private static final String YEAR = "(?:[0-9]{4}|[〇零一二三四五六七八九]{4})";
    private static final String NUMBER = "(?:[0-9]+|[一二三四五六七八九十百]+)";

    /**
     * Parses a pattern. What stands behind a gap is looked for once, from left to right, so that no title takes longer
     * than its length.
     */
    public static TitlePattern of(String typed, String example) {
        StringBuilder regex = new StringBuilder("(?>");
        Matcher parts = PARTS.matcher(typed);
        int at = 0;
        while (parts.find()) {
            regex.append(literal(typed.substring(at, parts.start())));
            String gap = gap(parts.group());
            regex.append(gap.isEmpty() ? part(parts) : ")(?>" + gap);
            at = parts.end();
        }
        regex.append(literal(typed.substring(at)));
        // The last part reaches to the end of a title, wherever else it stands.
        regex.delete(regex.lastIndexOf("(?>"), regex.lastIndexOf("(?>") + "(?>".length());
        return new TitlePattern(typed, example, Pattern.compile(regex.toString()), false);
    }

    /** What stands for any words; empty for other parts. */
    private static String gap(String part) {
        return part.startsWith("…") ? ".*?" : part.startsWith("〈") ? ".+?" : "";
    }

    /** Returns this pattern as one that titles need not match. */
    TitlePattern varying() {
        return new TitlePattern(typed, example, regex, true);
    }

    public boolean matches(String title) {
        return regex.matcher(title).matches();
    }

    /** Returns true if titles state the year that they are about. */
    public boolean hasYear() {
        return typed.contains("YYYY");
    }

    /** Returns a description of the pattern in Chinese. */
    public String words() {
        String middle = typed.replaceFirst("^…+", "").replaceFirst("…+$", "");
        return PARTS.matcher(middle)
                .replaceAll(m -> m.group(1) != null
                        ? m.group(1).replace("|", "/")
                        : m.group().startsWith("…") ? "……" : m.group());
    }

    private static String part(Matcher part) {
        String typed = part.group();
        if (part.group(1) != null) {
            return Arrays.stream(part.group(1).split("\\|", -1))
                    .map(TitlePattern::literal)
                    .collect(Collectors.joining("|", "(?:", ")"));
        }
        return typed.equals("YYYY") ? YEAR : NUMBER;
    }

    /** Escapes the metacharacters of the regular expressions of both Java and editors. */
    public static String literal(String text) {
        return text.replaceAll("[\\\\^$.|?*+()\\[\\]{}/]", "\\\\$0");
    }
}
