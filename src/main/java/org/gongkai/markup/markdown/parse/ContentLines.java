package org.gongkai.markup.markdown.parse;

import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.List;

/** The lines of a block as one string. The library joins them, too, but in quadratic time. */
public record ContentLines(List<BasedSequence> lines, String text) {
    public ContentLines(Block block) {
        this(block.getContentLines(), String.join("", block.getContentLines()));
    }

    /** Offset in the parsed text of a character of {@link #text()}. */
    public int sourceOffset(int offset) {
        int start = 0;
        for (BasedSequence line : lines) {
            if (offset < start + line.length()) {
                return line.getIndexOffset(offset - start);
            }
            start += line.length();
        }
        return lines.isEmpty() ? 0 : lines.get(lines.size() - 1).getEndOffset();
    }
}
