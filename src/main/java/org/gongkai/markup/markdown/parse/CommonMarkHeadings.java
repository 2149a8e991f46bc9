package org.gongkai.markup.markdown.parse;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.parser.block.AbstractBlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockParser;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.HeadingParser;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The library's headings, except that link reference definitions above an underline are no part of a heading, and no
 * heading at all when there is nothing else (CommonMark 0.31.2, examples 215 and 216).
 */
public final class CommonMarkHeadings extends BlockOverrides {
    /** Shared because the library would compile its patterns for each document; it has no state. */
    private final AtomicReference<BlockParserFactory> shared = new AtomicReference<>();

    public CommonMarkHeadings() {
        super(new HeadingParser.Factory());
    }

    @Override
    public BlockParserFactory apply(DataHolder options) {
        BlockParserFactory made = shared.get();
        if (made == null) {
            made = original.apply(options);
            shared.set(made);
        }
        return headings(options, made, new ParagraphBudget());
    }

    private static BlockParserFactory headings(
            DataHolder options, BlockParserFactory headings, ParagraphBudget budget) {
        return new AbstractBlockParserFactory(options) {
            @Override
            public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
                boolean underlines = isUnderline(state);
                if (!underlines && !isMarked(state)) {
                    // The library joins the lines of a paragraph again for every line that begins with a mark.
                    return BlockStart.none();
                }
                if (underlines && matched.getBlockParser().isParagraphParser()) {
                    budget.spend(matched.getBlockParser().getBlockContent().getLines());
                }
                BlockStart start = headings.tryStart(state, matched);
                BasedSequence paragraph = underlines && start != null ? matched.getParagraphContent() : null;
                int definitions = paragraph == null ? 0 : definitions(paragraph);
                if (definitions == 0) {
                    return start;
                }
                return definitions == paragraph.length()
                        ? BlockStart.none()
                        : heading(state, matched.getBlockParser(), definitions);
            }
        };
    }

    private static boolean isMarked(ParserState state) {
        BasedSequence line = state.getLine();
        int from = state.getNextNonSpaceIndex();
        int to = from;
        while (to < line.length() && line.charAt(to) == '#') {
            to++;
        }
        return to > from
                && to - from <= 6
                && (to == line.length() || line.charAt(to) == ' ' || line.charAt(to) == '\t');
    }

    /** Whether a line consists of one repeated underline character and trailing white space. */
    private static boolean isUnderline(ParserState state) {
        BasedSequence line = state.getLine();
        int at = state.getNextNonSpaceIndex();
        char mark = at < line.length() ? line.charAt(at) : ' ';
        if (mark != '=' && mark != '-') {
            return false;
        }
        while (at < line.length() && line.charAt(at) == mark) {
            at++;
        }
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at == line.length();
    }

    /** Length of the definitions at the beginning of a paragraph. */
    private static int definitions(BasedSequence paragraph) {
        int at = 0;
        while (at < paragraph.length()) {
            LinkDefinition definition = LinkDefinition.at(paragraph, at);
            if (definition == null) {
                break;
            }
            at = definition.end();
        }
        return at;
    }

    private static BlockStart heading(ParserState state, BlockParser parser, int definitions) {
        BasedSequence paragraph = parser.getBlockContent().getContents();
        Paragraph before = new Paragraph(paragraph.subSequence(0, definitions));
        before.setContent(before.getChars(), before.getChars().splitListEOL());
        parser.getBlock().insertBefore(before);
        state.blockAdded(before);
        HeadingParser heading = new HeadingParser(state.getLine().charAt(state.getNextNonSpaceIndex()) == '=' ? 1 : 2);
        Heading block = (Heading) heading.getBlock();
        block.setText(paragraph.subSequence(definitions, paragraph.length()).trim());
        block.setClosingMarker(state.getLine().trim());
        block.setCharsFromContent();
        return BlockStart.of(heading).atIndex(state.getLine().length()).replaceActiveBlockParser();
    }
}
