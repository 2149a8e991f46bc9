package org.gongkai;

import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.markup.IncludedTexts;
import org.gongkai.problem.Problem;
import org.gongkai.source.SourceTree;
import org.gongkai.source.TextDecoder;

/** The files of a site as its texts may include them. */
final class SiteIncludes implements IncludedTexts {

    private final SourceTree source;
    private final TextDecoder decoder = new TextDecoder();

    SiteIncludes(SourceTree source) {
        this.source = source;
    }

    @Override
    public boolean has(String path) {
        return source.file(path).isPresent();
    }

    @Override
    public Optional<String> text(String path, Consumer<Problem> problems) {
        return source.file(path).flatMap(file -> decoder.decode(path, source.bytes(file), problems));
    }
}
