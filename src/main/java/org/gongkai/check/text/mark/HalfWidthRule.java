package org.gongkai.check.text.mark;

import java.util.Set;
import org.gongkai.check.prose.Prose;
import org.gongkai.check.text.LineRule;
import org.gongkai.check.text.LineStart;
import org.gongkai.check.text.RuleReport;
import org.gongkai.check.text.TextLine;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.text.Characters;

/** Reports half-width punctuation in Chinese text: {@code 作用,坚持}. */
public final class HalfWidthRule implements LineRule {

    static final String CODE = "W226";

    private static final Set<String> SENTENCES = Set.of(CommonField.TITLE.label(), CommonField.SUMMARY.label());

    /** Maximum length of a title or a name, which may end in a period. */
    private static final int SENTENCE = 10;

    private static final String HALF = ",;:?!().\"";
    private static final String FULL = "，；：？！（）。”";

    @Override
    public String triggers() {
        return ",;:?!(.\"";
    }

    @Override
    public void check(TextLine line, RuleReport report) {
        if (line.isHeader() && !SENTENCES.contains(line.field())) {
            // Half-width commas are correct in lists of tags or names.
            return;
        }
        String text = line.text();
        int first = -1;
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '@' && HALF.indexOf(c) >= 0 && isWrong(text, i, c)) {
                first = first < 0 ? i : first;
                count++;
            }
        }
        if (count == 0) {
            return;
        }
        int kind = HALF.indexOf(text.charAt(first));
        String right =
                switch (text.charAt(first)) {
                    case '(' -> "“（”和“）”";
                    case '"' -> "引号";
                    default -> "“" + FULL.charAt(kind) + "”";
                };
        String more = count > 1 ? "（这一段共" + count + "处）" : "";
        String shown = "“" + Characters.around(text, first, 2) + "”里的“" + text.charAt(first) + "”是半角标点" + more;
        report.warning(CODE, line, first, shown, "汉字之间请用全角的" + right);
    }

    private static boolean isWrong(String text, int i, char c) {
        return switch (c) {
            case '(' -> opensHan(text, i);
            case ')' -> false;
            case '"' -> Characters.isHan(Characters.at(text, i - 1)) && Characters.isHan(Characters.at(text, i + 1));
            // Between names a period may separate a file extension.
            case '.' ->
                Characters.isHan(Characters.at(text, i - 1)) && i + 1 == text.length() && text.length() > SENTENCE;
            default -> isBetweenHan(text, i);
        };
    }

    private static boolean isBetweenHan(String text, int i) {
        if (!Characters.endsHan(Characters.at(text, i - 1)) || i == 0) {
            return false;
        }
        int next = LineStart.skipBlanks(text, i + 1);
        // A double colon is a description list in AsciiDoc.
        return next == text.length() ? text.charAt(i) != ':' || i > 1 : Characters.beginsHan(text.charAt(next));
    }

    /** Returns true if parentheses contain Chinese or are within Chinese, and are not part of a link. */
    private static boolean opensHan(String text, int i) {
        int close = Characters.near(text, ')', i);
        char before = Characters.at(text, i - 1);
        if (close < 0 || before == ']') {
            return false;
        }
        boolean holdsHan = false;
        for (int k = i + 1; k < close; k++) {
            holdsHan |= Characters.isHan(text.charAt(k));
        }
        return holdsHan && !followsLatin(text, i);
    }

    /** Returns true if a Latin word or code precedes parentheses, with optional blanks and bold markup. */
    private static boolean followsLatin(String text, int i) {
        char before = Characters.at(text, Characters.start(text, i, c -> "*_ ".indexOf(c) >= 0) - 1);
        return Characters.isLatin(before) || before == Prose.BLANKED;
    }
}
