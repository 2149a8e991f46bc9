package org.gongkai.check.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Quotation marks, title marks and brackets without their partner, told at the mark that stands alone; and titles within
 * titles in the wrong marks. A pair may reach over the lines of a paragraph, not beyond it.
 */
final class PairRule implements TextRule {

    static final String UNPAIRED = "W227";
    static final String NESTED = "W228";

    /** Marks that may be open at once; the outermost beyond it is told. */
    private static final int DEEPEST = 50;

    private static final String OPEN = "“‘《（(〈";
    private static final String CLOSE = "”’》）)〉";

    /** A mark still to be closed. */
    private record Open(Line line, int index, char mark) {}

    @Override
    public String triggers() {
        return "“”‘’《》（）〈〉";
    }

    @Override
    public void check(Sheet sheet, int mark, Report report) {
        if ((sheet.marks() & mark) == 0) {
            return;
        }
        for (Line line : sheet.header()) {
            if ((line.marks() & mark) != 0) {
                new Paragraph(report).line(line).end(null);
            }
        }
        List<Line> lines = sheet.body();
        Paragraph paragraph = null;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean marked = (line.marks() & mark) != 0;
            boolean opens =
                    LineStart.opensBlock(line.text()) && !(i > 0 && isQuotation(line) && isQuotation(lines.get(i - 1)));
            if (paragraph != null && (line.text().isEmpty() || opens || line.isBlank())) {
                paragraph.end(line.isBlank() && i + 1 < lines.size() ? lines.get(i + 1) : line);
                paragraph = null;
            }
            if (marked) {
                paragraph = paragraph == null ? new Paragraph(report) : paragraph;
                paragraph.line(line);
            }
            if (paragraph != null && paragraph.isBalanced()) {
                paragraph = null;
            }
        }
        if (paragraph != null) {
            paragraph.end(null);
        }
    }

    /** A line of a quotation goes on with the one before it, if it holds more than the mark. */
    private static boolean isQuotation(Line line) {
        String text = line.text().strip();
        return text.startsWith(">") && text.length() > 1;
    }

    /** The marks of one paragraph. */
    private static final class Paragraph {
        private final Report report;
        private final Deque<Open> open = new ArrayDeque<>();
        private final Set<Character> told = new HashSet<>();

        Paragraph(Report report) {
            this.report = report;
        }

        boolean isBalanced() {
            return open.isEmpty() && told.isEmpty();
        }

        Paragraph line(Line line) {
            String text = line.text();
            int title = -1;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '<' && title >= 0 && Chars.isHan(Chars.at(text, i + 1)) && Chars.near(text, '>', i) > 0) {
                    nested(line, i, text.substring(i, Chars.near(text, '>', i) + 1));
                }
                if (OPEN.indexOf(c) >= 0) {
                    if (!isApostrophe(text, i)) {
                        opens(line, i, c);
                    }
                    title = c == '《' ? i : title;
                } else if (CLOSE.indexOf(c) >= 0 && !isApostrophe(text, i)) {
                    closes(line, i, c);
                    title = c == '》' ? -1 : title;
                }
            }
            return this;
        }

        private void opens(Line line, int i, char c) {
            Open last = top(c);
            if (last != null && c == '《') {
                String text = line.text();
                int close = Chars.near(text, '》', i);
                boolean within = last.line() == line
                        && close > 0
                        && Chars.near(text, '》', close + 1) > 0
                        && (Chars.near(text, '《', i + 1) < 0
                                || Chars.near(text, '《', i + 1) > Chars.near(text, '》', close + 1));
                if (within) {
                    nested(line, i, text.substring(i, close + 1));
                    open.push(new Open(line, i, c));
                    return;
                }
            }
            if (last != null && (c == '“' || c == '《')) {
                tell(last);
                open.remove(last);
            }
            if (open.size() == DEEPEST) {
                tell(open.removeLast());
            }
            open.push(new Open(line, i, c));
        }

        private void closes(Line line, int i, char c) {
            char wanted = OPEN.charAt(CLOSE.indexOf(c));
            Open match = top(wanted);
            if (match == null && (c == '）' || c == ')')) {
                match = top(c == '）' ? '(' : '（');
            }
            if (match != null) {
                open.remove(match);
            } else if (c != ')' && !isNumber(line.text(), i) && told.add(c)) {
                report.warning(
                        UNPAIRED,
                        line,
                        i,
                        "“" + Chars.around(line.text(), i, 4) + "”里的“" + c + "”前面没有“" + wanted + "”",
                        "请补上“" + wanted + "”或删去“" + c + "”");
            }
        }

        private Open top(char mark) {
            for (Open candidate : open) {
                if (candidate.mark() == mark) {
                    return candidate;
                }
            }
            return null;
        }

        /** Of a quotation in several paragraphs every one opens and only the last one closes. */
        void end(Line next) {
            for (Open left : open) {
                boolean goesOn = left.mark() == '“'
                        && left.line().text().strip().indexOf('“') == 0
                        && next != null
                        && next.text().strip().startsWith("“");
                if (!goesOn) {
                    tell(left);
                }
            }
        }

        private void tell(Open left) {
            if (left.mark() != '(' && told.add(left.mark())) {
                char partner = CLOSE.charAt(OPEN.indexOf(left.mark()));
                report.warning(
                        UNPAIRED,
                        left.line(),
                        left.index(),
                        "“" + Chars.around(left.line().text(), left.index(), 4) + "”里的“" + left.mark() + "”后面没有“"
                                + partner + "”",
                        "请补上“" + partner + "”或删去“" + left.mark() + "”");
            }
        }

        private void nested(Line line, int i, String inner) {
            String words = inner.substring(1, inner.length() - 1);
            report.warning(NESTED, line, i, "书名号里又用了“" + inner + "”", "里层请写成“〈" + words + "〉”");
        }

        private static boolean isApostrophe(String text, int i) {
            char c = text.charAt(i);
            return (c == '’' || c == '‘')
                    && (Chars.isLatin(Chars.at(text, i - 1)) || Chars.isLatin(Chars.at(text, i + 1)));
        }

        /** {@code 1）} and {@code 一）} number a line or a clause. */
        private static boolean isNumber(String text, int i) {
            char before = Chars.at(text, i - 1);
            return i > 0 && text.charAt(i) == '）' && (Chars.isLatin(before) || Chars.isNumeral(before));
        }
    }
}
