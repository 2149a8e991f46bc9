package org.gongkai.cli.build;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.check.explain.Explanation;
import org.gongkai.check.explain.RuleGroup;
import org.gongkai.text.ChineseNumeral;

/** The page of the manual that lists all rules, as an entry in Markdown. */
record RulesPage(List<Explanation> rules) {

    private static final List<String> BEGINNING = List.of(
            "---",
            "标题: 规则一览",
            "文种: 文章",
            "栏目: 规则",
            "发布日期: 2025-01-15",
            "---",
            "",
            "检查时报出的每个代码在这里都有说明：什么不对、怎么改。E 开头的是错误，改好才能发布；W 开头的是警告，可以发布，但建议看一眼。",
            "",
            "这一页由程序写成，请不要手工改。在命令行里看一个代码：`gongkai explain E123`。");

    /** The text of the file; lines end in {@code \n}. */
    String text() {
        List<String> lines = new ArrayList<>(BEGINNING);
        int number = 0;
        for (RuleGroup group : RuleGroup.all()) {
            List<Explanation> members = group.of(rules);
            if (!members.isEmpty()) {
                lines.addAll(List.of("", "## " + ChineseNumeral.format(++number) + "、" + group.label()));
                members.forEach(rule -> lines.addAll(rule(rule)));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<String> rule(Explanation rule) {
        List<String> lines = new ArrayList<>(List.of("", "### " + rule.code() + " " + escaped(rule.name())));
        lines.addAll(List.of("", escaped(rule.sentence()), "", "改法：" + escaped(rule.mend())));
        example(lines, "错", rule.wrong());
        example(lines, "对", rule.right());
        if (rule.fixed()) {
            lines.addAll(List.of("", "这条规则不能关。"));
        }
        return lines;
    }

    /** The label is in the box, so that neither a page nor a sheet of paper parts them, and is its language, by which it is coloured. */
    private static void example(List<String> lines, String label, String example) {
        if (!example.isEmpty()) {
            lines.addAll(List.of("", "```" + label, label + "："));
            lines.addAll(example.lines().toList());
            lines.add("```");
        }
    }

    /** Text in which all markup of Markdown is escaped, except code between backticks. */
    private static String escaped(String words) {
        String[] parts = words.split("`", -1);
        for (int i = 0; i < parts.length; i += 2) {
            parts[i] = parts[i].replaceAll("([\\\\*_{}\\[\\]<>|~#&$])", "\\\\$1");
        }
        return String.join("`", parts);
    }
}
