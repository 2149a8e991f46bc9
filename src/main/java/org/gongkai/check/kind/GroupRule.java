package org.gongkai.check.kind;

import java.util.List;
import java.util.function.Consumer;
import org.gongkai.check.rule.HeaderRule;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.header.HeaderValues;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Problem;

/** The 党小组 of a meeting is one that the branch has; otherwise its meetings would be counted for no group. */
final class GroupRule implements HeaderRule {

    private final List<String> groups;

    /**
     * @param groups the names of the groups; empty if they are not known
     */
    GroupRule(List<String> groups) {
        this.groups = List.copyOf(groups);
    }

    @Override
    public void check(Entry entry, Consumer<Problem> problems) {
        if (!groups.isEmpty() && entry.values().get(CommonField.MEETING) instanceof Value.Fields meeting) {
            new FieldReader(meeting)
                    .texts("党小组", "group").stream()
                            .flatMap(text -> HeaderValues.parts(text).stream())
                            .filter(name -> !name.isBlank() && !groups.contains(name.text()))
                            .forEach(name -> problems.accept(Problem.warning(
                                    "W129",
                                    entry.path(),
                                    name.line(),
                                    name.column(),
                                    "没有“" + name.text() + "”这个党小组",
                                    hint(name.text()))));
        }
    }

    private String hint(String typed) {
        return Nearest.of(typed, groups).map(name -> "您是不是要写“" + name + "”；").orElse("")
                + "content/_data/organisation.yml 里的党小组有：" + String.join("、", groups);
    }
}
