package org.gongkai.markup.markdown.parse;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.parser.block.AbstractBlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.FencedCodeBlockParser;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/**
 * Tilde fences whose info string contains a tilde, which the library does not recognize (CommonMark 0.31.2, example
 * 146).
 */
public final class TildeFences extends BlockOverrides {
    private static final int SHORTEST = 3;

    public TildeFences() {
        super(new FencedCodeBlockParser.Factory());
    }

    @Override
    public BlockParserFactory apply(DataHolder options) {
        return new AbstractBlockParserFactory(options) {
            @Override
            public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
                int start = state.getNextNonSpaceIndex();
                BasedSequence line = state.getLine();
                int length = 0;
                while (start + length < line.length() && line.charAt(start + length) == '~') {
                    length++;
                }
                boolean isOurs = state.getIndent() < 4 && length >= SHORTEST && line.indexOf('~', start + length) >= 0;
                if (!isOurs) {
                    return BlockStart.none();
                }
                FencedCodeBlockParser parser =
                        new FencedCodeBlockParser(state.getProperties(), '~', length, state.getIndent(), start);
                ((FencedCodeBlock) parser.getBlock()).setOpeningMarker(line.subSequence(start, start + length));
                return BlockStart.of(parser).atIndex(start + length);
            }
        };
    }
}
