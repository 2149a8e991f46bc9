package org.gongkai.check.branch;

import java.time.LocalDate;
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
            }
            header = !line.text().startsWith("|") ? "" : header.isEmpty() ? line.text() : header;
        }
    }

    private void row(
            Entry entry, Prose line, String header, Set<String> left, LocalDate day, Consumer<Problem> problems) {
        Stream.of(line.text().split("\\|", -1))
                .map(String::strip)
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
    }
}
