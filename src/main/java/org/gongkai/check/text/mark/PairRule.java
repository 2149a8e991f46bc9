package org.gongkai.check.text.mark;

import java.util.List;
import org.gongkai.check.text.CheckedText;
import org.gongkai.check.text.LineStart;
import org.gongkai.check.text.RuleReport;
import org.gongkai.check.text.TextLine;
import org.gongkai.check.text.TextRule;

/**
 * Reports unpaired quotation marks, title marks and brackets, and wrong marks for titles within titles. Pairs may span
 * the lines of a paragraph; only quotations, which begin a paragraph or follow a colon and end the line that closes
 * them, may span several paragraphs.
 */
public final class PairRule implements TextRule {

    @Override
    public String triggers() {
        return "“”‘’《》（）〈〉";
    }

    @Override
    public void check(CheckedText checked, int mark, RuleReport report) {
        if ((checked.marks() & mark) == 0) {
            return;
        }
        for (TextLine line : checked.header()) {
            if ((line.marks() & mark) != 0) {
                OpenQuotation none = new OpenQuotation();
                ParagraphMarks field = new ParagraphMarks(report, none);
                field.line(line);
                field.end(null);
                none.abandon(report);
            }
        }
        body(checked.body(), mark, report);
    }

    private static void body(List<TextLine> lines, int mark, RuleReport report) {
        OpenQuotation quotation = new OpenQuotation();
        ParagraphMarks paragraph = null;
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            boolean marked = (line.marks() & mark) != 0;
            boolean opens =
                    LineStart.opensBlock(line.text()) && !(i > 0 && isQuotation(line) && isQuotation(lines.get(i - 1)));
            if (paragraph != null && (line.text().isEmpty() || opens || line.isBlank())) {
                paragraph.end(line.isBlank() && i + 1 < lines.size() ? lines.get(i + 1) : line);
                paragraph = null;
            }
            if (opens && LineStart.isHeading(line.text())) {
                quotation.abandon(report);
            }
            if (marked) {
                paragraph = paragraph == null ? new ParagraphMarks(report, quotation) : paragraph;
                paragraph.line(line);
            }
            if (paragraph != null && paragraph.isBalanced()) {
                paragraph = null;
            }
        }
        if (paragraph != null) {
            paragraph.end(null);
        }
        quotation.abandon(report);
    }

    /** A line of a block quote continues the previous one if it has text. */
    private static boolean isQuotation(TextLine line) {
        String text = line.text().strip();
        return text.startsWith(">") && text.length() > 1;
    }
}
