package org.gongkai.cli.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gongkai.check.explain.Explanations;
import org.gongkai.check.explain.Explanations.Explanation;
import org.gongkai.cli.option.ReportingCommand;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.cli.text.Terminal.AnsiStyle;
import org.gongkai.input.data.YamlReader;
import org.gongkai.problem.Nearest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code explain}: prints what the code of a problem means and how to fix it. */
@Command(name = "explain", description = "说明一个问题代码的意思和改法；不写代码时列出全部。")
public final class ExplainCommand extends ReportingCommand {

    /** What the first digits of codes mean, from 1. */
    private static final List<String> GROUPS =
            List.of("文件头和设置", "正文、链接、图片和附件", "网页地址和公开范围", "文件和文件夹", "模板", "JBake 项目");

    @Parameters(arity = "0..1", paramLabel = "代码", description = "如 E123；大小写都可以")
    private String code;

    @Override
    protected int run() {
        Explanations explanations = new Explanations(new YamlReader());
        Optional<Explanation> asked =
                Optional.ofNullable(code).map(it -> explanations.of(it).orElseThrow(() -> unknown(explanations)));
        result(asked.<Object>map(it -> it).orElseGet(explanations::all));
        asked.ifPresentOrElse(this::explain, () -> list(explanations.all()));
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
        for (int i = 0; i < GROUPS.size(); i++) {
            char digit = (char) ('1' + i);
            lines.addAll(i == 0 ? List.of() : List.of(""));
            lines.add(terminal.style().strong(GROUPS.get(i)));
            rules.stream()
                    .filter(rule -> rule.code().charAt(1) == digit)
                    .sorted(Comparator.comparing(rule -> rule.code().substring(1) + rule.code()))
                    .forEach(rule -> lines.add("  " + coloured(rule) + " " + rule.name()));
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
}
