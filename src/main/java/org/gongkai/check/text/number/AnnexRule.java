package org.gongkai.check.text.number;

import java.util.List;
import org.gongkai.check.text.CharacterClasses;
import org.gongkai.check.text.CheckedText;
import org.gongkai.check.text.LineStart;
import org.gongkai.check.text.RuleReport;
import org.gongkai.check.text.TextLine;
import org.gongkai.check.text.TextRule;

/** An annex within a text: the label {@code 附件2} and what follows it; one with nothing but its title is told.
 * A label without even a title is told with the list of attachments. */
public final class AnnexRule implements TextRule {

    static final String CODE = "W236";
    static final String UNLIKE = "W237";

    private static final int LONGEST_TITLE = 60;

    @Override
    public String triggers() {
        return "附";
    }

    /** Whether a line begins an annex or the list of annexes. */
    static boolean isLabel(String text) {
        int start = LineStart.words(text);
        if (!text.startsWith("附件", start)) {
            return false;
        }
        char after = CharacterClasses.at(text, start + 2);
        return CharacterClasses.isSpace(after)
                || CharacterClasses.isDigit(after)
                || CharacterClasses.isNumeral(after)
                || after == '：'
                || after == ':'
                || after == '*';
    }

    @Override
    public void check(CheckedText sheet, int mark, RuleReport report) {
        if ((sheet.marks() & mark) != 0) {
            unlike(sheet.body(), mark, report);
        }
        // With files attached, a label and a title may well speak of one of them.
        if ((sheet.marks() & mark) == 0 || !sheet.entry().attachments().isEmpty()) {
            return;
        }
        List<TextLine> body = sheet.body();
        for (int i = 0; i < body.size(); i++) {
            TextLine line = body.get(i);
            boolean isAlone = (line.marks() & mark) != 0 && isLabel(line.text()) && isOnlyLabel(line.text());
            if (isAlone && hasOnlyTitle(body, i)) {
                String label = label(line).replaceAll("[：:]+$", "");
                report.warning(CODE, line, 0, "“" + label + "”只有标题，没有内容", "请补上附件的内容，或作为文件列入文件头的“附件”");
            }
        }
    }

    /** Labels of one paper are written in one way: told at the first that is not like the first of all. */
    private static void unlike(List<TextLine> body, int mark, RuleReport report) {
        String first = "";
        for (TextLine line : body) {
            if ((line.marks() & mark) == 0 || !isLabel(line.text()) || !isOnlyLabel(line.text())) {
                continue;
            }
            String label = label(line);
            if (first.isEmpty()) {
                first = label;
            } else if (hasColon(first) != hasColon(label)) {
                report.warning(
                        UNLIKE,
                        line,
                        LineStart.words(line.text()),
                        "“" + label + "”和前面的“" + first + "”写法不一致：一个有冒号，一个没有",
                        "请都写成“附件1”“附件2”的样子，不加冒号");
                return;
            }
        }
    }

    private static boolean hasColon(String label) {
        return label.endsWith("：") || label.endsWith(":");
    }

    private static String label(TextLine line) {
        return line.text().substring(LineStart.words(line.text())).replaceAll("[*\\s　]+$", "");
    }

    /** {@code 附件2} or {@code 附件2：} alone on its line. */
    private static boolean isOnlyLabel(String text) {
        int at = LineStart.words(text) + 2;
        while (at < text.length() && !CharacterClasses.isHan(text.charAt(at))
                || CharacterClasses.isNumeral(CharacterClasses.at(text, at))) {
            at++;
        }
        return at >= text.length();
    }

    /** Whether nothing but a title stands from a label to the next one or the end. */
    private static boolean hasOnlyTitle(List<TextLine> body, int label) {
        TextLine title = null;
        for (int i = label + 1; i < body.size(); i++) {
            TextLine line = body.get(i);
            // Lines of code are missing from prose: a jump in the numbers tells of some.
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
        return text.length() <= LONGEST_TITLE && !text.endsWith("。") && text.indexOf('[') < 0;
    }
}
