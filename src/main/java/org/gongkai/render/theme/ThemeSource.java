package org.gongkai.render.theme;

import freemarker.cache.TemplateLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;

/** Loads templates: those of the site, else those of the default theme. */
final class ThemeSource implements TemplateLoader {

    private static final String FOLDER = "templates/";

    private final Optional<SourceTree> source;
    private final Queue<String> opened = new ConcurrentLinkedQueue<>();

    private ThemeSource(Optional<SourceTree> source) {
        this.source = source;
    }

    /** The templates of a site and, where it has none, of the default theme. */
    static ThemeSource of(SourceTree source) {
        return new ThemeSource(Optional.of(source));
    }

    /** The templates of the default theme. */
    static ThemeSource builtIn() {
        return new ThemeSource(Optional.empty());
    }

    /** Returns the next template that was loaded since the last call; empty if there is none. */
    Optional<String> nextOpened() {
        return Optional.ofNullable(opened.poll());
    }

    @Override
    public Object findTemplateSource(String name) {
        return source.flatMap(site -> site.file(FOLDER + name))
                .map(Object.class::cast)
                .orElseGet(() -> BuiltInTheme.find(FOLDER + name));
    }

    /** Templates do not change while a site is built. */
    @Override
    public long getLastModified(Object found) {
        return 0;
    }

    @Override
    public Reader getReader(Object found, String encoding) throws IOException {
        if (found instanceof SourceFile file) {
            opened.add(file.path().substring(FOLDER.length()));
        }
        InputStream in =
                found instanceof SourceFile file ? source.orElseThrow().open(file) : ((URL) found).openStream();
        return new InputStreamReader(in, Charset.forName(encoding));
    }

    @Override
    public void closeTemplateSource(Object found) {
        // FreeMarker closes the readers.
    }
}
