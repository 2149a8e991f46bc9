package org.gongkai.check.explain;

import java.util.Arrays;
import java.util.List;
import org.gongkai.check.explain.Explanations.Explanation;

/** Groups of codes by their first digit. */
public enum RuleGroup {
    HEADERS('1', "文件头和设置"),
    BODIES('2', "正文、链接、图片和附件"),
    ADDRESSES('3', "网页地址和公开范围"),
    FILES('4', "文件和文件夹"),
    TEMPLATES('5', "模板"),
    JBAKE('6', "JBake 项目");

    private final char digit;
    private final String label;

    RuleGroup(char digit, String label) {
        this.digit = digit;
        this.label = label;
    }

    /** The label in Chinese. */
    public String label() {
        return label;
    }

    /** Returns the explanations that belong to the group, in order. */
    public List<Explanation> of(List<Explanation> rules) {
        return rules.stream()
                .filter(rule -> rule.code().charAt(1) == digit)
                .sorted((a, b) ->
                        (a.code().substring(1) + a.code()).compareTo(b.code().substring(1) + b.code()))
                .toList();
    }

    /** Returns all groups, ordered by their digits. */
    public static List<RuleGroup> all() {
        return Arrays.asList(values());
    }
}
