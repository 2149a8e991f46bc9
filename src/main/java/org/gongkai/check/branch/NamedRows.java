package org.gongkai.check.branch;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.check.prose.EntryText;
import org.gongkai.check.prose.Prose;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.problem.Problem;

/** Reports rows of tables that name whoever has left for a duty, or a leader of a group in another group. */
record NamedRows(Organisation branch) {

    /** Tables of those who will do something. */
    private static final Pattern DUTY = Pattern.compile("值班|值守|带班|轮值|领班|分工|责任人|承办人|负责人");

    void check(Entry entry, EntryText text, Set<String> left, LocalDate day, Consumer<Problem> problems) {
        String header = "";
        for (Prose line : text.prose()) {
            if (!line.text().startsWith("|")) {
                header = "";
            } else if (header.isEmpty()) {
                header = line.text();
            } else {
                row(entry, line, header, left, day, problems);
            }
        }
    }

    private void row(
            Entry entry, Prose line, String header, Set<String> left, LocalDate day, Consumer<Problem> problems) {
        List<String> cells =
                Stream.of(line.text().split("\\|", -1)).map(String::strip).toList();
        List<String> names =
                Stream.of(header.split("\\|", -1)).map(String::strip).toList();
        cells.stream()
                .filter(left::contains)
                .filter(it -> DUTY.matcher(header + entry.title()).find()
                        && !NamedPersons.GONE.matcher(header + line.text()).find())
                .filter(it -> new NamesakeRule(branch)
                        .haveLeft(entry, new Value.Text(it, line.line(), 1), day.minusDays(Posts.MARGIN)))
                .findFirst()
                .ifPresent(it -> problems.accept(Problem.warning(
                        "W358",
                        entry.path(),
                        NamedPersons.at(line, line.text().indexOf(it)),
                        "“" + it + "”" + day + "已经不在本支部",
                        "请核对姓名和日期；写错了的，改 " + Organisation.PATH + " 里的起止")));
        int place = Stream.of("所在党小组", "党小组", "所属党小组")
                .mapToInt(names::indexOf)
                .max()
                .orElse(-1);
        if (place > 0 && place < cells.size() && names.contains("姓名") && names.indexOf("姓名") < cells.size()) {
            String name = cells.get(names.indexOf("姓名"));
            String group = cells.get(place);
            branch.groups(day).stream()
                    .filter(it -> it.leader(day).equals(name) && !it.name().equals(group))
                    .filter(it -> branch.groupNames(day).contains(group))
                    .findFirst()
                    .ifPresent(it -> problems.accept(Problem.warning(
                            "W359",
                            entry.path(),
                            NamedPersons.at(line, line.text().indexOf(group)),
                            "“" + name + "”是“" + it.name() + "”的组长，这里写在“" + group + "”",
                            "请核对姓名和党小组；换了组的，改 " + Organisation.PATH)));
        }
    }
}
