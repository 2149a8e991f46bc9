package org.gongkai.write.document.foreign;

import java.util.Arrays;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A text with the lines of code in it, which are not touched.
 *
 * @param text the text
 * @param firstLine line of the file, from 1, on which it begins
 * @param code the offsets within code
 * @param starts the offsets of its lines
 */
record MarkupLines(String text, int firstLine, BitSet code, int[] starts) {

    private static final Pattern FENCE = Pattern.compile(" {0,3}(```+|~~~+|----+$)(.*)");
    private static final Pattern LIST = Pattern.compile(" *(?:[-*+]|\\d{1,9}[.)]) ");
    private static final Pattern INLINE = Pattern.compile("(?<!`)(`+)(?!`)[^\n]+?(?<!`)\\1(?!`)");

    static MarkupLines of(String text, int firstLine) {
        BitSet code = new BitSet();
        String fence = "";
        int at = 0;
        boolean isIndented = true;
        boolean isList = false;
        for (String line : text.split("\n", -1)) {
            Matcher mark = FENCE.matcher(line);
            boolean marked = mark.matches() && !mark.group(1).startsWith("-");
            if (fence.isEmpty() && marked) {
                fence = mark.group(1);
                code.set(at, at + line.length() + 1);
            } else if (!fence.isEmpty()) {
                code.set(at, at + line.length() + 1);
                fence = marked
                                && mark.group(1).startsWith(fence)
                                && mark.group(2).isBlank()
                        ? ""
                        : fence;
            } else if (isIndented && !isList && line.matches("(?: {4}| {0,3}\t).*\\S.*")) {
                code.set(at, at + line.length() + 1);
            } else {
                // Indented lines after a paragraph or within a list are no code.
                isIndented = line.isBlank();
                isList = LIST.matcher(line).lookingAt() || isList && (isIndented || line.startsWith(" "));
                Matcher inline = INLINE.matcher(line);
                while (inline.find()) {
                    code.set(at + inline.start(), at + inline.end());
                }
            }
            at += line.length() + 1;
        }
        int[] starts = IntStream.range(0, text.length() + 1)
                .filter(i -> i == 0 || text.charAt(i - 1) == '\n')
                .toArray();
        return new MarkupLines(text, firstLine, code, starts);
    }

    boolean isCode(int offset) {
        return code.get(offset);
    }

    /** The line of the file, as a place for remarks. */
    String place(int offset) {
        return "第" + line(offset) + "行";
    }

    int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return firstLine + (found < 0 ? -found - 2 : found);
    }
}
