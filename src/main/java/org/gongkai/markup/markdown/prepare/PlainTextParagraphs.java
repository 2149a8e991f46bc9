package org.gongkai.markup.markdown.prepare;

import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.LinkNodeBase;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.util.ast.DelimitedNode;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Function;
import org.gongkai.text.Characters;
import org.gongkai.text.OfficialNumbering;

/**
 * Separates paragraphs that were typed without blank lines between them, as in documents pasted from a word
 * processor. Apart from escaped numbers it only adds blank lines, so that genuine Markdown keeps its meaning.
 *
 * <p>The rule. A text is <em>typed line by line</em> when some line is plainly a whole paragraph (it ends a sentence
 * and holds another one, or is very long) and hardly any line breaks off in mid-sentence; then every line is a
 * paragraph. In any other text, which may be Markdown wrapped at a margin, a paragraph begins only
 *
 * <ul>
 *   <li>at a line with an official number, if the line before ends a sentence, is short or is a heading;
 *   <li>after a short numbered heading;
 *   <li>after a salutation ({@code 各党小组：}) that opens a block;
 *   <li>at a date alone on its line, and at the short name above it, if the line before is no part of them.
 * </ul>
 */
public final class PlainTextParagraphs {
    /** Characters of which one stands in everything that may extend over line breaks. */
    private static final String SPAN_MARKS = "`<[*_~";

    private static final int SHORT = 20;
    private static final int NAME = 25;
    private static final int WHOLE = 60;
    private static final int WHOLE_IF_ALL_ARE = 30;
    private static final int VERY_LONG = 120;

    private final SourceLines lines;
    private final String text;
    private final boolean lineByLine;
    private final boolean numbersAreTyped;

    private PlainTextParagraphs(String text) {
        this.text = text;
        this.lines = new SourceLines(text);
        this.lineByLine = isTypedLineByLine();
        this.numbersAreTyped = lineByLine && hasTypedNumbers();
    }

    /**
     * Returns the text with separated paragraphs; a text that is not Chinese is returned unchanged.
     *
     * @param parser parses a part of the text, to find what extends over line breaks in it
     */
    public static PreparedBody prepare(String text, Function<String, Document> parser) {
        return Characters.isChinese(text) ? new PlainTextParagraphs(text).prepare(parser) : PreparedBody.asTyped(text);
    }

    private PreparedBody prepare(Function<String, Document> parser) {
        BitSet breaks = new BitSet();
        for (int i = 0; i + 1 < lines.count(); i++) {
            if (begins(i + 1)) {
                breaks.set(i + 1);
            }
        }
        if (!breaks.isEmpty()) {
            breaks.andNot(crossed(breaks, parser));
        }
        if (breaks.isEmpty() && !lines.hasWideBlank() && !numbersAreTyped) {
            return PreparedBody.asTyped(text);
        }
        StringBuilder out = new StringBuilder(text.length() + breaks.cardinality() + 8);
        int[] lineOf = new int[lines.count() + breaks.cardinality() + 1];
        BitSet escaped = new BitSet();
        int written = 0;
        int from = 0;
        for (int i = 0; i < lines.count(); i++) {
            if (breaks.get(i)) {
                out.append('\n');
                lineOf[written++] = i;
            }
            if (numbersAreTyped && isNumberedItem(i)) {
                int stop = OfficialNumbering.digits(text, lines.start(i), lines.end(i));
                out.append(text, from, stop).append('\\').append(text, stop, lines.end(i));
                escaped.set(written);
            } else if (!lines.isBlank(i) || !lines.isWide(i)) {
                out.append(text, from, lines.end(i));
            }
            out.append('\n');
            lineOf[written++] = i;
            from = lines.end(i) + 1;
        }
        lineOf[written] = lines.count();
        return new PreparedBody(out.toString(), Arrays.copyOf(lineOf, written + 1), escaped);
    }

    /** Returns lines that begin within a link, emphasis, code or tag, of the blocks of text with the given lines. */
    private BitSet crossed(BitSet asked, Function<String, Document> parser) {
        BitSet crossed = new BitSet();
        for (int line = asked.nextSetBit(0); line >= 0; line = asked.nextSetBit(line + 1)) {
            int first = line;
            while (!lines.isBlank(first - 1)) {
                first--;
            }
            while (!lines.isBlank(line + 1)) {
                line++;
            }
            int start = lines.start(first);
            String block = text.substring(start, lines.end(line));
            if (block.chars().anyMatch(c -> c < 128 && SPAN_MARKS.indexOf(c) >= 0)) {
                for (Node span : parser.apply(block).getDescendants()) {
                    for (int i = first + 1; isSplit(span) && i <= line; i++) {
                        int at = lines.start(i) - start;
                        crossed.set(i, crossed.get(i) || at > span.getStartOffset() && at < span.getEndOffset());
                    }
                }
            }
        }
        return crossed;
    }

    /** Whether a node that is to be kept whole has several lines; brackets alone may be text. */
    private static boolean isSplit(Node node) {
        boolean isSpan = node instanceof RefNode
                ? node.getChars().indexOf("][") >= 0
                : node instanceof DelimitedNode || node instanceof LinkNodeBase || node instanceof HtmlInlineBase;
        return isSpan && node.getChars().indexOf('\n') >= 0;
    }

    /** Whether a paragraph begins at this line although no blank line stands before it. */
    private boolean begins(int line) {
        int before = line - 1;
        boolean isText = lines.kind(line) == SourceLines.TEXT || (numbersAreTyped && isNumberedItem(line));
        if (!isText || breaksHard(before)) {
            return false;
        }
        if (lines.kind(before) == SourceLines.ITEM) {
            return lineByLine || opensPart(line);
        }
        if (lines.kind(before) != SourceLines.TEXT) {
            return false;
        }
        if (lineByLine) {
            return true;
        }
        boolean ends = ends(before);
        if (isNumbered(line)) {
            return ends || length(before) < SHORT || headingLevel(before) > 0;
        }
        return (headingLevel(before) > 0 && length(before) < NAME)
                || isSalutation(before)
                || (isDate(line) && length(before) < NAME)
                || (isDate(line + 1) && length(line) < NAME && ends && !ends(line));
    }

    private boolean isTypedLineByLine() {
        int breaks = 0;
        int wrapped = 0;
        int longest = 0;
        for (int i = 0; i < lines.count(); i++) {
            if (lines.kind(i) != SourceLines.TEXT) {
                continue;
            }
            boolean hasNext = lines.kind(i + 1) == SourceLines.TEXT && !breaksHard(i);
            boolean hasNeighbour =
                    hasNext || lines.kind(i - 1) == SourceLines.TEXT || lines.kind(i + 1) == SourceLines.ITEM;
            if (hasNext) {
                breaks++;
                wrapped += isWrapped(i) ? 1 : 0;
            }
            if (hasNeighbour && length(i) > longest && isWhole(i)) {
                longest = length(i);
            }
        }
        int enough = wrapped == 0 && breaks > 1 ? WHOLE_IF_ALL_ARE : WHOLE;
        return longest >= enough && wrapped * 4 <= breaks;
    }

    private boolean hasTypedNumbers() {
        int typed = 0;
        int spaced = 0;
        for (int i = 0; i < lines.count(); i++) {
            boolean isText = lines.kind(i) == SourceLines.TEXT;
            typed += isText && OfficialNumbering.isTypedNumber(text, lines.start(i), lines.end(i)) ? 1 : 0;
            spaced += isNumberedItem(i) ? 1 : 0;
        }
        return spaced > 0 && typed >= spaced;
    }

    private boolean isNumberedItem(int line) {
        return lines.kind(line) == SourceLines.ITEM && Character.isDigit(text.charAt(lines.start(line)));
    }

    private boolean isWrapped(int line) {
        char last = text.charAt(lines.end(line) - 1);
        if (last == '，' || last == '、') {
            return true;
        }
        return length(line) >= SHORT && !ends(line) && headingLevel(line) == 0 && !isNumbered(line + 1);
    }

    /** Whether a line ends a sentence and is clearly a whole paragraph. */
    private boolean isWhole(int line) {
        if (!ends(line)) {
            return false;
        }
        for (int i = lines.start(line); i < lines.end(line) - 2; i++) {
            if ("。！？".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return length(line) >= VERY_LONG;
    }

    private boolean ends(int line) {
        char last = text.charAt(lines.end(line) - 1);
        if ("”’）)》*_".indexOf(last) >= 0 && lines.end(line) - 2 >= lines.start(line)) {
            last = text.charAt(lines.end(line) - 2);
        }
        return "。！？：；.!?:;…".indexOf(last) >= 0;
    }

    private boolean breaksHard(int line) {
        int end = lines.end(line);
        return text.startsWith("\\", end - 1) || (end > 1 && text.startsWith("  ", end - 2));
    }

    private boolean isSalutation(int line) {
        char last = text.charAt(lines.end(line) - 1);
        return (last == '：' || last == ':') && length(line) <= NAME && lines.isBlank(line - 1);
    }

    private boolean isDate(int line) {
        if (lines.kind(line) != SourceLines.TEXT || length(line) > 14) {
            return false;
        }
        String date = text.substring(lines.start(line), lines.end(line)).strip();
        int year = date.indexOf('年');
        int month = date.indexOf('月');
        return year >= 4 && month > year && date.endsWith("日");
    }

    private boolean isNumbered(int line) {
        return !lines.isBlank(line) && OfficialNumbering.opens(text, lines.start(line), lines.end(line));
    }

    /** Whether a line begins with a number such as {@code 一、}, which ends a list, unlike {@code 1.}. */
    private boolean opensPart(int line) {
        return isNumbered(line) && !Character.isDigit(text.charAt(lines.start(line)));
    }

    private int headingLevel(int line) {
        return lines.isBlank(line) ? 0 : OfficialNumbering.headingLevel(text, lines.start(line), lines.end(line));
    }

    private int length(int line) {
        return lines.end(line) - lines.start(line);
    }
}
