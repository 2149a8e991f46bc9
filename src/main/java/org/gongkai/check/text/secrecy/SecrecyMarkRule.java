package org.gongkai.check.text.secrecy;

import java.util.Optional;
import org.gongkai.check.text.CharacterClasses;
import org.gongkai.check.text.LineRule;
import org.gongkai.check.text.RuleReport;
import org.gongkai.check.text.TextLine;

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
        int at = i - 1;
        while (at >= 0 && CharacterClasses.isSpace(text.charAt(at))) {
            at--;
        }
        return at >= 0 && "绝机秘".indexOf(text.charAt(at)) >= 0 ? at : -1;
    }

    private static boolean isMark(String text, int from, int end) {
        int next = skipSpaces(text, end);
        if ("★☆".indexOf(CharacterClasses.at(text, next)) >= 0) {
            return true;
        }
        int last = skipTerm(text, next);
        int before = from - 1;
        while (before >= 0 && CharacterClasses.isSpace(text.charAt(before))) {
            before--;
        }
        if (isLabelled(text, before)) {
            return true;
        }
        boolean bracketed = "（(【[〔".indexOf(CharacterClasses.at(text, before)) >= 0 && before >= 0;
        if (bracketed && "）)】]〕".indexOf(CharacterClasses.at(text, last)) >= 0 && last < text.length()) {
            return CharacterClasses.at(text, last + 1) != '(';
        }
        return isBare(text, 0, from) && isBare(text, last, text.length());
    }

    /** Returns true if {@code 密级：} precedes. */
    private static boolean isLabelled(String text, int before) {
        if (before < 2 || "：:".indexOf(text.charAt(before)) < 0) {
            return false;
        }
        int level = before - 1;
        while (level > 0 && CharacterClasses.isSpace(text.charAt(level))) {
            level--;
        }
        int secret = level - 1;
        while (secret > 0 && CharacterClasses.isSpace(text.charAt(secret))) {
            secret--;
        }
        return CharacterClasses.at(text, level) == '级' && CharacterClasses.at(text, secret) == '密'
                || text.startsWith("等级", before - 2) && text.contains("密等级");
    }

    /** Returns the index after an optional {@code 5年} or {@code 长期}. */
    private static int skipTerm(String text, int from) {
        int at = from;
        while (at < text.length() && CharacterClasses.isDigit(text.charAt(at))) {
            at++;
        }
        if (at > from && "年月".indexOf(CharacterClasses.at(text, at)) >= 0) {
            at++;
        } else if (text.startsWith("长期", from)) {
            at = from + 2;
        }
        return skipSpaces(text, at);
    }

    private static int skipSpaces(String text, int from) {
        int at = from;
        while (at < text.length() && CharacterClasses.isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Returns true if there are only blanks and markup. */
    private static boolean isBare(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!CharacterClasses.isSpace(text.charAt(i)) && "#=*_>".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static String shown(String text, int from, int end) {
        int next = skipSpaces(text, end);
        if ("★☆".indexOf(CharacterClasses.at(text, next)) >= 0) {
            next = skipTerm(text, next + 1);
        } else {
            next = skipTerm(text, next);
        }
        return text.substring(from, next).strip();
    }
}
