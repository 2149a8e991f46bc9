package org.gongkai.check.text.number;

import java.util.List;
import org.gongkai.check.text.TextLine;
import org.gongkai.text.ChineseNumeral;

/** Counts the items of a list. */
final class ListItemCounter {

    /** Maximum number of items that are counted. */
    static final int MAX_ITEMS = 100;

    private ListItemCounter() {}

    /**
     * Returns the number of items of the list that begins at an index; 0 if there is no list, or its end is ambiguous.
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
