package org.gongkai.check.text.secrecy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.check.text.CharacterClasses;
import org.gongkai.check.text.LineRule;
import org.gongkai.check.text.LineStart;
import org.gongkai.check.text.Phrases;
import org.gongkai.check.text.RuleReport;
import org.gongkai.check.text.TextLine;

/**
 * Words that keep a paper from outsiders: 内部资料, 禁止外传, 注意保密. They are such a mark when they fill a line, a pair of
 * brackets or a field of the header; “不得将内部资料带出” in a text about secrecy is none.
 */
public final class RestrictedRule implements LineRule {

    static final String CODE = "E223";

    private static final int LONGEST = 40;
    private static final String HINT = "不宜公开的材料不要放进本站；可以公开的，请删去这句话";

    /** Marks, and ordinary words that are marks in some places only. */
    private static final Map<String, Weight> MARKS = Phrases.read("restricted.txt").stream()
            .collect(Collectors.toUnmodifiableMap(
                    line -> line.replace("？", ""), line -> line.endsWith("？") ? Weight.DOUBTFUL : Weight.SURE));

    /** What bears such a mark in brackets behind it; 处理冲突的地方（内部使用） is none. */
    private static final List<String> PAPERS = List.of(
            "通讯录", "名册", "名单", "手册", "资料", "材料", "汇编", "台账", "报告", "方案", "预案", "办法", "初稿", "讨论稿", "简报", "纪要", "通知",
            "通报", "计划", "总结", "图纸", "文集");

    private enum Weight {
        NONE,
        DOUBTFUL,
        SURE
    }

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
    public void check(TextLine line, RuleReport report) {
        find(line.text()).ifPresent(mark -> report.error(CODE, line, mark.start(), mark.message(), HINT));
    }

    /** The first such words of a line. */
    static Optional<SecrecyMarks.Mark> find(String text) {
        String found = order(text);
        if (found.isEmpty()) {
            Weight weight = text.length() <= LONGEST ? weight(text) : Weight.NONE;
            boolean fills = weight == Weight.SURE || weight == Weight.DOUBTFUL && !LineStart.opensBlock(text);
            found = fills ? text.strip() : bracketed(text);
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

    /** What a text weighs that is made of such marks and what may stand beside them. */
    private static Weight weight(String text) {
        Weight weight = Weight.NONE;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
                continue;
            }
            if (i > from) {
                String part = text.substring(from, i);
                String mark = withoutSubject(part);
                Weight found = MARKS.getOrDefault(part, MARKS.getOrDefault(mark, Weight.NONE));
                if (found == Weight.NONE && !BESIDE.contains(part)) {
                    return Weight.NONE;
                }
                // 此件内部使用 speaks of itself and of nothing else.
                weight = found == Weight.DOUBTFUL && mark.length() < part.length()
                        ? Weight.SURE
                        : found.compareTo(weight) > 0 ? found : weight;
            }
            from = i + 1;
        }
        return weight;
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
                        case '（' -> CharacterClasses.near(text, '）', i);
                        case '【' -> CharacterClasses.near(text, '】', i);
                        case '(' -> CharacterClasses.near(text, ')', i);
                        case '〔' -> CharacterClasses.near(text, '〕', i);
                        default -> -1;
                    };
            Weight weight = close > i && close - i <= LONGEST ? weight(text.substring(i + 1, close)) : Weight.NONE;
            if (weight == Weight.SURE || weight == Weight.DOUBTFUL && marksPaper(text, i, close + 1)) {
                return text.substring(i, close + 1);
            }
        }
        return "";
    }

    /** Whether brackets stand behind the name of a paper, or alone. */
    private static boolean marksPaper(String text, int open, int end) {
        boolean isNamed = PAPERS.stream().anyMatch(paper -> text.startsWith(paper, open - paper.length()));
        return isNamed || !LineStart.opensBlock(text) && isBare(text, 0, open) && isBare(text, end, text.length());
    }

    private static boolean isBare(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
