package org.gongkai.entry;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * How the titles of a kind look. Readable: {@code …} is any words or none, {@code 〈支部〉} some words, {@code YYYY} a year,
 * {@code N} a number, {@code [甲|乙]} one of these. Or a regular expression between slashes.
 *
 * @param typed the pattern as written
 * @param example a title of this kind, or empty
 * @param regex what a whole title must match
 */
public record TitlePattern(String typed, String example, Pattern regex) {

    private static final Pattern PARTS =
            Pattern.compile("…+|〈[^〉]*〉|YYYY|(?<![A-Za-z])[NMD](?![A-Za-z])|\\[([^\\]]*)\\]");
    private static final String NUMBER = "(?:[0-9]+|[一二三四五六七八九十百]+)";

    /**
     * Reads a pattern.
     *
     * @throws PatternSyntaxException if it stands between slashes and is no regular expression
     */
    public static TitlePattern of(String typed, String example) {
        if (typed.length() > 2 && typed.startsWith("/") && typed.endsWith("/")) {
            return new TitlePattern(typed, example, Pattern.compile(typed.substring(1, typed.length() - 1)));
        }
        StringBuilder regex = new StringBuilder();
        Matcher parts = PARTS.matcher(typed);
        int at = 0;
        while (parts.find()) {
            regex.append(literal(typed.substring(at, parts.start()))).append(part(parts));
            at = parts.end();
        }
        regex.append(literal(typed.substring(at)));
        return new TitlePattern(typed, example, Pattern.compile(regex.toString()));
    }

    public boolean matches(String title) {
        return regex.matcher(title).matches();
    }

    /** The regular expression in a form that editors read, too. */
    public String portable() {
        return "^(?:" + regex.pattern() + ")$";
    }

    /** The pattern as people say it. */
    public String words() {
        if (typed.startsWith("/")) {
            return typed;
        }
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
        if (typed.startsWith("…")) {
            return ".*";
        }
        return typed.equals("YYYY") ? "[0-9]{4}" : typed.startsWith("〈") ? ".+" : NUMBER;
    }

    /** Escapes what regular expressions of Java and of editors both take for more than itself. */
    static String literal(String text) {
        return text.replaceAll("[\\\\^$.|?*+()\\[\\]{}/]", "\\\\$0");
    }
}
