package org.gongkai.check.text;

import java.util.ArrayList;
import java.util.List;

/** An annex within a text: the label {@code 附件2} and what follows it; one with nothing but its title is told. */
final class AnnexRule implements TextRule {

    static final String CODE = "W236";

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
        char after = Chars.at(text, start + 2);
        return Chars.isSpace(after)
                || Chars.isDigit(after)
                || Chars.isNumeral(after)
                || after == '：'
                || after == ':'
                || after == '*';
    }

    @Override
    public void check(Sheet sheet, int mark, Report report) {
        // With files attached, a label and a title may well speak of one of them.
        if ((sheet.marks() & mark) == 0 || !sheet.entry().attachments().isEmpty()) {
            return;
        }
        List<Line> lines = new ArrayList<>();
        for (Line line : sheet.body()) {
            if (!line.isBlank()) {
                lines.add(line);
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean isAlone = (line.marks() & mark) != 0 && isLabel(line.text()) && isOnlyLabel(line.text());
            // Code or a picture that follows is content; so the lines must be all there is.
            if (isAlone && isLastOf(lines, i + 1, sheet)) {
                String label =
                        line.text().substring(LineStart.words(line.text())).replaceAll("[：:*\\s]+$", "");
                report.warning(CODE, line, 0, "“" + label + "”只有标题，没有内容", "请补上附件的内容，或作为文件列入文件头的“附件”");
            }
        }
    }

    /** {@code 附件2} or {@code 附件2：} alone on its line. */
    private static boolean isOnlyLabel(String text) {
        int at = LineStart.words(text) + 2;
        while (at < text.length() && !Chars.isHan(text.charAt(at)) || Chars.isNumeral(Chars.at(text, at))) {
            at++;
        }
        return at >= text.length();
    }

    /** Whether at most a title stands from this line to the next annex or the end. */
    private static boolean isLastOf(List<Line> lines, int from, Sheet sheet) {
        int end = from;
        while (end < lines.size() && !isLabel(lines.get(end).text())) {
            end++;
        }
        if (end - from > 1) {
            return false;
        }
        String title = end == from ? "" : lines.get(from).text();
        boolean isTitle = title.length() <= LONGEST_TITLE && !title.endsWith("。") && title.indexOf('[') < 0;
        Line label = lines.get(from - 1);
        Line next = end < lines.size() ? lines.get(end) : null;
        return isTitle && hasNoCode(sheet.body(), label, next);
    }

    /** Lines of code are missing from prose, so a jump in the numbers tells of some. */
    private static boolean hasNoCode(List<Line> body, Line from, Line to) {
        for (int i = body.indexOf(from) + 1; i < body.size() && body.get(i) != to; i++) {
            if (body.get(i).number() != body.get(i - 1).number() + 1) {
                return false;
            }
        }
        return true;
    }
}
