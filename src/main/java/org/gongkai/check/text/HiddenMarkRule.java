package org.gongkai.check.text;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.check.Prose;
import org.gongkai.check.ShownLine;
import org.gongkai.entry.HeaderParser;

/** Marks of secrecy that readers see although something stands between their letters: emphasis, a tag, a reference. */
final class HiddenMarkRule implements LineRule {

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
    public void check(Sheet sheet, int mark, Report report) {
        if ((sheet.marks() & mark) == 0) {
            return;
        }
        ShownLine.Reader reader = HeaderParser.isAsciiDoc(sheet.entry().file().ending())
                ? new ShownLine.Reader(sheet.body().stream().map(Line::text).collect(Collectors.joining("\n")))
                : new ShownLine.Reader();
        Stream.of(sheet.header(), sheet.body(), sheet.remarks())
                .flatMap(lines -> lines.stream())
                .filter(line -> (line.marks() & mark) != 0)
                .forEach(line -> check(line, reader, report));
    }

    @Override
    public void check(Line line, Report report) {
        check(line, new ShownLine.Reader(), report);
    }

    private static void check(Line line, ShownLine.Reader reader, Report report) {
        for (ShownLine shown : reader.of(line.text())) {
            SecrecyMarks.Mark found = SecrecyMarks.in(shown.text()).orElse(null);
            if (found != null && SecrecyMarks.in(line.text()).isEmpty()) {
                report.error(found.code(), line, shown.places()[found.start()], found.message(), found.hint());
                return;
            }
        }
    }
}
