package org.gongkai.check.figure;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.gongkai.check.rule.HeaderRule;
import org.gongkai.input.entry.Entry;
import org.gongkai.problem.Problem;
import org.gongkai.text.ChineseNumeral;
import org.gongkai.text.FullWidth;

/** The title of a bulletin and its header say the same number. */
final class IssueNumberRule implements HeaderRule {

    /** Behind a colon begins what it is about, which may have numbers of its own. */
    private static final Pattern HEAD = Pattern.compile("^[^：:“《]*简报[^：:“《]*");

    private static final Pattern ISSUE = Pattern.compile("第\\s*([0-9" + ChineseNumeral.ALL + "]{1,5})\\s*期");

    @Override
    public void check(Entry entry, Consumer<Problem> problems) {
        FigureGroup.own(entry).figure("期数").ifPresent(issue -> {
            List<Integer> titled = HEAD.matcher(FullWidth.narrow(entry.title()))
                    .results()
                    .flatMap(head -> ISSUE.matcher(head.group()).results())
                    .map(number -> ChineseNumeral.parse(number.group(1)))
                    .toList();
            if (!titled.isEmpty() && titled.stream().noneMatch(number -> issue.is(BigDecimal.valueOf(number)))) {
                problems.accept(issue.warning(
                        "W172", entry, "期数是" + issue.text() + "，标题里写的是第" + titled.get(0) + "期", "请核对标题和期数，改正写错的那一个"));
            }
        });
    }
}
