package org.gongkai.render;

import freemarker.cache.TemplateLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.Charset;
import org.gongkai.source.SourceFile;
import org.gongkai.source.SourceTree;

/** Finds templates: a site's own first, the default theme's else. */
final class ThemeSource implements TemplateLoader {

    private static final String BUILT_IN = "/org/gongkai/theme/templates/";

    private final SourceTree source;

    ThemeSource(SourceTree source) {
        this.source = source;
    }

    @Override
    public Object findTemplateSource(String name) {
        return source.file("templates/" + name)
                .map(Object.class::cast)
                .orElseGet(() -> ThemeSource.class.getResource(BUILT_IN + name));
    }

    /** Templates do not change while a site is built. */
    @Override
    public long getLastModified(Object found) {
        return 0;
    }

    @Override
    public Reader getReader(Object found, String encoding) throws IOException {
        InputStream in = found instanceof SourceFile file ? source.open(file) : ((URL) found).openStream();
        return new InputStreamReader(in, Charset.forName(encoding));
    }

    @Override
    public void closeTemplateSource(Object found) {
        // Readers are closed by FreeMarker; nothing else is held.
    }
}
