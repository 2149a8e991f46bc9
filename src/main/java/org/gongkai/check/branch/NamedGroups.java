package org.gongkai.check.branch;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.check.prose.Prose;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.config.ValidityPeriod;
import org.gongkai.input.entry.Entry;
import org.gongkai.problem.Problem;

/** Reports groups that act in a text before there were any, or when there were none any more. */
final class NamedGroups {

    private final Organisation branch;
    private final Pattern acts;

    NamedGroups(Organisation branch) {
        this.branch = branch;
        String groups = branch.groupNames().stream().map(Pattern::quote).reduce("(?!)", (a, b) -> a + "|" + b);
        this.acts = Pattern.compile("(?<!原)(" + groups + ")(?:召开|组织|负责|牵头|承办|主办|带队|汇报)|编入(" + groups + ")");
    }

    void check(Entry entry, Prose line, LocalDate day, Consumer<Problem> problems) {
        Matcher found = acts.matcher(line.text());
        while (found.find()) {
            String name = found.group(1) == null ? found.group(2) : found.group(1);
            List<Organisation.Group> all = branch.groups(name);
            if (ValidityPeriod.on(day, all).isEmpty()
                    && !NamedPersons.OF_LONG.matcher(entry.title()).find()
                    && !line.text().matches(".*(?:并入|合并|撤销|改称|成立|设立|调整|原).*")) {
                problems.accept(Problem.warning(
                        "W355",
                        entry.path(),
                        NamedPersons.at(line, found.start()),
                        BranchRules.without(name, all, day),
                        "请核对日期和党小组"));
            }
        }
    }
}
