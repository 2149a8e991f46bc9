package org.gongkai.check.text.secrecy;

import java.util.Optional;
import org.gongkai.check.text.LineRule;
import org.gongkai.check.text.LineStart;
import org.gongkai.check.text.RuleReport;
import org.gongkai.check.text.TextLine;
import org.gongkai.text.Characters;

/**
 * Reports secrecy markings, which exclude an entry from publication. A word is a marking if it has a star ({@code
 * 秘密★5年}), is alone in brackets or on a line, or follows 密级; 保守国家秘密 is ordinary text.
 */
public final class SecrecyMarkRule implements LineRule {

    static final String CODE = "E222";

    private static final String HINT = "涉密文件不得公开；确非密件的，请按程序解密并删去这个标志";

    @Override
    public String triggers() {
        return "密";
    }

    @Override
    public boolean checksComments() {
        return true;
    }

    @Override
    public void check(TextLine line, RuleReport report) {
        find(line.text()).ifPresent(mark -> report.error(CODE, line, mark.start(), mark.message(), HINT));
    }

    /** Returns the first marking in a line. */
    static Optional<SecrecyMarks.Mark> find(String text) {
        for (int i = text.indexOf('密'); i >= 0; i = text.indexOf('密', i + 1)) {
            int from = wordBegin(text, i);
            if (from >= 0 && isMark(text, from, i + 1)) {
                String found = shown(text, from, i + 1);
                return Optional.of(new SecrecyMarks.Mark(CODE, from, found, "“" + found + "”是密级标志", HINT));
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the start of 绝密, 机密 or 秘密 whose second character is at an index, with optional blanks between them; or
     * -1.
     */
    private static int wordBegin(String text, int i) {
        int at = beforeSpaces(text, i);
        return at >= 0 && "绝机秘".indexOf(text.charAt(at)) >= 0 ? at : -1;
    }

    private static boolean isMark(String text, int from, int end) {
        int next = LineStart.skipBlanks(text, end);
        if ("★☆".indexOf(Characters.at(text, next)) >= 0) {
            return true;
        }
        int last = skipTerm(text, next);
        int before = beforeSpaces(text, from);
        if (isLabelled(text, before)) {
            return true;
        }
        boolean bracketed = "（(【[〔".indexOf(Characters.at(text, before)) >= 0 && before >= 0;
        if (bracketed && "）)】]〕".indexOf(Characters.at(text, last)) >= 0 && last < text.length()) {
            return Characters.at(text, last + 1) != '(';
        }
        return isBare(text, 0, from) && isBare(text, last, text.length());
    }

    /** Returns true if {@code 密级：} precedes. */
    private static boolean isLabelled(String text, int before) {
        if (before < 2 || "：:".indexOf(text.charAt(before)) < 0) {
            return false;
        }
        int level = beforeSpaces(text, before);
        int secret = beforeSpaces(text, Math.max(0, level));
        return Characters.at(text, level) == '级' && Characters.at(text, secret) == '密'
                || text.startsWith("等级", before - 2) && text.contains("密等级");
    }

    /** Returns the index after an optional {@code 5年} or {@code 长期}. */
    private static int skipTerm(String text, int from) {
        int at = Characters.end(text, from, Characters::isDigit);
        if (at > from && "年月".indexOf(Characters.at(text, at)) >= 0) {
            at++;
        } else if (text.startsWith("长期", from)) {
            at = from + 2;
        }
        return LineStart.skipBlanks(text, at);
    }

    /** The index of the last character before an index that is no blank; -1 if there is none. */
    private static int beforeSpaces(String text, int end) {
        return Characters.start(text, end, Characters::isSpace) - 1;
    }

    /** Returns true if there are only blanks and markup. */
    private static boolean isBare(String text, int from, int to) {
        return Characters.end(text, from, c -> Characters.isSpace(c) || "#=*_>".indexOf(c) >= 0) >= to;
    }

    private static String shown(String text, int from, int end) {
        int next = LineStart.skipBlanks(text, end);
        if ("★☆".indexOf(Characters.at(text, next)) >= 0) {
            next = skipTerm(text, next + 1);
        } else {
            next = skipTerm(text, next);
        }
        return text.substring(from, next).strip();
    }
}
