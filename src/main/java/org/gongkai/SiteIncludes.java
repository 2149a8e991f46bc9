package org.gongkai;

import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.markup.IncludedTexts;
import org.gongkai.markup.OtherMarkup;
import org.gongkai.problem.Problem;
import org.gongkai.source.SourceTree;
import org.gongkai.source.TextDecoder;

/** The files of a site as its texts may include them. */
final class SiteIncludes implements IncludedTexts {

    private final SourceTree source;
    private final OtherMarkup others;
    private final TextDecoder decoder = new TextDecoder();

    /**
     * @param others tell which files of other endings than ours are entries, too
     */
    SiteIncludes(SourceTree source, OtherMarkup others) {
        this.source = source;
        this.others = others;
    }

    @Override
    public boolean has(String path) {
        return source.file(path).isPresent();
    }

    @Override
    public boolean isEntry(String path) {
        return source.file(path).isPresent() && others.isEntry(path);
    }

    @Override
    public Optional<String> text(String path, Consumer<Problem> problems) {
        return source.file(path).flatMap(file -> decoder.decode(path, source.bytes(file), problems));
    }
}
