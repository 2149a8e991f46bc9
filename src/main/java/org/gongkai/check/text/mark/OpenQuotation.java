package org.gongkai.check.text.mark;

import org.gongkai.check.text.RuleReport;

/** The open quotation across paragraphs, if there is one. */
final class OpenQuotation {

    private ParagraphMarks.Open open;

    /** Opens a quotation, and reports the previous one if it is still open. */
    void begin(ParagraphMarks.Open mark, RuleReport report) {
        abandon(report);
        open = mark;
    }

    /** Closes the quotation; false if there is none. */
    boolean close() {
        boolean was = open != null;
        open = null;
        return was;
    }

    /** Reports the quotation as unclosed. */
    void abandon(RuleReport report) {
        if (open != null) {
            ParagraphMarks.report(open, report);
            open = null;
        }
    }
}
