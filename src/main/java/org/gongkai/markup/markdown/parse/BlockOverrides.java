package org.gongkai.markup.markdown.parse;

import com.vladsch.flexmark.parser.block.CustomBlockParserFactory;
import java.util.Set;

/** Blocks of the library that begin by other rules; they are looked for where the library looks for its own. */
abstract class BlockOverrides implements CustomBlockParserFactory {
    /** Makes the library's own blocks. */
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
