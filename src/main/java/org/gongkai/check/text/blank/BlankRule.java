package org.gongkai.check.text.blank;

import java.util.List;
import org.gongkai.check.text.CheckedText;
import org.gongkai.check.text.RuleReport;
import org.gongkai.check.text.TextLine;
import org.gongkai.check.text.TextRule;
import org.gongkai.text.Characters;

/**
 * Reports superfluous blanks that word processors and web pages leave; once per entry and type, with the number of
 * occurrences.
 */
public final class BlankRule implements TextRule {

    static final String IN_HAN = "W232";
    static final String NO_BREAK = "W233";
    static final String AT_END = "W234";
    static final String EMPTY_LINES = "W235";

    /** Number of consecutive blank lines that are tolerated. */
    private static final int ENOUGH = 3;

    /** The number and the first position of one type of blank. */
    private static final class Found {
        private TextLine line;
        private int index;
        private int count;

        void add(TextLine at, int place) {
            if (count++ == 0) {
                line = at;
                index = place;
            }
        }
    }

    @Override
    public String triggers() {
        return " \u3000\u00a0\u200b\ufeff\u00ad\u200c\u2060";
    }

    @Override
    public void check(CheckedText checked, int mark, RuleReport report) {
        emptyLines(checked.body(), report);
        if ((checked.marks() & mark) == 0) {
            return;
        }
        Found inHan = new Found();
        Found noBreak = new Found();
        Found atEnd = new Found();
        for (TextLine line : checked.body()) {
            if ((line.marks() & mark) != 0) {
                look(line, inHan, noBreak, atEnd);
            }
        }
        if (inHan.count > 0) {
            String shown = Characters.around(inHan.line.text(), inHan.index, 2);
            report.warning(IN_HAN, inHan.line, inHan.index, "汉字之间有" + inHan.count + "处空格，第一处是“" + shown + "”", "请删去空格");
        }
        if (noBreak.count > 0) {
            report.warning(
                    NO_BREAK,
                    noBreak.line,
                    noBreak.index,
                    "有" + noBreak.count + "个看不见的特殊空格，是从网页或 Word 带来的",
                    "请删去，或换成普通空格");
        }
        if (atEnd.count > 0) {
            report.warning(AT_END, atEnd.line, atEnd.index, "有" + atEnd.count + "行的行尾是全角空格", "请删去行尾的空格");
        }
    }

    private static void look(TextLine line, Found inHan, Found noBreak, Found atEnd) {
        String text = line.text();
        boolean isRow = text.indexOf('|') >= 0;
        boolean running = StraySpaces.isRunning(text);
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\u00a0', '\u200b', '\ufeff', '\u00ad', '\u200c', '\u2060' -> noBreak.add(line, i);
                case '\u3000' -> {
                    if (i == text.length() - 1 && i > 0) {
                        atEnd.add(line, i);
                    }
                }
                case ' ' -> {
                    int end = i;
                    while (end < text.length() && text.charAt(end) == ' ') {
                        end++;
                    }
                    if (!isRow && StraySpaces.isStray(text, i, end, running)) {
                        inHan.add(line, i);
                    }
                    i = end - 1;
                }
                default -> {}
            }
        }
    }

    private static void emptyLines(List<TextLine> lines, RuleReport report) {
        TextLine first = null;
        int places = 0;
        int most = 0;
        int run = 0;
        for (int i = 0; i <= lines.size(); i++) {
            boolean goesOn = i < lines.size()
                    && (run == 0 || lines.get(i).number() == lines.get(i - 1).number() + 1)
                    && lines.get(i).isBlank();
            if (goesOn) {
                run++;
                continue;
            }
            // Not visible at the end of the file.
            if (run > ENOUGH && i < lines.size()) {
                first = first == null ? lines.get(i - run) : first;
                places++;
                most = Math.max(most, run);
            }
            run = 0;
        }
        if (first != null) {
            String where = places == 1 ? "这里连续空了" + most + "行" : "有" + places + "处连续空行，最多的空了" + most + "行";
            report.warning(EMPTY_LINES, first, 0, where, "段落之间空一行就够了");
        }
    }
}
