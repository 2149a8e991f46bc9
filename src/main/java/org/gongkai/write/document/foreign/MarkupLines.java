package org.gongkai.write.document.foreign;

import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.markup.markdown.MarkdownConverter;

/**
 * A text with the code in it, which is not touched, and what is to be changed.
 *
 * @param text the text
 * @param firstLine line of the file, from 1, on which it begins
 * @param tree the tree of a text in Markdown; that of no text for AsciiDoc
 * @param code the offsets within code
 * @param changes what takes the place of parts, by the offsets at which they begin
 */
record MarkupLines(String text, int firstLine, Document tree, BitSet code, TreeMap<Integer, Change> changes) {

    private static final MarkdownConverter MARKDOWN = new MarkdownConverter();

    /** Listings, literal text, what is passed through, comments and inline code in AsciiDoc. */
    private static final Pattern VERBATIM =
            Pattern.compile("(?ms)^(-{4,}|\\.{4,}|\\+{4,}|/{4,}|```[^\n]*)[ \\t]*\n.*?(?:^\\1[ \\t]*$|^```$|\\z)"
                    + "|(?<=\n\n)[ \\t]+[^\\s*.-][^\n]*(?:\n[^\n]+)*|`[^`\n]+`");

    private static final Pattern BLANK_LINES = Pattern.compile("[ \\t]*(?:\n(?:[ \\t]*\n)*)?");

    private record Change(int end, String text) {}

    static MarkupLines of(String text, int firstLine) {
        Document tree = MARKDOWN.tree(text);
        BitSet code = new BitSet();
        for (Node node : tree.getDescendants()) {
            if (node instanceof Code || node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock) {
                code.set(node.getStartOffset(), node.getEndOffset());
            }
        }
        return new MarkupLines(text, firstLine, tree, code, new TreeMap<>());
    }

    static MarkupLines ofAsciiDoc(String text, int firstLine) {
        BitSet code = new BitSet();
        Matcher verbatim = VERBATIM.matcher(text);
        while (verbatim.find()) {
            code.set(verbatim.start(), verbatim.end());
        }
        return new MarkupLines(text, firstLine, MARKDOWN.tree(""), code, new TreeMap<>());
    }

    boolean isCode(int offset) {
        return code.get(offset);
    }

    /** The line of the file, as a place for remarks. */
    String place(int offset) {
        return "第"
                + (firstLine
                        + text.substring(0, offset)
                                .chars()
                                .filter(c -> c == '\n')
                                .count()) + "行";
    }

    /** Writes something in the place of a part. */
    void put(int start, int end, String text) {
        changes.put(start, new Change(end, text));
    }

    /** Writes something in the place of a part. */
    void put(BasedSequence part, String text) {
        put(part.getStartOffset(), part.getEndOffset(), text);
    }

    /** Takes out whole lines and the blank ones after them. */
    void remove(BasedSequence block) {
        Matcher blank = BLANK_LINES.matcher(text).region(block.getEndOffset(), text.length());
        put(block.getStartOffset(), blank.lookingAt() ? blank.end() : block.getEndOffset(), "");
    }

    /** Whether what stands at an offset does not stay. */
    boolean isChanged(int offset) {
        Map.Entry<Integer, Change> before = changes.floorEntry(offset);
        return before != null && before.getValue().end() > offset;
    }

    /** The text with the changes; what begins within another one is not made. */
    String changed() {
        StringBuilder out = new StringBuilder();
        int done = 0;
        for (Map.Entry<Integer, Change> change : changes.entrySet()) {
            if (change.getKey() >= done) {
                out.append(text, done, change.getKey()).append(change.getValue().text());
                done = change.getValue().end();
            }
        }
        return out.append(text, done, text.length()).toString();
    }
}
