package org.gongkai.check.text.mark;

import org.gongkai.check.text.RuleReport;

/** A quotation of several paragraphs that was opened and is still to be closed, if there is one. */
final class OpenQuotation {

    private ParagraphMarks.Open open;

    /** Takes the mark that opens a quotation, and tells of the one before it, which nothing has closed. */
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

    /** Tells of a quotation that nothing closed. */
    void abandon(RuleReport report) {
        if (open != null) {
            ParagraphMarks.tell(open, report);
            open = null;
        }
    }
}
