package org.gongkai.check.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gongkai.check.prose.EntryText;
import org.gongkai.check.prose.Prose;
import org.gongkai.check.rule.RuleSet.EntryRule;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.FieldType;
import org.gongkai.io.Memoized;
import org.gongkai.problem.Problem;

/**
 * Applies rules to the text of an entry. Every line is scanned once for the characters that trigger rules; a rule
 * examines only lines with a trigger of its own.
 */
public final class TextCheck implements EntryRule {

    /** Maximum number of characters of a line that are examined together. */
    private static final int MAX_LENGTH = 2_000;

    private final List<Candidate> rules;

    /** The bits of the rules that a character triggers, by character. */
    private final long[] triggers = new long[Character.MAX_VALUE + 1];

    /**
     * A rule of which most texts hold nothing.
     *
     * @param triggers the characters of which a line must contain at least one to violate the rule
     * @param always whether texts without such a character may violate it, too
     * @param rule creates the rule, when a text may violate it
     */
    public record Candidate(String triggers, boolean always, Memoized<TextRule> rule) {

        public Candidate(String triggers, Supplier<TextRule> rule) {
            this(triggers, false, new Memoized<>(rule));
        }
    }

    /**
     * @param rules at most 64 rules
     */
    public TextCheck(List<Candidate> rules) {
        this.rules = List.copyOf(rules);
        for (int i = 0; i < rules.size(); i++) {
            for (char c : rules.get(i).triggers().toCharArray()) {
                triggers[c] |= 1L << i;
            }
        }
    }

    /**
     * Returns true if a sentence outside any entry violates a rule.
     *
     * @throws ClassCastException if a rule is not a {@link LineRule}
     */
    public boolean finds(String sentence) {
        TextLine line = new TextLine(1, 1, sentence, "", marks(sentence));
        List<Problem> found = new ArrayList<>();
        RuleReport report = new RuleReport("", found::add);
        for (Candidate candidate : rules) {
            ((LineRule) candidate.rule().get()).check(line, report);
        }
        return !found.isEmpty();
    }

    @Override
    public void check(EntryText entry, Consumer<Problem> problems) {
        CheckedText text = checkedText(entry);
        RuleReport report = new RuleReport(entry.entry().path(), problems);
        for (int i = 0; i < rules.size(); i++) {
            if ((text.marks() & 1L << i) != 0 || rules.get(i).always()) {
                rules.get(i).rule().get().check(text, 1L << i, report);
            }
        }
    }

    private CheckedText checkedText(EntryText entry) {
        List<TextLine> header = new ArrayList<>();
        HeaderTexts.each(
                entry.entry(),
                (field, text) -> add(new TextLine(text.line(), text.column(), text.text(), field, 0), header));
        List<TextLine> body = lines(entry.prose());
        List<TextLine> remarks = lines(entry.comments());
        long all = 0;
        for (List<TextLine> lines : List.of(header, body, remarks)) {
            for (TextLine line : lines) {
                all |= line.marks();
            }
        }
        return new CheckedText(entry.entry(), header, body, remarks, all);
    }

    private List<TextLine> lines(List<Prose> texts) {
        List<TextLine> lines = new ArrayList<>(texts.size());
        for (Prose prose : texts) {
            add(new TextLine(prose.line(), 1, prose.text(), "", 0), lines);
        }
        return lines;
    }

    /** Adds a line, split if it is very long: the time of some rules grows with the square of the length. */
    private void add(TextLine line, List<TextLine> lines) {
        String text = line.text();
        int from = 0;
        int column = line.column();
        while (from == 0 || from < text.length()) {
            int to = Math.min(text.length(), from + MAX_LENGTH);
            if (to < text.length()) {
                to = pieceEnd(text, from, to);
            }
            String piece = text.substring(from, to);
            lines.add(new TextLine(line.number(), column, piece, line.field(), marks(piece)));
            column += to < text.length() ? piece.codePointCount(0, piece.length()) : 0;
            from = Math.max(to, 1);
        }
    }

    /** The end of a piece: after the last comma or blank in its second half if there is one. */
    private static int pieceEnd(String text, int from, int max) {
        int to = max;
        while (to > from + MAX_LENGTH / 2 && "，,；; ".indexOf(text.charAt(to - 1)) < 0) {
            to--;
        }
        if (to == from + MAX_LENGTH / 2) {
            to = max;
        }
        return Character.isHighSurrogate(text.charAt(to - 1)) ? to - 1 : to;
    }

    private long marks(String text) {
        long marks = 0;
        for (char c : text.toCharArray()) {
            marks |= triggers[c];
        }
        return marks;
    }

    /** The texts of a header that are written in natural language; excludes paths, dates and addresses. */
    private static final class HeaderTexts {

        private static final Set<CommonField> EXCLUDED = Set.of(
                CommonField.ATTACHMENTS,
                CommonField.ALIASES,
                CommonField.ERRATA,
                CommonField.DATE,
                CommonField.STATUS,
                CommonField.TYPE,
                CommonField.SCOPE,
                CommonField.TERM,
                CommonField.KIND,
                CommonField.YEAR);

        private HeaderTexts() {}

        static void each(Entry entry, BiConsumer<String, Value.Text> visitor) {
            for (CommonField field : CommonField.values()) {
                Value value = EXCLUDED.contains(field) ? null : entry.values().get(field);
                if (value != null) {
                    walk(field.label(), field == CommonField.SUMMARY ? withoutCounts(value) : value, visitor);
                }
            }
            entry.own().stream()
                    .filter(own -> own.spec().type() != FieldType.REFERENCE)
                    .forEach(own -> walk(own.spec().name(), own.value(), visitor));
            entry.header().attachments().stream()
                    .filter(attachment -> !attachment.label().isEmpty())
                    .forEach(attachment -> visitor.accept(
                            CommonField.ATTACHMENTS.label(),
                            new Value.Text(
                                    attachment.label(),
                                    attachment.path().line(),
                                    attachment.path().column())));
        }

        /** A summary may contain counts, as bodies do. */
        private static Value withoutCounts(Value value) {
            return value instanceof Value.Text text
                    ? new Value.Text(Prose.withoutCounts(text.text()), text.line(), text.column())
                    : value;
        }

        private static void walk(String field, Value value, BiConsumer<String, Value.Text> visitor) {
            if (value instanceof Value.Text text) {
                if (!text.text().isEmpty()) {
                    visitor.accept(field, text);
                }
            } else if (value instanceof Value.Items items) {
                items.items().forEach(item -> walk(field, item, visitor));
            } else if (value instanceof Value.Fields fields) {
                fields.fields().forEach(member -> walk(field, member.value(), visitor));
            }
        }
    }
}
