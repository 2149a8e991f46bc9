package org.gongkai.markup.markdown.parse;

import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.footnotes.internal.FootnoteBlockParser;
import com.vladsch.flexmark.ext.footnotes.internal.FootnoteOptions;
import com.vladsch.flexmark.parser.block.AbstractBlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockContinue;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.internal.BlockStartImpl;
import com.vladsch.flexmark.util.data.DataHolder;
import java.util.Set;

/** The library's footnotes, except that it takes a tab before a further paragraph and the three letters after it. */
public final class TabbedFootnotes extends BlockOverrides {
    private static final int INDENT = 4;

    public TabbedFootnotes() {
        super(new FootnoteBlockParser.Factory());
    }

    @Override
    public Set<Class<?>> getBeforeDependents() {
        return Set.of(FootnoteBlockParser.Factory.class);
    }

    @Override
    public BlockParserFactory apply(DataHolder options) {
        BlockParserFactory library = original.apply(options);
        FootnoteOptions footnotes = new FootnoteOptions(options);
        return new AbstractBlockParserFactory(options) {
            @Override
            public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
                int at = state.getNextNonSpaceIndex();
                boolean isLikely =
                        at < state.getLine().length() && state.getLine().charAt(at) == '[';
                if (!isLikely || !(library.tryStart(state, matched) instanceof BlockStartImpl start)) {
                    return BlockStart.none();
                }
                FootnoteBlock found = (FootnoteBlock) start.getBlockParsers()[0].getBlock();
                FootnoteBlockParser parser = new FootnoteBlockParser(footnotes, INDENT) {
                    @Override
                    public BlockContinue tryContinue(ParserState state) {
                        return state.isBlank() || state.getIndent() < INDENT
                                ? super.tryContinue(state)
                                : BlockContinue.atColumn(state.getColumn() + INDENT);
                    }
                };
                FootnoteBlock block = (FootnoteBlock) parser.getBlock();
                block.setOpeningMarker(found.getOpeningMarker());
                block.setText(found.getText());
                block.setClosingMarker(found.getClosingMarker());
                return BlockStart.of(parser).atIndex(start.getNewIndex());
            }
        };
    }
}
