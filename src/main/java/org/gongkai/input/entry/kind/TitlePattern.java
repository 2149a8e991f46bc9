package org.gongkai.input.entry.kind;

import java.util.Arrays;
import java.util.List;
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

    /**
     * Whether a title looks like this. A pattern of a site's own that needs longer for one title than any honest one does is
     * taken to fit: no check may hang on it.
     */
    public boolean matches(String title) {
        try {
            return regex.matcher(new RegexStepLimit(title)).matches();
        } catch (RegexStepLimit.Lost | StackOverflowError e) {
            return true;
        }
    }

    /** Whether the pattern takes far too long for a long title, as {@code (a+)+b} does. */
    boolean isEndless() {
        String probe = typed.replaceAll("[^\\p{IsHan}A-Za-z0-9]", "");
        for (String part : List.of("关", "1", "a", probe.isEmpty() ? "年" : probe.substring(0, 1))) {
            try {
                regex.matcher(new RegexStepLimit(part.repeat(60) + "！")).matches();
            } catch (RegexStepLimit.Lost | StackOverflowError e) {
                return true;
            }
        }
        return false;
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
    public static String literal(String text) {
        return text.replaceAll("[\\\\^$.|?*+()\\[\\]{}/]", "\\\\$0");
    }
}
