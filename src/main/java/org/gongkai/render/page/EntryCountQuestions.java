package org.gongkai.render.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.markup.CountingConverter;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.convert.Converters;
import org.gongkai.site.link.Counts;

/**
 * The questions that a text asks, for its source: which braces ask something, and which are shown as they are, is known
 * only once the text is converted.
 *
 * @param asked the questions in the order of the text, each place once
 */
public record EntryCountQuestions(List<Asked> asked) {

    private static final Pattern LINE = Pattern.compile("[^\r\n]*(?:\r\n|\r|\n|$)");

    /**
     * A question of a text.
     *
     * @param typed the question as it stands in the text
     * @param line its line, from 1; for one in an included file that of the directive
     * @param column its column in code points, from 1
     * @param answer what it is answered
     */
    public record Asked(String typed, int line, int column, Counts.Answer answer) {

        /** Returns whether a figure stands beside it. */
        public boolean isWritten() {
            return !answer.figure().isEmpty();
        }

        /** Returns whether it is to be written otherwise than it is. */
        public boolean isChanged() {
            return !answer.written().equals(typed);
        }
    }

    /** Sorts questions by their places. */
    public static EntryCountQuestions of(List<Asked> asked) {
        return new EntryCountQuestions(asked.stream()
                .sorted(Comparator.comparingInt(Asked::line).thenComparingInt(Asked::column))
                .distinct()
                .toList());
    }

    /**
     * Finds the questions of an entry.
     *
     * @param text the text of its file
     */
    public static EntryCountQuestions of(Converters converters, Entry entry, String text, Counts counts) {
        List<Asked> asked = new ArrayList<>();
        LinkResolver asking = (kind, destination, line, column) -> {
            if (kind == LinkResolver.Kind.COUNT) {
                asked.add(new Asked(destination, line, column, counts.answer(destination, entry)));
            }
            return new LinkResolver.Target("", destination);
        };
        converters.body(entry, text, asking);
        CountingConverter.text(entry.path(), entry.values().get(CommonField.SUMMARY), asking);
        return of(asked);
    }

    /**
     * Replaces questions by what they are to be written as; questions of included files and those that a header has
     * in another notation stand elsewhere, and remain as they are.
     *
     * @param text the text of the file with line terminators of any kind, or with a byte order mark
     * @param done receives those that are replaced
     */
    public static String written(String text, List<Asked> asked, Consumer<Asked> done) {
        StringBuilder out = new StringBuilder(text);
        Matcher lines = LINE.matcher(text);
        List<Integer> starts = new ArrayList<>();
        while (lines.find()) {
            starts.add(lines.start() + (lines.start() == 0 && text.startsWith("\uFEFF") ? 1 : 0));
        }
        for (int i = asked.size() - 1; i >= 0; i--) {
            Asked question = asked.get(i);
            String line = text.substring(
                    starts.get(question.line() - 1),
                    question.line() < starts.size() ? starts.get(question.line()) : text.length());
            int codePoints = line.codePointCount(0, line.length());
            int column = line.offsetByCodePoints(0, Math.min(codePoints, question.column() - 1));
            // A quotation mark before the value of a field is not counted.
            int at = line.startsWith(question.typed(), column) ? column : line.indexOf(question.typed(), column);
            if (at >= 0 && at <= column + 1) {
                int start = starts.get(question.line() - 1) + at;
                out.replace(
                        start,
                        start + question.typed().length(),
                        question.answer().written());
                done.accept(question);
            }
        }
        return out.toString();
    }
}
