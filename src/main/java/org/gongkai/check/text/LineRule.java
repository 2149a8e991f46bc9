package org.gongkai.check.text;

import java.util.List;

/** A rule that looks at one line at a time, and only at those that hold one of its triggers. */
interface LineRule extends TextRule {

    void check(Line line, Report report);

    /**
     * Whether remarks are looked at, too: readers of the page do not see them, but whoever has the repository does, so what
     * must not be there at all must not be in them.
     */
    default boolean looksIntoRemarks() {
        return false;
    }

    @Override
    default void check(Sheet sheet, int mark, Report report) {
        if ((sheet.marks() & mark) == 0) {
            return;
        }
        check(sheet.header(), mark, report);
        check(sheet.body(), mark, report);
        if (looksIntoRemarks()) {
            check(sheet.remarks(), mark, report);
        }
    }

    private void check(List<Line> lines, int mark, Report report) {
        for (Line line : lines) {
            if ((line.marks() & mark) != 0) {
                check(line, report);
            }
        }
    }
}
