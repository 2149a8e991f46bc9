package org.gongkai.markup.markdown.parse;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.footnotes.internal.FootnoteBlockParser;
import com.vladsch.flexmark.ext.footnotes.internal.FootnoteOptions;
import com.vladsch.flexmark.parser.block.AbstractBlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockContinue;
import com.vladsch.flexmark.parser.block.BlockParser;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.CustomBlockParserFactory;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.HeadingParser;
import com.vladsch.flexmark.parser.internal.BlockStartImpl;
import com.vladsch.flexmark.util.ast.BlockContent;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/** Replacements of the library's block parsers, tried at the same point. */
public abstract class BlockOverrides implements CustomBlockParserFactory {
    private static final int INDENT = 4;

    private static final Pattern DEFINITION = Pattern.compile("\\s*+\\[[^\\[\\]]++]:\\s*+(?:<[^<>]*+>|[^\\s<]\\S*+)"
            + "(?:\\s++(?:\"[^\"]*+\"|'[^']*+'|\\([^()]*+\\)|“[^”]*+”|‘[^’]*+’))?+\\s*+");
    /** The factory of the library's own blocks. */
    final CustomBlockParserFactory original;

    private BlockOverrides(CustomBlockParserFactory original) {
        this.original = original;
    }

    @Override
    public Set<Class<?>> getAfterDependents() {
        return original.getAfterDependents();
    }

    @Override
    public Set<Class<?>> getBeforeDependents() {
        return original.getBeforeDependents();
    }

    @Override
    public boolean affectsGlobalScope() {
        return original.affectsGlobalScope();
    }

    /**
     * The library's headings, except that definitions of links above an underline, each on its line, are no part of a
     * heading, and no heading at all when there is nothing else (CommonMark 0.31.2, examples 215 and 216).
     */
    public static CustomBlockParserFactory headings() {
        // Shared because the library would compile its patterns for each document; it has no state.
        AtomicReference<BlockParserFactory> shared = new AtomicReference<>();
        return new BlockOverrides(new HeadingParser.Factory()) {
            @Override
            public BlockParserFactory apply(DataHolder options) {
                shared.compareAndSet(null, shared.get() == null ? original.apply(options) : null);
                return headingFactory(options, shared.get(), new ParagraphBudget());
            }
        };
    }

    private static BlockParserFactory headingFactory(
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
                BlockContent lines =
                        underlines && start != null ? matched.getBlockParser().getBlockContent() : null;
                int definitions = lines == null ? 0 : definitions(lines);
                if (definitions == 0) {
                    return start;
                }
                return definitions == lines.getLineCount()
                        ? BlockStart.none()
                        : heading(state, matched.getBlockParser(), definitions);
            }
        };
    }

    /** The number of definitions at the beginning of a paragraph. */
    private static int definitions(BlockContent lines) {
        int count = 0;
        while (count < lines.getLineCount()
                && DEFINITION.matcher(lines.getLine(count)).matches()) {
            count++;
        }
        return count;
    }

    private static BlockStart heading(ParserState state, BlockParser parser, int definitions) {
        BlockContent lines = parser.getBlockContent();
        Paragraph before = new Paragraph();
        before.setContent(lines.subContents(0, definitions));
        parser.getBlock().insertBefore(before);
        state.blockAdded(before);
        HeadingParser heading = new HeadingParser(state.getLine().charAt(state.getNextNonSpaceIndex()) == '=' ? 1 : 2);
        Heading block = (Heading) heading.getBlock();
        block.setText(lines.subContents(definitions, lines.getLineCount())
                .getContents()
                .trim());
        block.setClosingMarker(state.getLine().trim());
        block.setCharsFromContent();
        return BlockStart.of(heading).atIndex(state.getLine().length()).replaceActiveBlockParser();
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

    /**
     * The library's footnotes, except that it takes a tab before a further paragraph and the three letters after it.
     */
    public static CustomBlockParserFactory footnotes() {
        return new BlockOverrides(new FootnoteBlockParser.Factory()) {
            @Override
            public Set<Class<?>> getBeforeDependents() {
                return Set.of(FootnoteBlockParser.Factory.class);
            }

            @Override
            public BlockParserFactory apply(DataHolder options) {
                return footnoteFactory(options, original.apply(options), new FootnoteOptions(options));
            }
        };
    }

    private static BlockParserFactory footnoteFactory(
            DataHolder options, BlockParserFactory library, FootnoteOptions footnotes) {
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
