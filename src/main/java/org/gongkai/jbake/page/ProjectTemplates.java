package org.gongkai.jbake.page;

import freemarker.cache.TemplateLoader;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;

/** Loads templates from the project's own folder only. */
final class ProjectTemplates implements TemplateLoader {

    private final String folder;
    private final SourceTree tree;

    ProjectTemplates(String folder, SourceTree tree) {
        this.folder = folder;
        this.tree = tree;
    }

    @Override
    public Object findTemplateSource(String name) {
        return tree.file(folder + "/" + name).orElse(null);
    }

    /** Templates do not change while a site is built. */
    @Override
    public long getLastModified(Object found) {
        return 0;
    }

    @Override
    public Reader getReader(Object found, String encoding) {
        return new InputStreamReader(tree.open((SourceFile) found), Charset.forName(encoding));
    }

    @Override
    public void closeTemplateSource(Object found) {
        // Readers are closed by FreeMarker; nothing else is held.
    }
}
