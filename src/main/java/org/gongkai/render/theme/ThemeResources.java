package org.gongkai.render.theme;

import freemarker.cache.TemplateLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.PlainFailure;
import org.gongkai.io.TextResource;

/** The parts of the default theme, by the paths at which a site has its own ones in their place. */
public final class ThemeResources {

    private static final String FOLDER = "/org/gongkai/theme/";

    /** Made by the build of the program of what is there then. */
    private static final String LIST = "parts.txt";

    private ThemeResources() {}

    /** Returns where a part is; {@code null} if there is none. */
    static URL find(String path) {
        return ThemeResources.class.getResource(FOLDER + path);
    }

    static InputStream open(String path) {
        return ThemeResources.class.getResourceAsStream(FOLDER + path);
    }

    static byte[] bytes(String path) throws IOException {
        try (InputStream in = open(path)) {
            return in.readAllBytes();
        }
    }

    /** Returns the paths of all parts, sorted, whether they are there or not. */
    static List<String> parts() {
        if (find(LIST) == null) {
            throw new UncheckedIOException(new IncompleteProgram(LIST));
        }
        return TextResource.of(ThemeResources.class, FOLDER + LIST).lines().toList();
    }

    /** Throws {@link IncompleteProgram} if a part is missing that the site does not replace. */
    public static void require(SourceTree source) {
        for (String path : parts()) {
            if (find(path) == null && source.file(path).isEmpty()) {
                throw new UncheckedIOException(new IncompleteProgram(path));
            }
        }
    }

    /** Thrown if the program lacks a part of its theme, so that pages would refer to what is not there. */
    public static final class IncompleteProgram extends PlainFailure {
        IncompleteProgram(String part) {
            super("程序不完整，缺少 " + part + "，请重新安装");
        }
    }

    /** Loads templates: those of the site, else those of the default theme. */
    static final class ThemeSource implements TemplateLoader {

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
                    .orElseGet(() -> ThemeResources.find(FOLDER + name));
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
}
