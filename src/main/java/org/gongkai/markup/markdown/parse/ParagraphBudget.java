package org.gongkai.markup.markdown.parse;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.parser.block.ParagraphPreProcessor;
import com.vladsch.flexmark.parser.block.ParagraphPreProcessorFactory;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Bounds what the paragraphs of a body cost. The library joins the lines of a paragraph in time that is quadratic in
 * the number of its pieces, and each line before which it skipped a blank or a mark is a piece.
 */
public final class ParagraphBudget implements ParagraphPreProcessor {
    /** One paragraph of 20,000 pieces takes about two seconds. */
    private static final long MOST = 20_000L * 20_000L;

    private long spent;

    /**
     * Accounts for lines that are about to be joined.
     *
     * @throws TooComplex if the body has cost too much by now
     */
    void spend(List<BasedSequence> lines) {
        long pieces = 0;
        int end = -1;
        for (BasedSequence line : lines) {
            pieces += line.getStartOffset() == end && line.length() == line.getEndOffset() - end ? 0 : 1;
            end = line.getEndOffset();
        }
        spent += pieces * pieces;
        if (spent > MOST) {
            throw TooComplex.indented(lines.get(0).getStartOffset());
        }
    }

    @Override
    public int preProcessBlock(Paragraph block, ParserState state) {
        spend(block.getContentLines());
        return 0;
    }

    /** Makes one budget for each document. */
    public static ParagraphPreProcessorFactory factory() {
        return factory(null, ParagraphBudget::new);
    }

    /** Makes one preprocessor for each document, to be asked after those of some factories. */
    static ParagraphPreProcessorFactory factory(Set<Class<?>> after, Supplier<ParagraphPreProcessor> made) {
        return new ParagraphPreProcessorFactory() {
            @Override
            public boolean affectsGlobalScope() {
                return false;
            }

            @Override
            public Set<Class<?>> getAfterDependents() {
                return after;
            }

            @Override
            public Set<Class<?>> getBeforeDependents() {
                return null;
            }

            @Override
            public ParagraphPreProcessor apply(ParserState state) {
                return made.get();
            }
        };
    }
}
