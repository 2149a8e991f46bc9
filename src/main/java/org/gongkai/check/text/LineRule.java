package org.gongkai.check.text;

import java.util.List;

/** A rule that looks at one line at a time, and only at those that hold one of its triggers. */
public interface LineRule extends TextRule {

    void check(TextLine line, RuleReport report);

    /**
     * Whether remarks are looked at, too: readers of the page do not see them, but whoever has the repository does, so what
     * must not be there at all must not be in them.
     */
    default boolean looksIntoRemarks() {
        return false;
    }

    @Override
    default void check(CheckedText sheet, int mark, RuleReport report) {
        if ((sheet.marks() & mark) == 0) {
            return;
        }
        check(sheet.header(), mark, report);
        check(sheet.body(), mark, report);
        if (looksIntoRemarks()) {
            check(sheet.remarks(), mark, report);
        }
    }

    private void check(List<TextLine> lines, int mark, RuleReport report) {
        for (TextLine line : lines) {
            if ((line.marks() & mark) != 0) {
                check(line, report);
            }
        }
    }
}
