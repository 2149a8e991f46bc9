package org.gongkai.check.text.paste;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.check.text.CheckedText;
import org.gongkai.check.text.RuleReport;
import org.gongkai.check.text.TextLine;
import org.gongkai.check.text.TextRule;
import org.gongkai.text.DateText;

/** Reports a signature (落款) or its date that follows itself; an annex may have a signature of its own. */
public final class RepeatedSignatureRule implements TextRule {

    /** See {@link org.gongkai.check.text.TextCheck.Candidate}. */
    public static final String TRIGGERS = "日";

    static final String CODE = "W245";

    private static final int LONGEST = 40;

    /** Number of lines of two signatures: unit and date. */
    private static final int SIGNATURES = 4;

    private static final Pattern MARKUP = Pattern.compile("<[^>]{0,200}>|\\{[^}]{0,80}\\}|&[a-z]{2,8};|[\\s　*]");

    @Override
    public void check(CheckedText checked, int mark, RuleReport report) {
        List<TextLine> all = checked.body();
        for (int at = 1; at < all.size(); at++) {
            if (isDate(all.get(at))) {
                check(ending(all, at), report);
            }
        }
    }

    /** Returns the last lines with words up to an index, four at most, in their order. */
    private static List<TextLine> ending(List<TextLine> all, int last) {
        Deque<TextLine> found = new ArrayDeque<>();
        for (int at = last; at >= 0 && found.size() < SIGNATURES; at--) {
            if (!all.get(at).isBlank() && !words(all.get(at)).isEmpty()) {
                found.addFirst(all.get(at));
            }
        }
        return List.copyOf(found);
    }

    /** Checks the lines before a date, which is the last one. */
    private static void check(List<TextLine> lines, RuleReport report) {
        int i = lines.size() - 1;
        if (i > 0) {
            if (isSame(lines, i, i - 1)) {
                report(lines.get(i), "落款的日期", report);
            } else if (i > 1
                    && isSame(lines, i - 1, i - 2)
                    && words(lines.get(i - 1)).length() <= LONGEST) {
                report(lines.get(i - 1), "落款的单位", report);
            } else if (i > 2 && isSame(lines, i, i - 2) && isSame(lines, i - 1, i - 3)) {
                report(lines.get(i - 1), "落款", report);
            }
        }
    }

    private static boolean isDate(TextLine line) {
        String text = line.text();
        return text.length() < 200 && text.indexOf('日') > 0 && text.indexOf('月') > 0 && DateText.isWritten(words(line));
    }

    private static boolean isSame(List<TextLine> lines, int one, int other) {
        return words(lines.get(one)).equals(words(lines.get(other)));
    }

    private static String words(TextLine line) {
        return line.text().length() > 200
                ? line.text()
                : MARKUP.matcher(line.text()).replaceAll("");
    }

    private static void report(TextLine line, String what, RuleReport report) {
        report.warning(CODE, line, 0, what + "“" + words(line) + "”连着写了两遍", "请删去一遍");
    }
}
