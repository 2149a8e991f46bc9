package org.gongkai.cli.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.check.explain.Explanations;
import org.gongkai.check.explain.Explanations.Explanation;
import org.gongkai.cli.option.ProgramCommand;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.cli.text.Terminal.AnsiStyle;
import org.gongkai.input.data.YamlReader;
import org.gongkai.problem.Nearest;
import org.gongkai.text.ChineseNumeral;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code explain}: prints what the code of a problem means and how to fix it. */
@Command(name = "explain", description = "说明一个问题代码的意思和改法；不写代码时列出全部。")
public final class ExplainCommand extends ProgramCommand {

    @Parameters(arity = "0..1", paramLabel = "代码", description = "如 E123；大小写都可以")
    private String code;

    @Option(
            names = "--format",
            paramLabel = "text|markdown",
            defaultValue = "text",
            description = "写成文字，或写成手册的规则一览（markdown，总是全部）")
    private ManualFormat format;

    /** The format of explanations. */
    enum ManualFormat {
        text,
        markdown
    }

    @Override
    public Integer call() {
        Explanations explanations = new Explanations(new YamlReader());
        if (format == ManualFormat.markdown) {
            terminal.out().print(new RulesPage(explanations.all()).text());
        } else if (code == null) {
            list(explanations.all());
        } else {
            explain(explanations.of(code).orElseThrow(() -> unknown(explanations)));
        }
        terminal.out().flush();
        return 0;
    }

    private WrongUsage unknown(Explanations explanations) {
        List<String> codes = explanations.all().stream().map(Explanation::code).toList();
        String hint = Nearest.of(code.strip().toUpperCase(Locale.ROOT), codes)
                .map(word -> "您是不是要写“" + word + "”")
                .orElse("不写代码可列出全部");
        return new WrongUsage("没有“" + code + "”这个代码；" + hint);
    }

    private void list(List<Explanation> rules) {
        List<String> lines = new ArrayList<>();
        for (RuleGroup group : RuleGroup.values()) {
            List<Explanation> members = group.of(rules);
            if (!members.isEmpty()) {
                if (!lines.isEmpty()) {
                    lines.add("");
                }
                lines.add(terminal.style().strong(group.label()));
                members.forEach(rule -> lines.add("  " + coloured(rule) + " " + rule.name()));
            }
        }
        lines.forEach(terminal::print);
    }

    private void explain(Explanation rule) {
        List<String> lines = new ArrayList<>();
        lines.add(coloured(rule) + " " + rule.name() + "（" + (rule.isError() ? "错误" : "警告") + "）");
        lines.add(plain(rule.sentence()));
        lines.add("改法：" + plain(rule.mend()));
        example(lines, "错：", rule.wrong());
        example(lines, "对：", rule.right());
        if (rule.fixed()) {
            lines.add("这条规则不能关。");
        }
        lines.forEach(terminal::print);
    }

    private String coloured(Explanation rule) {
        AnsiStyle style = terminal.style();
        return rule.isError() ? style.error(rule.code()) : style.warning(rule.code());
    }

    /** Text without the backticks that mark code in the manual. */
    private static String plain(String words) {
        return words.replace("`", "");
    }

    private static void example(List<String> lines, String label, String example) {
        if (!example.isEmpty()) {
            lines.add(label);
            example.lines().forEach(line -> lines.add("    " + line));
        }
    }

    /** The page of the manual that lists all rules, as an entry in Markdown. */
    private record RulesPage(List<Explanation> rules) {

        private static final List<String> BEGINNING = List.of(
                "---",
                "标题: 规则一览",
                "文种: 文章",
                "栏目: 规则",
                "发布日期: 2025-01-15",
                "摘要: 检查时报出的每个代码是什么意思，怎么改，哪些不能关。",
                "---",
                "",
                "检查时报出的每个代码在这里都有说明：什么不对、怎么改。E 开头的是错误，改好才能发布；W 开头的是警告，可以发布，但建议看一眼。",
                "",
                "这一页由程序写成，请不要手工改。在命令行里看一个代码：`gongkai explain E123`。");

        private static final String INDEX = "按代码找";

        /** The text of the file; lines end in {@code \n}. */
        String text() {
            List<String> lines = new ArrayList<>(BEGINNING);
            lines.addAll(List.of("", "## " + INDEX, ""));
            List<String> parts = new ArrayList<>();
            int number = 0;
            for (RuleGroup group : RuleGroup.values()) {
                List<Explanation> members = group.of(rules);
                if (!members.isEmpty()) {
                    String heading = ChineseNumeral.format(++number) + "、" + group.label();
                    lines.add("- " + link(heading, heading) + "：" + jumps(members));
                    parts.addAll(List.of("", "## " + heading, "", fixed(members)));
                    members.forEach(rule -> parts.addAll(rule(rule)));
                    parts.addAll(List.of("", link("回到“" + INDEX + "”", INDEX)));
                }
            }
            lines.addAll(parts);
            return String.join("\n", lines) + "\n";
        }

        /** Links to the first rule of each ten. */
        private static String jumps(List<Explanation> members) {
            Map<String, Explanation> first = new LinkedHashMap<>();
            members.forEach(rule -> first.putIfAbsent(rule.code().substring(1, 3), rule));
            return first.values().stream()
                    .map(rule -> link(rule.code(), rule.code() + " " + rule.name()))
                    .collect(Collectors.joining(" "));
        }

        /** A link to a heading, by the id that it will have. */
        private static String link(String words, String heading) {
            return "[" + words + "](#"
                    + heading.toLowerCase(Locale.ROOT)
                            .replaceAll("[^\\p{L}\\p{N}]+", "-")
                            .replaceFirst("-$", "") + ")";
        }

        /** Which rules of a group cannot be switched off, those next to each other as first and last. */
        private static String fixed(List<Explanation> rules) {
            List<Explanation> members = rules.stream()
                    .sorted(Comparator.comparing(Explanation::code))
                    .toList();
            List<String> codes = new ArrayList<>();
            for (int i = 0; i < members.size(); i++) {
                int first = i;
                while (i < members.size() && members.get(i).fixed()) {
                    i++;
                }
                if (i > first) {
                    String last = members.get(i - 1).code();
                    codes.add(i - first == 1 ? last : members.get(first).code() + (i - first == 2 ? "、" : "至") + last);
                }
            }
            return codes.isEmpty() ? "这一组都可以在站点设置里关。" : "不能关的有" + String.join("、", codes) + "。";
        }

        private static List<String> rule(Explanation rule) {
            List<String> lines = new ArrayList<>(List.of("", "### " + title(rule)));
            lines.addAll(List.of("", escaped(rule.sentence()), "", "改法：" + escaped(rule.mend())));
            example(lines, "错", rule.wrong());
            example(lines, "对", rule.right());
            return lines;
        }

        private static String title(Explanation rule) {
            return rule.code() + " " + escaped(rule.name());
        }

        /**
         * The label is in the box, so that neither a page nor a sheet of paper parts them, and is its language, by
         * which it is coloured.
         */
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

    /** Groups of codes by their first digit. */
    private enum RuleGroup {
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
        String label() {
            return label;
        }

        /** Returns the explanations that belong to the group, in order. */
        List<Explanation> of(List<Explanation> rules) {
            return rules.stream()
                    .filter(rule -> rule.code().charAt(1) == digit)
                    .sorted((a, b) -> (a.code().substring(1) + a.code())
                            .compareTo(b.code().substring(1) + b.code()))
                    .toList();
        }
    }
}
