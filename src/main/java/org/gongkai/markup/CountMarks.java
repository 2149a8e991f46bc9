package org.gongkai.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The counts of a text and of the files that it includes, each replaced by a mark. A mark that an author typed is
 * replaced, too, so that it stays what it is; one that a character reference makes repeats an answer of the same body,
 * which is safe.
 */
final class CountMarks {
    private static final char OPEN = '\ue010';
    private static final char CLOSE = '\ue011';
    /** Fills marks up; like the text that they replace, it counts as Chinese and is no part of a word. */
    private static final char FILL = '\u2fe0';

    private static final char FIRST_DIGIT = '\ue100';
    private static final int BASE = 4096;
    private static final int SHORTEST = 4;
    private static final Pattern MARK =
            Pattern.compile(OPEN + "([\ue100-\uf0ff])([\ue100-\uf0ff])" + FILL + "*+" + CLOSE);

    /** Words that are meant as a count even if what follows them is not right. */
    private static final String OURS = "[^\\S\n]*+(?:计数|合计)";

    private static final String CONTENT = "[^{}｛｝\n]";
    /**
     * A count behind any backslashes: two braces on each side, in one line, with a colon or one of our words between
     * them; only the word if its end is missing; and one brace on each side, which is a mistake, with both.
     */
    private static final Pattern COUNT = Pattern.compile("(?<!\\\\)(\\\\*+)(?:"
            + "[{｛]{2}(?=" + CONTENT + "{0,300}[:：]|" + OURS + ")" + CONTENT + "{0,300}+[}｝]{2}"
            + "|[{｛]{2}" + OURS
            + "|(?<![{｛])[{｛](?=" + CONTENT + "{0,300}[:：])" + OURS + CONTENT + "{0,300}+[}｝])|" + OPEN);

    private final Markup marked;
    private final List<Count> counts = new ArrayList<>();

    private CountMarks(Markup markup) {
        BodyPositions positions = markup.positions();
        String text = marked(markup.text(), positions::line, positions::column);
        // Problems of included counts are reported at the first directive that includes a file.
        IntUnaryOperator directive =
                at -> positions.line(Math.max(0, markup.text().indexOf("include::")));
        this.marked = new Markup(markup.path(), text, markup.firstLine(), more -> marked(more, directive, at -> 1));
    }

    /**
     * A count.
     *
     * @param typed its text
     * @param shown the text that is shown as it is; empty if the answer is shown
     * @param line line of the file, from 1
     * @param column column, from 1
     */
    record Count(String typed, String shown, int line, int column) {}

    /** Replaces the counts of a text. */
    static CountMarks of(Markup markup) {
        return new CountMarks(markup);
    }

    private String marked(String text, IntUnaryOperator line, IntUnaryOperator column) {
        if (text.indexOf('{') < 0 && text.indexOf('｛') < 0 && !isMarked(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        Matcher found = COUNT.matcher(text);
        while (found.find() && counts.size() < BASE * BASE) {
            boolean isForged = found.group(1) == null;
            int brace = isForged ? found.start() : found.end(1);
            boolean isEscaped = (brace - found.start()) % 2 == 1;
            int start = isEscaped ? brace - 1 : brace;
            String typed = text.substring(start, found.end());
            String shown = isForged ? typed : isEscaped ? typed.substring(1) : "";
            counts.add(new Count(typed, shown, line.applyAsInt(start), column.applyAsInt(start)));
            out.append(text, from, start).append(mark(counts.size() - 1, typed.codePointCount(0, typed.length())));
            from = found.end();
        }
        return out.append(text, from, text.length()).toString();
    }

    private static String mark(int index, int length) {
        return ""
                + OPEN
                + (char) (FIRST_DIGIT + index / BASE)
                + (char) (FIRST_DIGIT + index % BASE)
                + String.valueOf(FILL).repeat(Math.max(0, length - SHORTEST))
                + CLOSE;
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    /** The text with marks. */
    Markup markup() {
        return marked;
    }

    /** Whether a text may contain a mark. */
    static boolean isMarked(String text) {
        return text.indexOf(OPEN) >= 0;
    }

    /** Asks for the answer of a count; text that is shown as it is, is its own answer. */
    static LinkResolver.Target answer(Count count, LinkResolver links) {
        if (!count.shown().isEmpty()) {
            return new LinkResolver.Target("", count.shown());
        }
        LinkResolver.Target target =
                links.resolve(LinkResolver.Kind.COUNT, count.typed(), count.line(), count.column());
        return target.label().isEmpty() ? new LinkResolver.Target("", count.typed()) : target;
    }

    /** Returns a text with every mark replaced by what was typed. */
    String typed(String text) {
        return replaced(text, Count::typed);
    }

    /** Returns a plain text with every mark replaced. */
    String replaced(String text, Function<Count, String> by) {
        if (!isMarked(text)) {
            return text;
        }
        return MARK.matcher(text).replaceAll(mark -> {
            int index = (mark.group(1).charAt(0) - FIRST_DIGIT) * BASE
                    + mark.group(2).charAt(0)
                    - FIRST_DIGIT;
            return Matcher.quoteReplacement(index < counts.size() ? by.apply(counts.get(index)) : mark.group());
        });
    }
}
