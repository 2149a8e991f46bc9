package org.gongkai.pipeline.read;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gongkai.input.source.SourceTree;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.markup.IncludedTexts;
import org.gongkai.markup.convert.OtherMarkup;
import org.gongkai.problem.Problem;

/** The files of a site that its texts may include. */
public final class SiteIncludes implements IncludedTexts {

    private final Supplier<SourceTree> source;
    private final OtherMarkup others;
    private final TextDecoder decoder = new TextDecoder();

    /**
     * @param source supplies the current files
     * @param others determine which files with other extensions are entries, too
     */
    public SiteIncludes(Supplier<SourceTree> source, OtherMarkup others) {
        this.source = source;
        this.others = others;
    }

    @Override
    public boolean has(String path) {
        return source.get().file(path).isPresent();
    }

    @Override
    public boolean isEntry(String path) {
        return source.get().file(path).isPresent() && others.isEntry(path);
    }

    @Override
    public Optional<String> text(String path, Consumer<Problem> problems) {
        SourceTree files = source.get();
        return files.file(path).flatMap(file -> decoder.decode(files, file, problems));
    }
}
