package org.gongkai.check.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Words that keep a paper from outsiders: 内部资料, 禁止外传, 注意保密. They are such a mark when they fill a line, a pair of
 * brackets or a field of the header; “不得将内部资料带出” in a text about secrecy is none.
 */
final class RestrictedRule implements LineRule {

    static final String CODE = "E223";

    private static final int LONGEST = 40;
    private static final String HINT = "不宜公开的材料不要放进本站；可以公开的，请删去这句话";

    private static final Set<String> MARKS = Set.copyOf(Phrases.read("restricted.txt"));

    /** What such a mark may begin with. */
    private static final List<String> THIS = List.of("此件", "本件", "本资料", "本材料", "本文件", "该资料", "该材料", "以上内容");

    /** What may stand beside such a mark. */
    private static final Set<String> BESIDE =
            Set.of("仅供学习", "仅供参考", "仅供学习参考", "请妥善保管", "妥善保管", "阅后即焚", "阅后收回", "会后收回", "请勿转载", "严禁转载");

    /** 内部资料 followed by one of these speaks to the reader, wherever it stands. */
    private static final List<String> ORDERS = List.of("禁止", "严禁", "请勿", "不得外传", "切勿", "注意保密");

    @Override
    public String triggers() {
        return "内传密外";
    }

    @Override
    public boolean looksIntoRemarks() {
        return true;
    }

    @Override
    public void check(Line line, Report report) {
        find(line.text()).ifPresent(mark -> report.error(CODE, line, mark.start(), mark.message(), HINT));
    }

    /** The first such words of a line. */
    static Optional<SecrecyMarks.Mark> find(String text) {
        String found = order(text);
        if (found.isEmpty()) {
            found = text.length() <= LONGEST && fills(text) ? text.strip() : bracketed(text);
        }
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new SecrecyMarks.Mark(CODE, text.indexOf(found), found, "“" + found + "”说明这份材料不能公开", HINT));
    }

    private static String order(String text) {
        for (int i = text.indexOf("内部"); i >= 0; i = text.indexOf("内部", i + 1)) {
            if (!text.startsWith("资料", i + 2) && !text.startsWith("材料", i + 2) && !text.startsWith("文件", i + 2)) {
                continue;
            }
            int at = i + 4;
            while (at < text.length() && "，,、 　！!；;".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            for (String order : ORDERS) {
                if (text.startsWith(order, at)) {
                    return text.substring(i, Math.min(text.length(), at + 4));
                }
            }
        }
        return "";
    }

    /** Whether a text is made of such marks and what may stand beside them. */
    private static boolean fills(String text) {
        boolean marked = false;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
                continue;
            }
            if (i > from) {
                String part = text.substring(from, i);
                if (MARKS.contains(part) || MARKS.contains(withoutSubject(part))) {
                    marked = true;
                } else if (!BESIDE.contains(part)) {
                    return false;
                }
            }
            from = i + 1;
        }
        return marked;
    }

    /** {@code 此件禁止外传} speaks of nothing but itself. */
    private static String withoutSubject(String part) {
        return THIS.stream()
                .filter(part::startsWith)
                .findFirst()
                .map(subject -> part.substring(subject.length()))
                .orElse(part);
    }

    private static String bracketed(String text) {
        for (int i = 0; i < text.length(); i++) {
            int close =
                    switch (text.charAt(i)) {
                        case '（' -> Chars.near(text, '）', i);
                        case '【' -> Chars.near(text, '】', i);
                        case '(' -> Chars.near(text, ')', i);
                        case '〔' -> Chars.near(text, '〕', i);
                        default -> -1;
                    };
            if (close > i && close - i <= LONGEST && fills(text.substring(i + 1, close))) {
                return text.substring(i, close + 1);
            }
        }
        return "";
    }
}
