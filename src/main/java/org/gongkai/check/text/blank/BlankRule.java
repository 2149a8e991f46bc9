package org.gongkai.check.text.blank;

import java.util.ArrayList;
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

    /** See {@link org.gongkai.check.text.TextCheck.Candidate}. */
    public static final String TRIGGERS = " \u00a0\u200b\ufeff\u00ad\u200c\u2060";

    static final String IN_HAN = "W232";
    static final String NO_BREAK = "W233";

    /** Where a blank stands. */
    private record Place(TextLine line, int index) {}

    @Override
    public void check(CheckedText checked, long mark, RuleReport report) {
        List<Place> inHan = new ArrayList<>();
        List<Place> noBreak = new ArrayList<>();
        for (TextLine line : checked.body()) {
            if ((line.marks() & mark) != 0) {
                look(line, inHan, noBreak);
            }
        }
        if (!inHan.isEmpty()) {
            Place first = inHan.get(0);
            String shown = Characters.around(first.line().text(), first.index(), 2);
            String message = "汉字之间有" + inHan.size() + "处空格，第一处是“" + shown + "”";
            report.add(IN_HAN, first.line(), first.index(), message, "请删去空格");
        }
        if (!noBreak.isEmpty()) {
            Place first = noBreak.get(0);
            String message = "有" + noBreak.size() + "个看不见的特殊空格，是从网页或 Word 带来的";
            report.add(NO_BREAK, first.line(), first.index(), message, "请删去，或换成普通空格");
        }
    }

    private static void look(TextLine line, List<Place> inHan, List<Place> noBreak) {
        String text = line.text();
        boolean isRow = text.indexOf('|') >= 0;
        boolean running = StraySpaces.isRunning(text);
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\u00a0', '\u200b', '\ufeff', '\u00ad', '\u200c', '\u2060' -> noBreak.add(new Place(line, i));
                case ' ' -> {
                    int end = Characters.end(text, i, c -> c == ' ');
                    if (!isRow && StraySpaces.isStray(text, i, end, running)) {
                        inHan.add(new Place(line, i));
                    }
                    i = end - 1;
                }
                default -> {}
            }
        }
    }

    /** Distinguishes stray spaces within running text from those that separate names, numbers and labels. */
    private static final class StraySpaces {

        /** Maximum length of names in a list. */
        private static final int MAX_NAME = 4;

        private static final int SHORT_NAME = 3;

        private StraySpaces() {}

        /**
         * Returns true if spaces are within Chinese text and separate nothing.
         *
         * @param running whether the line contains sentences
         */
        static boolean isStray(String text, int from, int to, boolean running) {
            if (from == 0 || to == text.length()) {
                return false;
            }
            char before = text.charAt(from - 1);
            char after = text.charAt(to);
            if (!Characters.beginsHan(after)) {
                return false;
            }
            if ("，。；、：？！".indexOf(before) >= 0) {
                return true;
            }
            if ((before == ',' || before == ';') && from > 1 && Characters.isHan(text.charAt(from - 2))) {
                // Reported as half-width punctuation.
                return false;
            }
            int left = left(text, from);
            int right = right(text, to);
            return left > 0
                    && Characters.isHan(after)
                    && running
                    && !isArticle(text, from)
                    && left + right > MAX_NAME
                    && !precedesLabel(text, to)
                    && !separatesNames(text, from, to, left, right)
                    && !separatesSlogans(text, from, to, left, right);
        }

        /** {@code 甲乙丙 丁戊己}, {@code 组织委员 甲乙丙}: short words with nothing else up to punctuation or the end. */
        private static boolean separatesNames(String text, int from, int to, int left, int right) {
            boolean isPost = text.startsWith("委员", from - 2) || text.startsWith("书记", from - 2);
            if (left > SHORT_NAME && !isPost || left < 2 || right > SHORT_NAME || right < 2) {
                return false;
            }
            boolean begins = isPost
                    || from == left
                    || Characters.isSpace(text.charAt(from - left - 1))
                    || isBorder(text.charAt(from - left - 1));
            int end = to + right;
            boolean ends = end == text.length() || Characters.isSpace(text.charAt(end)) || isBorder(text.charAt(end));
            return begins && ends;
        }

        /** {@code “不忘初心 牢记使命”}: two clauses alone in quotation marks or title marks. */
        private static boolean separatesSlogans(String text, int from, int to, int left, int right) {
            return left >= MAX_NAME
                    && right >= MAX_NAME
                    && isWithin(text, from - left, -1, "“《")
                    && isWithin(text, to + right - 1, 1, "”》");
        }

        /** Returns true if there are only words and blanks between an index and one of the marks, in a direction. */
        private static boolean isWithin(String text, int from, int step, String marks) {
            int at = from;
            while (at >= 0 && at < text.length() && (Characters.isHan(text.charAt(at)) || text.charAt(at) == ' ')) {
                at += step;
            }
            return at >= 0 && at < text.length() && marks.indexOf(text.charAt(at)) >= 0;
        }

        private static boolean isBorder(char c) {
            return "，。；：:、（）".indexOf(c) >= 0;
        }

        /** Returns true if a line contains sentences. */
        static boolean isRunning(String text) {
            return text.indexOf('。') >= 0 || text.indexOf('，') >= 0 || text.indexOf('；') >= 0;
        }

        /** {@code 第三条 党员……} or {@code 第三条之一 党员……}: after the number of an article. */
        private static boolean isArticle(String text, int from) {
            String before = text.substring(Math.max(0, from - 10), from).replaceFirst("之[一二三四五六七八九十]+$", "");
            return !before.isEmpty()
                    && "条章节款项部编篇".indexOf(before.charAt(before.length() - 1)) >= 0
                    && before.indexOf('第') >= 0;
        }

        /** {@code 地点：活动室 时间：三点}: before a label. */
        private static boolean precedesLabel(String text, int to) {
            int colon = to + right(text, to);
            return colon < text.length() && (text.charAt(colon) == '：' || text.charAt(colon) == ':') && colon - to <= 6;
        }

        private static int left(String text, int from) {
            int at = from;
            while (at > 0 && Characters.isHan(text.charAt(at - 1)) && !isSymbol(text, at)) {
                at--;
            }
            return from - at;
        }

        /** Returns true if the character before an index is a symbol outside the BMP such as an emoji. */
        private static boolean isSymbol(String text, int end) {
            return Character.isSurrogate(text.charAt(end - 1)) && !Character.isIdeographic(text.codePointBefore(end));
        }

        private static int right(String text, int to) {
            return Characters.end(text, to, Characters::isHan) - to;
        }
    }
}
