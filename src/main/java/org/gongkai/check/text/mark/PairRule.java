package org.gongkai.check.text.mark;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.check.text.CheckedText;
import org.gongkai.check.text.LineStart;
import org.gongkai.check.text.RuleReport;
import org.gongkai.check.text.TextLine;
import org.gongkai.check.text.TextRule;
import org.gongkai.text.Characters;

/**
 * Reports unpaired quotation marks, title marks and brackets, and wrong marks for titles within titles. Pairs may span
 * the lines of a paragraph; only quotations, which begin a paragraph or follow a colon and end the line that closes
 * them, may span several paragraphs.
 */
public final class PairRule implements TextRule {

    /** See {@link org.gongkai.check.text.TextCheck.Candidate}. */
    public static final String TRIGGERS = "“”‘’《》（）〈〉";

    @Override
    public void check(CheckedText checked, long mark, RuleReport report) {
        checked.header().forEach(line -> body(List.of(line), mark, report));
        body(checked.body(), mark, report);
    }

    private static void body(List<TextLine> lines, long mark, RuleReport report) {
        OpenQuotation quotation = new OpenQuotation(report);
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
                quotation.begin(null);
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
        quotation.begin(null);
    }

    /** A line of a block quote continues the previous one if it has text. */
    private static boolean isQuotation(TextLine line) {
        String text = line.text().strip();
        return text.startsWith(">") && text.length() > 1;
    }

    /** The paired marks of one paragraph. */
    private static final class ParagraphMarks {

        static final String UNPAIRED = "W227";
        static final String NESTED = "W228";

        /** Maximum number of open marks; beyond it the outermost one is reported. */
        private static final int MAX_DEPTH = 50;

        private static final String OPEN = "“‘《（(〈";
        private static final String CLOSE = "”’》）)〉";

        record Open(TextLine line, int index, char mark) {

            /**
             * Returns true if it may open a quotation of several paragraphs: it begins this paragraph, or follows a
             * colon or a dash.
             */
            boolean beginsQuotation() {
                int before = Characters.start(line.text(), index, Characters::isSpace) - 1;
                char last = Characters.at(line.text(), before);
                return mark == '“'
                        && (before < 0
                                || !Character.isLetterOrDigit(last) && !Characters.isHanMark(last)
                                || last == '：');
            }
        }

        private final RuleReport report;
        private final OpenQuotation quotation;
        private final Deque<Open> open = new ArrayDeque<>();
        private final Set<Character> reported = new HashSet<>();

        ParagraphMarks(RuleReport report, OpenQuotation quotation) {
            this.report = report;
            this.quotation = quotation;
        }

        boolean isBalanced() {
            return open.isEmpty() && reported.isEmpty();
        }

        void line(TextLine line) {
            String text = line.text();
            int title = -1;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '<' && isTag(text, i)) {
                    i = Characters.near(text, '>', i);
                    continue;
                }
                if (c == '<'
                        && title >= 0
                        && Characters.isHan(Characters.at(text, i + 1))
                        && Characters.near(text, '>', i) > 0) {
                    nested(line, i, text.substring(i, Characters.near(text, '>', i) + 1));
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
        }

        private void opens(TextLine line, int i, char c) {
            Open last = top(c);
            // Within inner marks the outer ones are correct again: “‘“”’”, 《〈《》〉》.
            boolean alternates = !open.isEmpty()
                    && (c == '“' && open.peek().mark() == '‘'
                            || c == '《' && open.peek().mark() == '〈');
            if (last != null && alternates) {
                last = null;
            }
            if (last != null && c == '《') {
                String text = line.text();
                int close = Characters.near(text, '》', i);
                boolean within = last.line() == line
                        && close > 0
                        && Characters.near(text, '》', close + 1) > 0
                        && (Characters.near(text, '《', i + 1) < 0
                                || Characters.near(text, '《', i + 1) > Characters.near(text, '》', close + 1));
                if (within) {
                    nested(line, i, text.substring(i, close + 1));
                    open.push(new Open(line, i, c));
                    return;
                }
            }
            if (last != null && (c == '“' || c == '《')) {
                report(last);
                open.remove(last);
            }
            if (open.size() == MAX_DEPTH) {
                report(open.removeLast());
            }
            open.push(new Open(line, i, c));
        }

        private void closes(TextLine line, int i, char c) {
            char wanted = OPEN.charAt(CLOSE.indexOf(c));
            Open match = top(wanted);
            if (match == null && (c == '）' || c == ')')) {
                match = top(c == '）' ? '(' : '（');
            }
            if (match != null) {
                open.remove(match);
            } else if (c == '”' && endsLine(line.text(), i) && quotation.close()) {
                // It was opened in a previous paragraph.
                return;
            } else if (c != ')' && !isNumber(line.text(), i) && reported.add(c)) {
                report.add(
                        UNPAIRED,
                        line,
                        i,
                        "“" + Characters.around(line.text(), i, 4) + "”里的“" + c + "”前面没有“" + wanted + "”",
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

        /**
         * Ends the paragraph. In a quotation of several paragraphs each one has an opening mark, and only the last one
         * has a closing mark.
         */
        void end(TextLine next) {
            for (Open left : open) {
                boolean goesOn = left.mark() == '“'
                        && left.line().text().strip().indexOf('“') == 0
                        && next != null
                        && next.text().strip().startsWith("“");
                if (!goesOn && left.beginsQuotation() && !reported.contains('“')) {
                    quotation.begin(left);
                } else if (!goesOn) {
                    report(left);
                }
            }
        }

        private void report(Open left) {
            if (left.mark() != '(' && reported.add(left.mark())) {
                report(left, report);
            }
        }

        /** Reports an unclosed mark. */
        static void report(Open left, RuleReport report) {
            char partner = CLOSE.charAt(OPEN.indexOf(left.mark()));
            report.add(
                    UNPAIRED,
                    left.line(),
                    left.index(),
                    "“" + Characters.around(left.line().text(), left.index(), 4) + "”里的“" + left.mark() + "”后面没有“"
                            + partner + "”",
                    "请补上“" + partner + "”或删去“" + left.mark() + "”");
        }

        private void nested(TextLine line, int i, String inner) {
            String words = inner.substring(1, inner.length() - 1);
            report.add(NESTED, line, i, "书名号里又用了“" + inner + "”", "里层请写成“〈" + words + "〉”");
        }

        private static boolean isApostrophe(String text, int i) {
            char c = text.charAt(i);
            return (c == '’' || c == '‘')
                    && (Characters.isLatin(Characters.at(text, i - 1))
                            || Characters.isLatin(Characters.at(text, i + 1)));
        }

        /** {@code 1）} and {@code 一）} are numbers of lines or clauses. */
        private static boolean isNumber(String text, int i) {
            char before = Characters.at(text, i - 1);
            return i > 0 && text.charAt(i) == '）' && (Characters.isLatin(before) || Characters.isNumeral(before));
        }

        /** Returns true if an HTML tag begins here and ends in the line: its attributes are not prose. */
        private static boolean isTag(String text, int i) {
            char first = Characters.at(text, i + 1);
            boolean named = Characters.isLatin(first == '/' ? Characters.at(text, i + 2) : first);
            return named && Characters.near(text, '>', i) > i;
        }

        /** Returns true if only a few marks follow an index. */
        private static boolean endsLine(String text, int i) {
            int end = Characters.end(text, i + 1, c -> Characters.isSpace(c) || "。；，、*".indexOf(c) >= 0);
            // A reference may follow: ”（见《条例》）, ”〔1〕.
            return end == text.length() || "（〔".indexOf(text.charAt(i + 1)) >= 0;
        }
    }

    /** The open quotation across paragraphs, if there is one. */
    private static final class OpenQuotation {
        private final RuleReport report;
        private ParagraphMarks.Open open;

        OpenQuotation(RuleReport report) {
            this.report = report;
        }

        /** Reports a quotation that is still open, and opens another one; {@code null} opens none. */
        void begin(ParagraphMarks.Open mark) {
            if (open != null) {
                ParagraphMarks.report(open, report);
            }
            open = mark;
        }

        /** Closes the quotation; false if there is none. */
        boolean close() {
            boolean was = open != null;
            open = null;
            return was;
        }
    }
}
