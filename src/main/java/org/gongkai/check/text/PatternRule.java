package org.gongkai.check.text;

import java.util.List;
import java.util.stream.Stream;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.io.TextResource;
import org.gongkai.text.PrefilteredPattern;

/**
 * Reports what an expression of {@code patterns.txt} finds in a line.
 *
 * @param triggers see {@link TextCheck.Candidate}
 * @param place the lines that are examined
 * @param message what is wrong; {@code {}} in it is what was found
 */
public record PatternRule(
        String code, String triggers, String place, PrefilteredPattern pattern, String message, String hint)
        implements TextRule {

    /** Returns a rule for each line of the file. */
    public static Stream<PatternRule> all() {
        return TextResource.list(PatternRule.class, "patterns.txt").stream()
                .map(line -> line.split("\t+"))
                .map(it -> new PatternRule(it[0], it[1], it[2], new PrefilteredPattern(it[3]), it[4], it[5]));
    }

    @Override
    public void check(CheckedText checked, long mark, RuleReport report) {
        lines(checked).filter(line -> (line.marks() & mark) != 0).forEach(line -> pattern.results(line.text()).stream()
                // Of what is pasted, the first tells enough.
                .limit(place.equals("注释") ? 1 : line.text().length())
                .forEach(found -> {
                    String shown = message.replace("{}", found.group().strip());
                    report.add(code, line, found.start(), shown, hint);
                }));
    }

    private Stream<TextLine> lines(CheckedText checked) {
        List<TextLine> body = checked.body();
        return switch (place) {
            case "全文" -> Stream.concat(checked.header().stream(), body.stream());
            case "注释" -> Stream.concat(body.stream(), checked.remarks().stream());
            case "Markdown" ->
                body.stream()
                        .filter(line -> EntryFormat.MARKDOWN.has(
                                checked.entry().source().file().ending()));
            default -> body.stream();
        };
    }
}
