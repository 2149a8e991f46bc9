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

    private final SourceTree source;
    private final Queue<String> opened = new ConcurrentLinkedQueue<>();

    ThemeSource(SourceTree source) {
        BuiltInTheme.require(source);
        this.source = source;
    }

    /** Returns the next template that was loaded since the last call; empty if there is none. */
    Optional<String> nextOpened() {
        return Optional.ofNullable(opened.poll());
    }

    @Override
    public Object findTemplateSource(String name) {
        return source.file(FOLDER + name).map(Object.class::cast).orElseGet(() -> BuiltInTheme.find(FOLDER + name));
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
        InputStream in = found instanceof SourceFile file ? source.open(file) : ((URL) found).openStream();
        return new InputStreamReader(in, Charset.forName(encoding));
    }

    @Override
    public void closeTemplateSource(Object found) {
        // FreeMarker closes the readers.
    }
}
