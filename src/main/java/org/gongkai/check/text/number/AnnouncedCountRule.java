package org.gongkai.check.text.number;

import java.util.List;
import java.util.function.IntSupplier;
import org.gongkai.check.text.CheckedText;
import org.gongkai.check.text.RuleReport;
import org.gongkai.check.text.TextLine;
import org.gongkai.check.text.TextRule;
import org.gongkai.text.Characters;
import org.gongkai.text.ChineseNumeral;

/**
 * Reports a sentence that announces a number of items ({@code 做好以下三项工作：}) before a list with another number of items.
 * Ambiguous cases are ignored: two numbers in the sentence, no list, an interrupted list.
 */
public final class AnnouncedCountRule implements TextRule {

    static final String CODE = "W229";

    private static final int MOST = 999;
    private static final List<String> MEASURES =
            List.of("个方面", "方面", "项工作", "项任务", "项措施", "项要求", "项内容", "条措施", "条要求", "点要求", "点建议", "个问题", "项", "点", "条");

    @Override
    public String triggers() {
        return "：:";
    }

    @Override
    public void check(CheckedText checked, int mark, RuleReport report) {
        List<TextLine> lines = checked.body();
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            if ((line.marks() & mark) == 0) {
                continue;
            }
            String text = line.text();
            int colon = Characters.start(text, text.length(), Characters::isSpace) - 1;
            int inline = text.indexOf("：一是");
            if (inline >= 0) {
                int from = i;
                look(line, inline, () -> countInline(lines, from, inline), report);
            } else if (colon > 0 && "：:".indexOf(text.charAt(colon)) >= 0) {
                int next = i + 1;
                look(line, colon, () -> ListItemCounter.after(lines, next), report);
            }
        }
    }

    private static void look(TextLine line, int colon, IntSupplier list, RuleReport report) {
        String text = line.text();
        int from = Math.max(text.lastIndexOf('。', colon), text.lastIndexOf('；', colon)) + 1;
        int promised = -1;
        int place = -1;
        int end = -1;
        for (int i = from; i < colon; i++) {
            if (!isCounting(text.charAt(i))) {
                continue;
            }
            int stop = Characters.end(text, i, AnnouncedCountRule::isCounting);
            String measure = measure(text, stop);
            if (!measure.isEmpty()) {
                if (promised >= 0) {
                    return;
                }
                promised = ChineseNumeral.parse(text.substring(i, stop));
                place = i;
                end = stop + measure.length();
            }
            i = stop - 1;
        }
        boolean isNear = promised > 1
                && promised <= MOST
                && (colon - end <= 6 || text.startsWith("以下", place - 2) || text.startsWith("下列", place - 2));
        boolean isOrdinal = place > 0 && "第前每".indexOf(text.charAt(place - 1)) >= 0;
        int count = isNear && !isOrdinal ? list.getAsInt() : 0;
        if (count > 1 && count != promised) {
            report.warning(
                    CODE, line, place, "这里说“" + text.substring(place, end) + "”，后面列了" + count + "项", "请核对数目，或补上缺的一项");
        }
    }

    private static boolean isCounting(char c) {
        return c == '两' || Characters.isNumber(c) && c != '〇' && c != '零';
    }

    private static String measure(String text, int at) {
        for (String measure : MEASURES) {
            if (text.startsWith(measure, at)) {
                return measure;
            }
        }
        return "";
    }

    /** Returns the number of 一是、二是、三是 that follow, including continuation lines. */
    private static int countInline(List<TextLine> lines, int index, int from) {
        int count = 0;
        int at = from;
        int line = index;
        while (line < lines.size() && count < ListItemCounter.MAX_ITEMS) {
            String text = lines.get(line).text();
            int next = text.indexOf(ChineseNumeral.format(count + 1) + "是", at);
            if (next >= 0) {
                count++;
                at = next + 2;
            } else if (line + 1 < lines.size()
                    && lines.get(line + 1).text().strip().startsWith(ChineseNumeral.format(count + 1) + "是")) {
                line++;
                at = 0;
            } else {
                return count;
            }
        }
        return count;
    }

    /** Counts the items of a list. */
    private static final class ListItemCounter {

        /** Maximum number of items that are counted. */
        static final int MAX_ITEMS = 100;

        private ListItemCounter() {}

        /**
         * Returns the number of items of the list that begins at an index; 0 if there is no list, or its end is
         * ambiguous.
         */
        static int after(List<TextLine> lines, int from) {
            int start = from;
            while (start < lines.size() && lines.get(start).isBlank()) {
                start++;
            }
            if (start == lines.size() || start > from + 1) {
                return 0;
            }
            String first = lines.get(start).text();
            String bullet = bullet(first);
            if (!bullet.isEmpty()) {
                return bullets(lines, start, bullet);
            }
            NumberedLine number = NumberedLine.of(first);
            if (number != null && number.number() == 1) {
                return numbers(lines, start, number.style());
            }
            return first.strip().startsWith("一是") ? clauses(lines, start) : 0;
        }

        private static int bullets(List<TextLine> lines, int start, String bullet) {
            int count = 0;
            for (int i = start; i < lines.size() && count < MAX_ITEMS; i++) {
                String text = lines.get(i).text();
                if (text.startsWith(bullet)) {
                    count++;
                } else if (!lines.get(i).isBlank()
                        && text.charAt(0) != ' '
                        && lines.get(i - 1).isBlank()) {
                    return count;
                }
            }
            return count;
        }

        /** Counts up to a number of a higher level, a heading without a number, or a new start. */
        private static int numbers(List<TextLine> lines, int start, NumberedLine.Style style) {
            int count = 0;
            for (int i = start; i < lines.size() && count < MAX_ITEMS; i++) {
                String text = lines.get(i).text();
                NumberedLine number = NumberedLine.of(text);
                boolean isHeading = text.startsWith("#") || text.startsWith("==");
                if (number == null
                        ? isHeading || AnnexRule.isLabel(text)
                        : number.style().compareTo(style) < 0) {
                    return count;
                }
                if (number != null && number.style() == style) {
                    boolean lazy = number.number() == 1 && number.isSpaced(text) && count > 0;
                    if (number.number() == 1 && count > 0 && !lazy) {
                        return count;
                    }
                    if (!lazy && number.number() != count + 1) {
                        // Reported by the numbering rule.
                        return 0;
                    }
                    count++;
                }
            }
            return count;
        }

        private static int clauses(List<TextLine> lines, int start) {
            int count = 0;
            for (int i = start; i < lines.size() && count < MAX_ITEMS; i++) {
                if (lines.get(i).text().strip().startsWith(ChineseNumeral.format(count + 1) + "是")) {
                    count++;
                    int inline = lines.get(i).text().indexOf(ChineseNumeral.format(count + 1) + "是");
                    if (inline > 2) {
                        return 0;
                    }
                } else if (!lines.get(i).isBlank()) {
                    return count;
                }
            }
            return count;
        }

        private static String bullet(String text) {
            return text.startsWith("- ") || text.startsWith("* ") || text.startsWith(". ") || text.startsWith("+ ")
                    ? text.substring(0, 2)
                    : "";
        }
    }
}
