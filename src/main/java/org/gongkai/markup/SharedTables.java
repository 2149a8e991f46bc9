package org.gongkai.markup;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ext.tables.internal.TableParagraphPreProcessor;
import com.vladsch.flexmark.parser.block.ParagraphPreProcessor;
import com.vladsch.flexmark.parser.block.ParagraphPreProcessorFactory;
import com.vladsch.flexmark.parser.block.ParserState;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Finds tables as flexmark's own extension does, but with one finder for all documents: the extension compiles a pattern
 * anew for each, which was a fifth of all parsing. The finder keeps nothing between calls.
 */
final class SharedTables implements ParagraphPreProcessorFactory {
    private final ParagraphPreProcessorFactory original = TableParagraphPreProcessor.Factory();
    private final AtomicReference<ParagraphPreProcessor> finder = new AtomicReference<>();

    @Override
    public boolean affectsGlobalScope() {
        return original.affectsGlobalScope();
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
    public ParagraphPreProcessor apply(ParserState state) {
        return (Paragraph block, ParserState of) -> {
            ParagraphPreProcessor shared = finder.get();
            if (shared == null) {
                shared = original.apply(state);
                finder.set(shared);
            }
            return shared.preProcessBlock(block, of);
        };
    }
}
