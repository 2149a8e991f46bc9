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

/** Reports rows of tables that name whoever has left for a duty. */
record NamedRows(Organisation branch) {

    /** Tables of those who will do something. */
    private static final Pattern DUTY = Pattern.compile("值班|值守|带班|轮值|领班|分工|责任人|承办人|负责人");

    void check(Entry entry, EntryText text, Set<String> left, LocalDate day, Consumer<Problem> problems) {
        String header = "";
        for (Prose line : text.prose()) {
            if (line.text().startsWith("|")) {
                row(entry, line, header, left, day, problems);
                leader(entry, line, header, day, problems);
            }
            header = !line.text().startsWith("|") ? "" : header.isEmpty() ? line.text() : header;
        }
    }

    /** A row of one group names the leader of another, or has somebody else in the column of leaders. */
    private void leader(Entry entry, Prose line, String header, LocalDate day, Consumer<Problem> problems) {
        List<String> cells = cells(line.text());
        List<Organisation.Group> groups = branch.groups(day).stream()
                .filter(group -> group.leading(day).matches("\\p{IsHan}{2,3}"))
                .toList();
        List<Organisation.Group> own =
                groups.stream().filter(group -> cells.contains(group.name())).toList();
        int column = cells(header).indexOf("组长");
        if (own.size() != 1 || line.text().matches(".*(?:代|联合).*")) {
            return;
        }
        Stream.concat(
                        groups.stream()
                                .filter(it -> it != own.get(0))
                                .map(it -> it.leading(day))
                                .filter(cells::contains),
                        Stream.of(column)
                                .filter(at -> at > 0 && at < cells.size())
                                .map(cells::get)
                                .filter(name -> name.matches("\\p{IsHan}{2,3}"))
                                .filter(name -> Stream.of(-Posts.MARGIN, 0, Posts.MARGIN)
                                        .noneMatch(days -> own.get(0)
                                                .leading(day.plusDays(days))
                                                .equals(name))))
                .findFirst()
                .ifPresent(name -> problems.accept(Problem.warning(
                        "W359",
                        entry.path(),
                        line.at(line.text().indexOf(name), ""),
                        own.get(0).name() + "的组长是“" + own.get(0).leading(day) + "”，这一行写的是“" + name + "”",
                        "请核对姓名和党小组；代为主持的写明")));
    }

    private static List<String> cells(String row) {
        return Stream.of(row.split("\\|", -1)).map(String::strip).toList();
    }

    private void row(
            Entry entry, Prose line, String header, Set<String> left, LocalDate day, Consumer<Problem> problems) {
        cells(line.text()).stream()
                .filter(left::contains)
                .filter(it -> DUTY.matcher(header + entry.title()).find()
                        && !NamedPersons.GONE.matcher(header + line.text()).find())
                .filter(it -> new NamesakeRule(branch)
                        .haveLeft(entry, new Value.Text(it, line.line(), 1), day.minusDays(Posts.MARGIN)))
                .findFirst()
                .ifPresent(it ->
                        problems.accept(Posts.left(entry, line.at(line.text().indexOf(it), ""), it, day, "")));
    }
}
