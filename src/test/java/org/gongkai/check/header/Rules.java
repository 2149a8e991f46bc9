package org.gongkai.check.header;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.check.rule.RuleSet;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.problem.Problem;
import org.gongkai.testing.Headers;

/** Holds headers to the rules, on 1 June 2024. */
final class Rules {

    private static final LocalDate TODAY = LocalDate.of(2024, 6, 1);

    static final HeaderRuleContext NOTHING_KNOWN = site("", "");

    private Rules() {}

    /** What a site of this code and this place to complain says of itself. */
    static HeaderRuleContext site(String code, String supervision) {
        return new HeaderRuleContext(
                code,
                supervision,
                new WorkCalendar(new YamlReader(), List.of()),
                row -> Optional.empty(),
                SiteConfig.RESULT_WITHIN);
    }

    /** What a site with this catalogue says of itself. */
    static HeaderRuleContext catalogue(Map<String, String> scopes) {
        return new HeaderRuleContext(
                "",
                "",
                NOTHING_KNOWN.calendar(),
                row -> Optional.ofNullable(scopes.get(row)),
                SiteConfig.RESULT_WITHIN);
    }

    /** What is told of an article of 1 March 2024 with these further lines in its header, without the file's path. */
    static List<String> told(HeaderRuleContext facts, String... lines) {
        return told(Headers.kinds(), facts, lines);
    }

    /** What is told of it on a site with these kinds. */
    static List<String> told(Kinds kinds, HeaderRuleContext facts, String... lines) {
        List<String> header = new ArrayList<>(List.of(lines));
        Stream.of("标题: 甲", "发布日期: 2024-03-01")
                .filter(line -> Arrays.stream(lines).noneMatch(l -> l.startsWith(line.substring(0, line.indexOf(':')))))
                .forEach(header::add);
        Headers.Read read = Headers.yaml(kinds, header.toArray(String[]::new));
        List<Problem> problems = new ArrayList<>(read.found());
        Entry entry = read.entry().orElseThrow();
        RuleSet rules = HeaderRules.all(facts);
        rules.headerRules().forEach(rule -> rule.check(entry, problems::add));
        rules.dayRules().forEach(rule -> rule.check(entry, TODAY, problems::add));
        return problems.stream()
                .sorted()
                .map(problem -> problem.text().replaceFirst("^content/a\\.md:", ""))
                .toList();
    }

    static List<String> told(String... lines) {
        return told(NOTHING_KNOWN, lines);
    }
}
