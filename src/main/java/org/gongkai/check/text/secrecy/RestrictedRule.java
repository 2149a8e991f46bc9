package org.gongkai.check.text.secrecy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.check.text.LineRule;
import org.gongkai.check.text.LineStart;
import org.gongkai.check.text.Phrases;
import org.gongkai.check.text.RuleReport;
import org.gongkai.check.text.TextLine;
import org.gongkai.text.Characters;

/**
 * Reports markings that restrict distribution: 内部资料, 禁止外传, 注意保密. Such words are a marking if they make up a line, a
 * pair of brackets or a header field; “不得将内部资料带出” is ordinary text.
 */
public final class RestrictedRule implements LineRule {

    static final String CODE = "E223";

    private static final int MAX_LENGTH = 40;
    private static final String HINT = "不宜公开的材料不要放进本站；可以公开的，请删去这句话";

    /** Markings, and ordinary words that are markings in some positions only. */
    private static final Map<String, Confidence> MARKS = Phrases.read("restricted.txt").stream()
            .collect(Collectors.toUnmodifiableMap(
                    line -> line.replace("？", ""), line -> line.endsWith("？") ? Confidence.DOUBTFUL : Confidence.SURE));

    /** Documents that may have such a marking in brackets after their name; 处理冲突的地方（内部使用） is not one. */
    private static final List<String> PAPERS = List.of(
            "通讯录", "名册", "名单", "手册", "资料", "材料", "汇编", "台账", "报告", "方案", "预案", "办法", "初稿", "讨论稿", "简报", "纪要", "通知",
            "通报", "计划", "总结", "图纸", "文集");

    private enum Confidence {
        NONE,
        DOUBTFUL,
        SURE
    }

    /** Possible subjects of a marking. */
    private static final List<String> SUBJECTS = List.of("此件", "本件", "本资料", "本材料", "本文件", "该资料", "该材料", "以上内容");

    /** Phrases that may accompany a marking. */
    private static final Set<String> ACCOMPANYING =
            Set.of("仅供学习", "仅供参考", "仅供学习参考", "请妥善保管", "妥善保管", "阅后即焚", "阅后收回", "会后收回", "请勿转载", "严禁转载");

    /** Orders to the reader: 内部资料 followed by one of these is a marking anywhere. */
    private static final List<String> ORDERS = List.of("禁止", "严禁", "请勿", "不得外传", "切勿", "注意保密");

    @Override
    public String triggers() {
        return "内传密外";
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
        String found = order(text);
        if (found.isEmpty()) {
            Confidence confidence = text.length() <= MAX_LENGTH ? confidence(text) : Confidence.NONE;
            boolean fills =
                    confidence == Confidence.SURE || confidence == Confidence.DOUBTFUL && !LineStart.opensBlock(text);
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
            int at = Characters.end(text, i + 4, c -> "，,、 　！!；;".indexOf(c) >= 0);
            for (String order : ORDERS) {
                if (text.startsWith(order, at)) {
                    return text.substring(i, Math.min(text.length(), at + 4));
                }
            }
        }
        return "";
    }

    /** The confidence that a text consists of markings and accompanying phrases. */
    private static Confidence confidence(String text) {
        Confidence confidence = Confidence.NONE;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
                continue;
            }
            if (i > from) {
                String part = text.substring(from, i);
                String mark = withoutSubject(part);
                Confidence found = MARKS.getOrDefault(part, MARKS.getOrDefault(mark, Confidence.NONE));
                if (found == Confidence.NONE && !ACCOMPANYING.contains(part)) {
                    return Confidence.NONE;
                }
                // 此件内部使用 can only refer to the document itself.
                confidence = found == Confidence.DOUBTFUL && mark.length() < part.length()
                        ? Confidence.SURE
                        : found.compareTo(confidence) > 0 ? found : confidence;
            }
            from = i + 1;
        }
        return confidence;
    }

    /** Removes the subject of a marking such as {@code 此件禁止外传}. */
    private static String withoutSubject(String part) {
        return SUBJECTS.stream()
                .filter(part::startsWith)
                .findFirst()
                .map(subject -> part.substring(subject.length()))
                .orElse(part);
    }

    private static String bracketed(String text) {
        for (int i = 0; i < text.length(); i++) {
            int close =
                    switch (text.charAt(i)) {
                        case '（' -> Characters.near(text, '）', i);
                        case '【' -> Characters.near(text, '】', i);
                        case '(' -> Characters.near(text, ')', i);
                        case '〔' -> Characters.near(text, '〕', i);
                        default -> -1;
                    };
            Confidence confidence =
                    close > i && close - i <= MAX_LENGTH ? confidence(text.substring(i + 1, close)) : Confidence.NONE;
            if (confidence == Confidence.SURE || confidence == Confidence.DOUBTFUL && marksPaper(text, i, close + 1)) {
                return text.substring(i, close + 1);
            }
        }
        return "";
    }

    /** Returns true if brackets follow the name of a document, or are alone. */
    private static boolean marksPaper(String text, int open, int end) {
        boolean isNamed = PAPERS.stream().anyMatch(paper -> text.startsWith(paper, open - paper.length()));
        return isNamed || !LineStart.opensBlock(text) && isBare(text, 0, open) && isBare(text, end, text.length());
    }

    private static boolean isBare(String text, int from, int to) {
        return Characters.end(text, from, c -> !Character.isLetterOrDigit(c)) >= to;
    }
}
