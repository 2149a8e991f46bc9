package org.gongkai.check.text.secrecy;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.check.prose.DisplayedLine;
import org.gongkai.check.prose.Prose;
import org.gongkai.check.text.CheckedText;
import org.gongkai.check.text.LineRule;
import org.gongkai.check.text.RuleReport;
import org.gongkai.check.text.TextLine;
import org.gongkai.input.entry.header.HeaderParser;

/** Finds markings of documents that are not public: secrecy markings, and 内部资料 and the like. */
public final class SecrecyMarks {

    private SecrecyMarks() {}

    /**
     * A marking.
     *
     * @param code the code of the rule
     * @param start the index in the line
     * @param words the marking
     * @param message what is wrong
     * @param hint how to fix it
     */
    public record Mark(String code, int start, String words, String message, String hint) {}

    /** Returns the first marking in the displayed line, with its index in the source line. */
    public static Optional<Mark> shownIn(String line) {
        return in(line).or(() -> new DisplayedLine.Reader()
                .of(line).stream()
                        .flatMap(shown -> in(shown.text())
                                .map(mark -> new Mark(
                                        mark.code(),
                                        shown.places()[mark.start()],
                                        mark.words(),
                                        mark.message(),
                                        mark.hint()))
                                .stream())
                        .findFirst());
    }

    /** Returns the first marking in a line. */
    public static Optional<Mark> in(String line) {
        return SecrecyMarkRule.find(line).or(() -> RestrictedRule.find(line));
    }

    /** Reports secrecy markings that are visible to readers although markup or references separate their characters. */
    public static final class HiddenSecrecyMarkRule implements LineRule {

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
}
