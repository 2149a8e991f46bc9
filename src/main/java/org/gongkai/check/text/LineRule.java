package org.gongkai.check.text;

import java.util.List;

/** A rule about single lines; it is applied to lines with one of its triggers. */
public interface LineRule extends TextRule {

    void check(TextLine line, RuleReport report);

    /**
     * Returns true if the rule applies to comments, too, which pages do not display but every copy of the repository
     * contains.
     */
    default boolean checksComments() {
        return false;
    }

    @Override
    default void check(CheckedText checked, int mark, RuleReport report) {
        check(checked.header(), mark, report);
        check(checked.body(), mark, report);
        if (checksComments()) {
            check(checked.remarks(), mark, report);
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
