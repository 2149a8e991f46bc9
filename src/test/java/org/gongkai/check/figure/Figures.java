package org.gongkai.check.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.check.contradiction.ContradictionRule;
import org.gongkai.check.prose.EntryText;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.entry.kind.KindsReader;
import org.gongkai.problem.Problem;
import org.gongkai.testing.Headers;

/** Holds the figures of headers to the rules. */
final class Figures {

    private static final ContradictionRule RELATIONS =
            new ContradictionRule(Organisation.unknown(), new WorkCalendar(new YamlReader(), List.of()), true);

    private Figures() {}

    /**
     * What is told of the figures of an entry, without the file's path.
     *
     * @param fields further lines of the header from line 4 on, separated by semicolons or line ends
     */
    static List<String> told(String kind, String fields) {
        return told(Headers.kinds(), kind, fields);
    }

    /** What is told of an entry on a site with kinds of its own. */
    static List<String> told(String siteKinds, String kind, String fields) {
        return told(new KindsReader(new YamlReader(), p -> {}).read(Optional.of(siteKinds)), kind, fields);
    }

    private static List<String> told(Kinds kinds, String kind, String fields) {
        List<String> header = new ArrayList<>(List.of("文种: " + kind, "发布日期: 2024-10-01"));
        header.addAll(List.of(fields.split("; |\n")));
        if (header.stream().noneMatch(line -> line.startsWith("标题"))) {
            header.add("标题: 甲");
        }
        Headers.Read read = Headers.yaml(kinds, header.toArray(String[]::new));
        List<Problem> problems = new ArrayList<>();
        read.entry().ifPresent(entry -> {
            FigureRules.check(entry, problems::add);
            RELATIONS.check(new EntryText(entry, "", List.of(), List.of()), problems::add);
        });
        return problems.stream()
                .filter(problem -> problem.code().matches("[EW]17."))
                .sorted()
                .map(problem -> problem.text().replaceFirst("^content/a\\.md:", ""))
                .toList();
    }
}
