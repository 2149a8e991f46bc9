package org.gongkai.check.text.number;

import java.util.List;
import org.gongkai.check.text.CheckedText;
import org.gongkai.check.text.LineStart;
import org.gongkai.check.text.RuleReport;
import org.gongkai.check.text.TextLine;
import org.gongkai.check.text.TextRule;
import org.gongkai.text.Characters;

/**
 * Checks annexes within the text, which follow a label {@code 附件2}: one with only a title is reported. Labels without a
 * title are handled with the list of attachments.
 */
public final class AnnexRule implements TextRule {

    /** See {@link org.gongkai.check.text.TextCheck.Candidate}. */
    public static final String TRIGGERS = "附";

    static final String CODE = "W236";

    private static final int MAX_TITLE = 60;

    /** Returns true if a line begins an annex or the list of annexes. */
    static boolean isLabel(String text) {
        int start = LineStart.words(text);
        if (!text.startsWith("附件", start)) {
            return false;
        }
        char after = Characters.at(text, start + 2);
        return Characters.isSpace(after) || Characters.isNumber(after) || "：:*".indexOf(after) >= 0;
    }

    @Override
    public void check(CheckedText checked, long mark, RuleReport report) {
        // If files are attached, a label with a title may refer to one of them.
        if (!checked.entry().header().attachments().isEmpty()) {
            return;
        }
        List<TextLine> body = checked.body();
        for (int i = 0; i < body.size(); i++) {
            TextLine line = body.get(i);
            boolean isAlone = (line.marks() & mark) != 0 && isLabel(line.text()) && isOnlyLabel(line.text());
            if (isAlone && hasOnlyTitle(body, i)) {
                String label = label(line).replaceAll("[：:]+$", "");
                report.add(CODE, line, 0, "“" + label + "”只有标题，没有内容", "请补上附件的内容，或作为文件列入文件头的“附件”");
            }
        }
    }

    private static String label(TextLine line) {
        return line.text().substring(LineStart.words(line.text())).replaceAll("[*\\s　]+$", "");
    }

    /** Returns true for {@code 附件2} or {@code 附件2：} alone on a line. */
    private static boolean isOnlyLabel(String text) {
        int label = LineStart.words(text) + 2;
        return Characters.end(text, label, c -> !Characters.isHan(c) || Characters.isNumeral(c)) == text.length();
    }

    /** Returns true if there is only a title between a label and the next one or the end. */
    private static boolean hasOnlyTitle(List<TextLine> body, int label) {
        TextLine title = null;
        for (int i = label + 1; i < body.size(); i++) {
            TextLine line = body.get(i);
            // Prose omits lines of code: a gap in the line numbers reveals them.
            if (line.number() != body.get(i - 1).number() + 1) {
                return false;
            }
            if (line.isBlank()) {
                continue;
            }
            if (isLabel(line.text())) {
                break;
            }
            if (title != null) {
                return false;
            }
            title = line;
        }
        return title != null && isTitle(title.text());
    }

    /** A picture or a link is content. */
    private static boolean isTitle(String text) {
        return text.length() <= MAX_TITLE && !text.endsWith("。") && text.indexOf('[') < 0;
    }
}
