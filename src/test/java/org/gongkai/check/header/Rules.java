package org.gongkai.check.header;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.calendar.WorkCalendar;
import org.gongkai.check.EntryText;
import org.gongkai.data.YamlReader;
import org.gongkai.problem.Problem;
import org.gongkai.testing.Headers;

/** Holds headers to the rules, on 1 June 2024. */
final class Rules {

    static final HeaderFacts NOTHING_KNOWN =
            HeaderFacts.of(LocalDate.of(2024, 6, 1), "", "", new WorkCalendar(new YamlReader(), List.of()));

    private Rules() {}

    /** What a site of this code and this place to complain says of itself. */
    static HeaderFacts site(String code, String supervision) {
        return HeaderFacts.of(NOTHING_KNOWN.asOf(), code, supervision, NOTHING_KNOWN.calendar());
    }

    /** What a site with this catalogue says of itself. */
    static HeaderFacts catalogue(Map<String, String> scopes) {
        return new HeaderFacts(
                NOTHING_KNOWN.asOf(),
                "",
                "",
                NOTHING_KNOWN.calendar(),
                HeaderFacts.PERIODS,
                row -> Optional.ofNullable(scopes.get(row)),
                Map.of(),
                HeaderFacts.RESULT_WITHIN);
    }

    /** What is told of an article of 1 March 2024 with these further lines in its header, without the file's path. */
    static List<String> told(HeaderFacts facts, String... lines) {
        List<String> header = new ArrayList<>(List.of(lines));
        Stream.of("标题: 甲", "发布日期: 2024-03-01")
                .filter(line -> Arrays.stream(lines).noneMatch(l -> l.startsWith(line.substring(0, line.indexOf(':')))))
                .forEach(header::add);
        Headers.Read read = Headers.yaml(header.toArray(String[]::new));
        List<Problem> problems = new ArrayList<>(read.found());
        EntryText text = new EntryText(read.entry().orElseThrow(), "", List.of());
        HeaderRuleList.of(facts).entryRules().forEach(rule -> rule.check(text, problems::add));
        return problems.stream()
                .sorted()
                .map(problem -> problem.text().replaceFirst("^content/a\\.md:", ""))
                .toList();
    }

    static List<String> told(String... lines) {
        return told(NOTHING_KNOWN, lines);
    }
}
