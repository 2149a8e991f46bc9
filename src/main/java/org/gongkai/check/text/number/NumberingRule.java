package org.gongkai.check.text.number;

import java.util.List;
import org.gongkai.check.text.CheckedText;
import org.gongkai.check.text.RuleReport;
import org.gongkai.check.text.TextLine;
import org.gongkai.check.text.TextRule;
import org.gongkai.check.text.number.NumberedLine.Style;

/**
 * Reports gaps in the numbers of headings and paragraphs: {@code 一、二、四、}. A number may always restart at 1, and may
 * continue across higher headings; after 附件 all restart. Heading levels are separate.
 */
public final class NumberingRule implements TextRule {

    /** See {@link org.gongkai.check.text.TextCheck.Candidate}. */
    public static final String TRIGGERS = "一二三四五六七八九十（(0123456789附第①②③④⑤⑥⑦⑧⑨⑩";

    static final String SKIPPED = "W224";

    @Override
    public void check(CheckedText checked, long mark, RuleReport report) {
        new Count(checked.body(), report, new NumberSequences(checked.body())).run(mark);
    }

    /** The state for one entry. */
    private record Count(List<TextLine> lines, RuleReport report, NumberSequences sequences) {

        void run(long mark) {
            for (int i = 0; i < lines.size(); i++) {
                TextLine line = lines.get(i);
                if ((line.marks() & mark) == 0) {
                    continue;
                }
                if (AnnexRule.isLabel(line.text())) {
                    startAnnex(line.text(), i);
                    continue;
                }
                NumberedLine number = NumberedLine.of(line.text());
                if (number != null) {
                    sequences.add(number, i);
                }
            }
            sequences.skips().forEach(this::tell);
        }

        /** {@code 附件：1.名称} contains the first number of the list of annexes. */
        private void startAnnex(String text, int line) {
            sequences.restart(line);
            int colon = Math.max(text.indexOf('：'), text.indexOf(':'));
            NumberedLine first = colon < 0 ? null : NumberedLine.of(text.substring(colon + 1));
            if (first != null) {
                sequences.set(first, line);
            }
        }

        private void tell(NumberSequences.Skip skip) {
            NumberedLine found = skip.found();
            int before = skip.before();
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
            report.add(SKIPPED, skip.line(), found.start(), message, "请补上缺的一条，或把后面的编号改成连续的");
        }
    }
}
