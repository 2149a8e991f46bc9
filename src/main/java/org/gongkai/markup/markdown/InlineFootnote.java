package org.gongkai.markup.markdown;

import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/** A footnote that stands where it is referred to: {@code ^[text]}. Its children are the text. */
final class InlineFootnote extends Node {
    InlineFootnote(BasedSequence chars) {
        super(chars);
    }

    @Override
    public BasedSequence[] getSegments() {
        return EMPTY_SEGMENTS;
    }
}
