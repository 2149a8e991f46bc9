package org.gongkai.jbake.page;

import freemarker.cache.TemplateLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;

/**
 * Loads templates from the project's own folder only. What they interpret is output as it is: a text of a document is
 * data, no program. FreeMarker has no switch for that.
 */
final class ProjectTemplates implements TemplateLoader {

    private static final Pattern INTERPRET = Pattern.compile("\\?\\s*interpret\\b");

    /** Quotes the text that follows, an end of quotation in it included. */
    private static final String QUOTED =
            Matcher.quoteReplacement("?replace('(?<=[<\\\\[])(?=/#?noparse)', '</#noparse><#noparse>', 'ri')"
                    + "?replace('.*', '<#noparse>$0</#noparse>', 'rsf')?interpret");

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
    public Reader getReader(Object found, String encoding) throws IOException {
        try (InputStream in = tree.open((SourceFile) found)) {
            String template = new String(in.readAllBytes(), Charset.forName(encoding));
            return new StringReader(INTERPRET.matcher(template).replaceAll(QUOTED));
        }
    }

    @Override
    public void closeTemplateSource(Object found) {
        // Readers are closed by FreeMarker; nothing else is held.
    }
}
