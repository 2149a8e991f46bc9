package org.gongkai.input.entry.kind;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
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
     * Parses a pattern.
     *
     * @throws PatternSyntaxException if the pattern between slashes is not a valid regular expression
     */
    public static TitlePattern of(String typed, String example) {
        if (typed.length() > 2 && typed.startsWith("/") && typed.endsWith("/")) {
            return new TitlePattern(typed, example, Pattern.compile(typed.substring(1, typed.length() - 1)), false);
        }
        StringBuilder regex = new StringBuilder();
        Matcher parts = PARTS.matcher(typed);
        int at = 0;
        while (parts.find()) {
            regex.append(literal(typed.substring(at, parts.start()))).append(part(parts));
            at = parts.end();
        }
        regex.append(literal(typed.substring(at)));
        return new TitlePattern(typed, example, Pattern.compile(regex.toString()), false);
    }

    /** Returns this pattern as one that titles need not match. */
    TitlePattern varying() {
        return new TitlePattern(typed, example, regex, true);
    }

    /**
     * Returns true if a title matches, or if matching exceeds the step limit, so that no check hangs on a site's
     * pattern.
     */
    public boolean matches(String title) {
        try {
            return regex.matcher(new RegexStepLimit(title)).matches();
        } catch (RegexStepLimit.Lost | StackOverflowError e) {
            return true;
        }
    }

    /** Returns true if matching a long title exceeds the step limit, as for {@code (a+)+b}. */
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

    /** Returns the regular expression in a syntax that editors support, too. */
    public String portable() {
        return "^(?:" + regex.pattern() + ")$";
    }

    /** Returns a description of the pattern in Chinese. */
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
        return typed.equals("YYYY") ? YEAR : typed.startsWith("〈") ? ".+" : NUMBER;
    }

    /** Escapes the metacharacters of the regular expressions of both Java and editors. */
    public static String literal(String text) {
        return text.replaceAll("[\\\\^$.|?*+()\\[\\]{}/]", "\\\\$0");
    }

    /** A character sequence that limits the number of accesses, to stop patterns with catastrophic backtracking. */
    private static final class RegexStepLimit implements CharSequence {

        /** Maximum number of accesses; ordinary patterns access each character a few dozen times. */
        private static final int MAX_READS = 1_000_000;

        private final CharSequence text;
        private int reads;

        RegexStepLimit(CharSequence text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++reads > MAX_READS) {
                throw new Lost();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }

        /** Thrown if the limit is exceeded. */
        static final class Lost extends RuntimeException {
            private static final long serialVersionUID = 1L;

            Lost() {
                super(null, null, false, false);
            }
        }
    }
}
