package org.gongkai.check.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongkai.check.text.Numbered.Style;

/**
 * Numbers of headings and paragraphs that skip: {@code 一、二、四、}. A number may always begin at one again, and may go on
 * over the headings above it; after 附件 all begin again. A stray blank among numbers typed without any is told, too:
 * Markdown would make a list of that paragraph alone.
 */
final class NumberingRule implements TextRule {

    static final String SKIPPED = "W224";
    static final String SPACED = "W225";

    @Override
    public String triggers() {
        return "一二三四五六七八九十（(0123456789附第①②③④⑤⑥⑦⑧⑨⑩";
    }

    @Override
    public void check(Sheet sheet, int mark, Report report) {
        if ((sheet.marks() & mark) != 0) {
            new Count(sheet.body(), report).run(mark);
        }
    }

    /** The numbers of one entry. */
    private static final class Count {
        private final List<Line> lines;
        private final Report report;
        private final int[] last = new int[Style.values().length];
        private final int[] lastLine = new int[Style.values().length];
        private final List<Line> spaced = new ArrayList<>();
        private int tight;
        private int lists;

        Count(List<Line> lines, Report report) {
            this.lines = lines;
            this.report = report;
        }

        void run(int mark) {
            for (int i = 0; i < lines.size(); i++) {
                Line line = lines.get(i);
                if ((line.marks() & mark) == 0) {
                    continue;
                }
                if (AnnexRule.isLabel(line.text())) {
                    startAnnex(line.text(), i);
                    continue;
                }
                Numbered number = Numbered.of(line.text());
                if (number != null) {
                    look(number, i);
                }
            }
            // Some items with a blank are a list of Markdown; one among many without is a slip.
            if (!spaced.isEmpty() && lists == 0 && tight > 2 * spaced.size()) {
                spaced.forEach(this::tellSpaced);
            }
        }

        /** {@code 附件：1.名称} begins the list of annexes with its first number. */
        private void startAnnex(String text, int line) {
            Arrays.fill(last, 0);
            Arrays.fill(lastLine, line);
            int colon = Math.max(text.indexOf('：'), text.indexOf(':'));
            Numbered first = colon < 0 ? null : Numbered.of(text.substring(colon + 1));
            if (first != null) {
                last[first.style().ordinal()] = first.number();
            }
        }

        private void look(Numbered found, int index) {
            Line line = lines.get(index);
            int style = found.style().ordinal();
            int before = last[style];
            int number = found.number();
            if (found.style() == Style.DOT) {
                countBlank(found, line, before);
            }
            boolean isExcerpt = before == 0 && (found.style() == Style.ARTICLE || found.style() == Style.CHAPTER);
            if (isExcerpt && number != 1) {
                return;
            }
            boolean goesOn = number == 1 || number == before + 1;
            // All items of a list of Markdown may bear the same number.
            boolean isLazy = found.style() == Style.DOT && number == before && found.isSpaced(line.text());
            if (!goesOn && !isLazy && !stands(found.style(), number - 1, lastLine[style], index)) {
                tell(found, line, before);
            }
            last[style] = number;
            lastLine[style] = index;
        }

        private void countBlank(Numbered found, Line line, int before) {
            if (!found.isSpaced(line.text())) {
                tight++;
            } else if (found.number() == 1 || found.number() != before + 1) {
                lists++;
            } else {
                spaced.add(line);
            }
        }

        /** Whether a number stands in another way or within a line since the last one of its kind. */
        private boolean stands(Style style, int number, int from, int to) {
            if (number == 0) {
                return false;
            }
            if ((style == Style.DOT && lastLine[Style.COMMA.ordinal()] > from && last[Style.COMMA.ordinal()] == number)
                    || (style == Style.COMMA
                            && lastLine[Style.DOT.ordinal()] > from
                            && last[Style.DOT.ordinal()] == number)) {
                return true;
            }
            String written = style.write(number);
            for (int i = Math.max(0, from); i < to; i++) {
                // What is included may well be numbered, too.
                if (lines.get(i).text().startsWith("include::")) {
                    return true;
                }
                if (lines.get(i).text().contains(written)) {
                    return last[style.ordinal()] < number;
                }
            }
            return false;
        }

        private void tell(Numbered found, Line line, int before) {
            Style style = found.style();
            String here = style.write(found.number());
            String message;
            if (before == 0) {
                message = "编号从“" + here + "”开始，前面没有“" + style.write(1) + "”";
            } else if (found.number() == before) {
                message = "编号“" + here + "”重复了";
            } else if (found.number() < before) {
                message = "编号“" + here + "”排在“" + style.write(before) + "”的后面";
            } else {
                String missing = found.number() == before + 2
                        ? "“" + style.write(before + 1) + "”"
                        : "“" + style.write(before + 1) + "”到“" + style.write(found.number() - 1) + "”";
                message = "编号“" + style.write(before) + "”的后面是“" + here + "”，缺" + missing;
            }
            report.warning(SKIPPED, line, found.start(), message, "请补上缺的一条，或把后面的编号改成连续的");
        }

        private void tellSpaced(Line line) {
            Numbered number = Numbered.of(line.text());
            String written = line.text().substring(number.start(), number.end());
            report.warning(
                    SPACED,
                    line,
                    number.start(),
                    "编号“" + written + "”的后面多了空格，别的编号后面没有",
                    "请写成“" + written.strip() + "”，否则这一段可能成为列表");
        }
    }
}
