package org.gongkai.check.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gongkai.check.EntryRule;
import org.gongkai.check.EntryText;
import org.gongkai.check.prose.Prose;
import org.gongkai.check.text.blank.BlankRule;
import org.gongkai.check.text.blank.PlaceholderRule;
import org.gongkai.check.text.mark.HalfWidthRule;
import org.gongkai.check.text.mark.PairRule;
import org.gongkai.check.text.number.AnnexRule;
import org.gongkai.check.text.number.NumberingRule;
import org.gongkai.check.text.number.PromiseRule;
import org.gongkai.check.text.secrecy.HiddenMarkRule;
import org.gongkai.check.text.secrecy.RestrictedRule;
import org.gongkai.check.text.secrecy.SecrecyMarkRule;
import org.gongkai.problem.Problem;

/** Holds an entry to all rules about its text, looking through every line once for what may break one. */
public final class TextCheck implements EntryRule {

    /** Longest line that is looked at as one, in characters. */
    private static final int LONGEST = 2_000;

    private final List<TextRule> rules;

    /** For every character the bits of the rules that it triggers. */
    private final int[] triggers = new int[Character.MAX_VALUE + 1];

    TextCheck(List<TextRule> rules) {
        this.rules = List.copyOf(rules);
        for (int i = 0; i < rules.size(); i++) {
            for (char c : rules.get(i).triggers().toCharArray()) {
                triggers[c] |= 1 << i;
            }
        }
    }

    /** All rules. */
    public static TextCheck all() {
        return new TextCheck(List.of(
                new PlaceholderRule(),
                new BoilerplateRule(),
                new SecrecyMarkRule(),
                new RestrictedRule(),
                new HiddenMarkRule(),
                new NumberingRule(),
                new AnnexRule(),
                new PromiseRule(),
                new HalfWidthRule(),
                new PairRule(),
                new AnniversaryRule(),
                new WordRule(),
                new BlankRule()));
    }

    /** The rules that tell what must not go out at all. */
    public static TextCheck secrecy() {
        return new TextCheck(List.of(new SecrecyMarkRule(), new RestrictedRule(), new HiddenMarkRule()));
    }

    /** Whether a sentence that belongs to no entry breaks a rule; for rules that look at single lines. */
    public boolean finds(String sentence) {
        TextLine line = new TextLine(1, 1, sentence, "", marks(sentence));
        List<Problem> found = new ArrayList<>();
        RuleReport report = new RuleReport("", found::add);
        for (TextRule rule : rules) {
            ((LineRule) rule).check(line, report);
        }
        return !found.isEmpty();
    }

    @Override
    public void check(EntryText entry, Consumer<Problem> problems) {
        CheckedText sheet = sheet(entry);
        RuleReport report = new RuleReport(entry.entry().path(), problems);
        for (int i = 0; i < rules.size(); i++) {
            rules.get(i).check(sheet, 1 << i, report);
        }
    }

    private CheckedText sheet(EntryText entry) {
        List<TextLine> header = new ArrayList<>();
        HeaderTexts.each(
                entry.entry(),
                (field, text) -> add(new TextLine(text.line(), text.column(), text.text(), field, 0), header));
        List<TextLine> body = lines(entry.prose());
        List<TextLine> remarks = lines(entry.remarks());
        int all = 0;
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

    /** Adds a line, one that is longer than any paragraph in pieces: rules look from one place of a line at others. */
    private void add(TextLine line, List<TextLine> lines) {
        String text = line.text();
        int from = 0;
        int column = line.column();
        while (from == 0 || from < text.length()) {
            int to = Math.min(text.length(), from + LONGEST);
            if (to < text.length()) {
                to = pieceEnd(text, from, to);
            }
            String piece = text.substring(from, to);
            lines.add(new TextLine(line.number(), column, piece, line.field(), marks(piece)));
            column += piece.codePointCount(0, piece.length());
            from = Math.max(to, 1);
        }
    }

    /** Where a piece ends: behind a comma if one stands in its second half, which begins no heading. */
    private static int pieceEnd(String text, int from, int longest) {
        int to = longest;
        while (to > from + LONGEST / 2 && "，,；; ".indexOf(text.charAt(to - 1)) < 0) {
            to--;
        }
        if (to == from + LONGEST / 2) {
            to = longest;
        }
        return Character.isHighSurrogate(text.charAt(to - 1)) ? to - 1 : to;
    }

    private int marks(String text) {
        int marks = 0;
        for (int i = 0; i < text.length(); i++) {
            marks |= triggers[text.charAt(i)];
        }
        return marks;
    }
}
