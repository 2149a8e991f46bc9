package org.gongkai.render.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.input.source.SourceTree;

/** The parts of the default theme, by the paths at which a site has its own ones in their place. */
final class BuiltInTheme {

    private static final String FOLDER = "/org/gongkai/theme/";

    /** Made by the build of the program of what is there then. */
    private static final String LIST = "parts.txt";

    private BuiltInTheme() {}

    /** Returns where a part is; {@code null} if there is none. */
    static URL find(String path) {
        return BuiltInTheme.class.getResource(FOLDER + path);
    }

    static InputStream open(String path) {
        return BuiltInTheme.class.getResourceAsStream(FOLDER + path);
    }

    /** Returns the paths of all parts, sorted, whether they are there or not. */
    static List<String> parts() {
        try (InputStream in = open(LIST)) {
            if (in == null) {
                throw new IncompleteProgram(LIST);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws {@link IncompleteProgram} if a part is missing that the site does not replace. */
    static void require(SourceTree source) {
        for (String path : parts()) {
            if (find(path) == null && source.file(path).isEmpty()) {
                throw new UncheckedIOException(new IncompleteProgram(path));
            }
        }
    }
}
