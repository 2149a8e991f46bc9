package org.gongkai.check.text;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.io.TextResource;
import org.gongkai.text.PrefilteredPattern;

/** Reports what the expressions of {@code patterns.txt} find in lines. */
public final class PatternRule implements TextRule {

    private final List<Fault> faults = TextResource.list(PatternRule.class, "patterns.txt").stream()
            .map(Fault::parse)
            .toList();

    /**
     * What is found.
     *
     * @param triggers characters of which a line holds one if anything is found in it
     * @param place the lines that are examined
     * @param message what is wrong; {@code {}} in it is what was found
     */
    private record Fault(
            String code, String triggers, String place, PrefilteredPattern pattern, String message, String hint) {

        static Fault parse(String line) {
            String[] parts = line.split("\t+");
            return new Fault(parts[0], parts[1], parts[2], new PrefilteredPattern(parts[3]), parts[4], parts[5]);
        }

        private List<TextLine> lines(CheckedText checked) {
            boolean isMarkdown =
                    EntryFormat.MARKDOWN.has(checked.entry().source().file().ending());
            return switch (place) {
                case "全文" -> both(checked.header(), checked.body());
                case "注释" -> both(checked.body(), checked.remarks());
                case "Markdown" -> isMarkdown ? checked.body() : List.of();
                default -> checked.body();
            };
        }

        private static List<TextLine> both(List<TextLine> some, List<TextLine> others) {
            return Stream.concat(some.stream(), others.stream()).toList();
        }

        private void check(TextLine line, RuleReport report) {
            pattern.results(line.text(), 0, line.text().length()).stream()
                    // Of what is pasted, the first tells enough.
                    .limit(place.equals("注释") ? 1 : line.text().length())
                    .forEach(found -> report.add(
                            code,
                            line,
                            found.start(),
                            message.replace("{}", found.group().strip()),
                            hint));
        }
    }

    /** See {@link TextCheck.Candidate}. */
    public String triggers() {
        return faults.stream().map(Fault::triggers).collect(Collectors.joining());
    }

    @Override
    public void check(CheckedText checked, int mark, RuleReport report) {
        for (Fault fault : faults) {
            fault.lines(checked).stream()
                    .filter(line -> (line.marks() & mark) != 0)
                    .forEach(line -> fault.check(line, report));
        }
    }
}
