package org.gongkai.check.text;

/** A rule that looks at one line at a time, and only at those that hold one of its triggers. */
interface LineRule extends TextRule {

    void check(Line line, Report report);

    @Override
    default void check(Sheet sheet, int mark, Report report) {
        if ((sheet.marks() & mark) == 0) {
            return;
        }
        for (Line line : sheet.header()) {
            if ((line.marks() & mark) != 0) {
                check(line, report);
            }
        }
        for (Line line : sheet.body()) {
            if ((line.marks() & mark) != 0) {
                check(line, report);
            }
        }
    }
}
