package org.gongkai.check.kind;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.check.contradiction.TextReferences;
import org.gongkai.check.header.HeaderPosition;
import org.gongkai.check.prose.Prose;
import org.gongkai.check.rule.RuleSet.SiteRule;
import org.gongkai.check.rule.RuleSet.WholeSite;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.problem.Problem;
import org.gongkai.text.ChineseNumeral;
import org.gongkai.text.Likeness;

/** Reports tasks of a plan that the summary of the whole year, which names the plan, does not mention. */
public final class UnmentionedTasksRule implements SiteRule {

    /** The field that names the plan of a summary. */
    public static final String PLAN = "对应计划";

    private static final String TASKS = "任务项";

    /** What any task may say, and the name of a 党小组. */
    private static final Pattern ANY_TASK = Pattern.compile(
            "支部|委员会|全体|党员|\\p{IsHan}{2}组(?!织)|工作|开展|组织|活动(?!室)|完成|进行|落实|做好|加强|推进|建立|健全|制定|召开|举办|安排|学习|会议|全年|年度|每[年季月周]|[上下]半年|季度");

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
        Set<String> said = Likeness.pairs(
                site.text(summary).prose().stream().map(Prose::text).collect(Collectors.joining(" ")));
        String missing = plan.own().stream()
                .filter(own -> own.spec().name().equals(TASKS))
                .flatMap(own -> own.rows().stream().flatMap(row -> own.spec().cell(row, "内容").stream()))
                .filter(task -> words(task).stream().noneMatch(said::contains))
                .collect(Collectors.joining("；"));
        if (!missing.isEmpty()) {
            HeaderPosition.of(summary, PLAN, CommonField.TITLE, problems)
                    .warning("W250", "计划《" + plan.title() + "》里有、本条正文没有提到的任务：" + missing, "请核对是漏写了，还是换了说法；不必提到的，可以不改");
        }
    }

    /** The pairs of characters of a task that say what it is about; all of them if none does. */
    private static Set<String> words(String task) {
        String told = NUMBER.matcher(task).replaceAll(" ");
        Set<String> words = Likeness.pairs(ANY_TASK.matcher(told).replaceAll(" "));
        return words.isEmpty() ? Likeness.pairs(told) : words;
    }
}
