package org.gongkai.check.text.secrecy;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.check.prose.DisplayedLine;
import org.gongkai.check.prose.Prose;
import org.gongkai.check.text.CheckedText;
import org.gongkai.check.text.LineRule;
import org.gongkai.check.text.RuleReport;
import org.gongkai.check.text.TextLine;
import org.gongkai.input.entry.header.HeaderParser;

/** Reports secrecy markings that are visible to readers although markup or references separate their characters. */
public final class HiddenSecrecyMarkRule implements LineRule {

    /** Includes zero-width characters. */
    private static final String TRIGGERS =
            "*_~`#^[<{\\&\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF\uFE0F\u034F" + Prose.BLANKED;

    @Override
    public String triggers() {
        return TRIGGERS;
    }

    @Override
    public boolean checksComments() {
        return true;
    }

    @Override
    public void check(CheckedText checked, int mark, RuleReport report) {
        if ((checked.marks() & mark) == 0) {
            return;
        }
        DisplayedLine.Reader reader =
                HeaderParser.isAsciiDoc(checked.entry().file().ending())
                        ? new DisplayedLine.Reader(
                                checked.body().stream().map(TextLine::text).collect(Collectors.joining("\n")))
                        : new DisplayedLine.Reader();
        Stream.of(checked.header(), checked.body(), checked.remarks())
                .flatMap(lines -> lines.stream())
                .filter(line -> (line.marks() & mark) != 0)
                .forEach(line -> check(line, reader, report));
    }

    @Override
    public void check(TextLine line, RuleReport report) {
        check(line, new DisplayedLine.Reader(), report);
    }

    private static void check(TextLine line, DisplayedLine.Reader reader, RuleReport report) {
        for (DisplayedLine shown : reader.of(line.text())) {
            SecrecyMarks.Mark found = SecrecyMarks.in(shown.text()).orElse(null);
            if (found != null && SecrecyMarks.in(line.text()).isEmpty()) {
                report.error(found.code(), line, shown.places()[found.start()], found.message(), found.hint());
                return;
            }
        }
    }
}
