package org.gongkai.check.text.secrecy;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.check.prose.Prose;
import org.gongkai.check.prose.ShownLine;
import org.gongkai.check.text.CheckedText;
import org.gongkai.check.text.LineRule;
import org.gongkai.check.text.RuleReport;
import org.gongkai.check.text.TextLine;
import org.gongkai.input.entry.header.HeaderParser;

/** Marks of secrecy that readers see although something stands between their letters: emphasis, a tag, a reference. */
public final class HiddenMarkRule implements LineRule {

    /** Characters without width among them. */
    private static final String TRIGGERS =
            "*_~`#^[<{\\&\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF\uFE0F\u034F" + Prose.BLANKED;

    @Override
    public String triggers() {
        return TRIGGERS;
    }

    @Override
    public boolean looksIntoRemarks() {
        return true;
    }

    @Override
    public void check(CheckedText sheet, int mark, RuleReport report) {
        if ((sheet.marks() & mark) == 0) {
            return;
        }
        ShownLine.Reader reader = HeaderParser.isAsciiDoc(sheet.entry().file().ending())
                ? new ShownLine.Reader(sheet.body().stream().map(TextLine::text).collect(Collectors.joining("\n")))
                : new ShownLine.Reader();
        Stream.of(sheet.header(), sheet.body(), sheet.remarks())
                .flatMap(lines -> lines.stream())
                .filter(line -> (line.marks() & mark) != 0)
                .forEach(line -> check(line, reader, report));
    }

    @Override
    public void check(TextLine line, RuleReport report) {
        check(line, new ShownLine.Reader(), report);
    }

    private static void check(TextLine line, ShownLine.Reader reader, RuleReport report) {
        for (ShownLine shown : reader.of(line.text())) {
            SecrecyMarks.Mark found = SecrecyMarks.in(shown.text()).orElse(null);
            if (found != null && SecrecyMarks.in(line.text()).isEmpty()) {
                report.error(found.code(), line, shown.places()[found.start()], found.message(), found.hint());
                return;
            }
        }
    }
}
