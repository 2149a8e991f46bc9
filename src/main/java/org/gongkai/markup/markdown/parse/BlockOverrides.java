package org.gongkai.markup.markdown.parse;

import com.vladsch.flexmark.parser.block.CustomBlockParserFactory;
import java.util.Set;

/** Replacements of the library's block parsers, tried at the same point. */
abstract class BlockOverrides implements CustomBlockParserFactory {
    /** The factory of the library's own blocks. */
    final CustomBlockParserFactory original;

    BlockOverrides(CustomBlockParserFactory original) {
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
}
