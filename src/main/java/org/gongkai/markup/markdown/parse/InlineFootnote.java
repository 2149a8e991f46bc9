package org.gongkai.markup.markdown.parse;

import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/** An inline footnote: {@code ^[text]}. Its children are the text. */
public final class InlineFootnote extends Node {
    InlineFootnote(BasedSequence chars) {
        super(chars);
    }

    @Override
    public BasedSequence[] getSegments() {
        return EMPTY_SEGMENTS;
    }
}
