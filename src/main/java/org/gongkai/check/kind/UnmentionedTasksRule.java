package org.gongkai.check.kind;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.check.contradiction.Likeness;
import org.gongkai.check.contradiction.TextReferences;
import org.gongkai.check.header.HeaderPosition;
import org.gongkai.check.rule.RuleSet.SiteRule;
import org.gongkai.check.rule.RuleSet.WholeSite;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.problem.Problem;
import org.gongkai.text.ChineseNumeral;

/** Reports tasks of a plan that the summary of the whole year, which names the plan, does not mention. */
public final class UnmentionedTasksRule implements SiteRule {

    /** The field that names the plan of a summary. */
    public static final String PLAN = "对应计划";

    private static final String TASKS = "任务项";

    /** The share of the pairs of characters of a part of a task that a line about it holds at least. */
    private static final double SHARE = 0.5;

    /** Says how many rather than what; the number may have changed between plan and summary. */
    private static final Pattern NUMBER = Pattern.compile("[" + ChineseNumeral.TO_TEN + "百两几多0-9.%]+[个项次段篇场期条名人份]?");

    private static final Pattern PART_OF_YEAR = Pattern.compile("半年|季度|月");

    @Override
    public void check(WholeSite site, Consumer<Problem> problems) {
        Map<String, Entry> entries = site.entries().stream()
                .collect(Collectors.toMap(Entry::path, Function.identity(), (one, other) -> one));
        for (Entry summary : site.entries()) {
            plan(summary)
                    .filter(path -> !PART_OF_YEAR.matcher(summary.title()).find())
                    .map(entries::get)
                    .ifPresent(plan -> check(site, summary, plan, problems));
        }
    }

    /** The path of the plan that a summary names; empty if it names none in this way, which is checked elsewhere. */
    private static Optional<String> plan(Entry summary) {
        return summary.own(PLAN)
                .map(Entry.OwnField::value)
                .filter(Value.Text.class::isInstance)
                .flatMap(path -> TextReferences.resolved(summary, ((Value.Text) path).text()));
    }

    private static void check(WholeSite site, Entry summary, Entry plan, Consumer<Problem> problems) {
        List<Set<String>> pairs = site.text(summary).prose().stream()
                .map(line -> Likeness.pairs(line.text()))
                .toList();
        String missing = plan.own().stream()
                .filter(own -> own.spec().name().equals(TASKS))
                .flatMap(
                        own -> own.rows().stream().flatMap(row -> own.spec().cell(new FieldReader(row), "内容").stream()))
                .filter(task -> Stream.of(task.split("[，；、。,;]"))
                        .map(part -> Likeness.pairs(NUMBER.matcher(part).replaceAll(" ")))
                        .noneMatch(part -> pairs.stream().anyMatch(line -> mentions(line, part))))
                .collect(Collectors.joining("；"));
        if (!missing.isEmpty()) {
            HeaderPosition.of(summary, PLAN, CommonField.TITLE, problems)
                    .warning("W250", "计划《" + plan.title() + "》里有、本条正文没有提到的任务：" + missing, "请核对是漏写了，还是换了说法；不必提到的，可以不改");
        }
    }

    private static boolean mentions(Set<String> line, Set<String> task) {
        return !task.isEmpty() && task.stream().filter(line::contains).count() >= task.size() * SHARE;
    }
}
