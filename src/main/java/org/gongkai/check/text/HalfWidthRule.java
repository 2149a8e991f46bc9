package org.gongkai.check.text;

import java.util.Set;
import org.gongkai.entry.CommonField;

/** Half-width punctuation in Chinese: {@code 作用,坚持}. */
final class HalfWidthRule implements LineRule {

    static final String CODE = "W226";

    private static final Set<String> SENTENCES = Set.of(CommonField.TITLE.label(), CommonField.SUMMARY.label());

    private static final String HALF = ",;:?!()";
    private static final String FULL = "，；：？！（）";

    @Override
    public String triggers() {
        return ",;:?!(";
    }

    @Override
    public void check(Line line, Report report) {
        if (line.isHeader() && !SENTENCES.contains(line.field())) {
            // In a list of tags or names the half-width comma is the way to write it.
            return;
        }
        String text = line.text();
        int first = -1;
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '@' && HALF.indexOf(c) >= 0 && (c == '(' ? opensHan(text, i) : c != ')' && isBetweenHan(text, i))) {
                first = first < 0 ? i : first;
                count++;
            }
        }
        if (count == 0) {
            return;
        }
        int kind = HALF.indexOf(text.charAt(first));
        String right = kind == 5 ? "“（”和“）”" : "“" + FULL.charAt(kind) + "”";
        String more = count > 1 ? "（这一段共" + count + "处）" : "";
        String shown = "“" + Chars.around(text, first, 2) + "”里的“" + text.charAt(first) + "”是半角标点" + more;
        report.warning(CODE, line, first, shown, "汉字之间请用全角的" + right);
    }

    private static boolean isBetweenHan(String text, int i) {
        if (!Chars.endsHan(Chars.at(text, i - 1)) || i == 0) {
            return false;
        }
        int next = i + 1;
        while (next < text.length() && Chars.isSpace(text.charAt(next))) {
            next++;
        }
        // A second colon makes a term of a list in AsciiDoc.
        return next == text.length() ? text.charAt(i) != ':' || i > 1 : Chars.beginsHan(text.charAt(next));
    }

    /** Whether these brackets hold Chinese or stand in it, and are none of a link. */
    private static boolean opensHan(String text, int i) {
        int close = Chars.near(text, ')', i);
        char before = Chars.at(text, i - 1);
        if (close < 0 || before == ']') {
            return false;
        }
        boolean holdsHan = false;
        for (int k = i + 1; k < close; k++) {
            holdsHan |= Chars.isHan(text.charAt(k));
        }
        return holdsHan && !Chars.isLatin(before);
    }
}
