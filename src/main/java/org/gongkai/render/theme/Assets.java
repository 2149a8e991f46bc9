package org.gongkai.render.theme;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;

/**
 * The style sheets, scripts and images of a theme; a file of the site overrides the built-in file of the same name. The
 * built-in style sheets are compacted, because every reader loads them, as the scripts were when the program was built.
 */
public final class Assets {

    private static final String BUILT_IN = "/org/gongkai/theme/assets/";

    /** Opens one file. */
    public interface Content {
        InputStream open() throws IOException;
    }

    private final Map<String, Content> files = new TreeMap<>();

    public Assets(SourceTree source) {
        builtIn();
        for (SourceFile file : source.files("assets")) {
            Content builtIn = files.get(file.path());
            files.put(file.path(), () -> open(source, file, builtIn));
        }
    }

    /** Every file by its address, sorted. */
    public Map<String, Content> files() {
        return files;
    }

    /** A copy of a built-in file is as good as none. */
    private static InputStream open(SourceTree source, SourceFile file, Content builtIn) throws IOException {
        if (builtIn != null && isCompacted(file.path())) {
            byte[] own;
            try (InputStream in = source.open(file)) {
                own = in.readAllBytes();
            }
            boolean copy = Arrays.equals(own, bytes(file.path().substring("assets/".length())));
            return copy ? builtIn.open() : new ByteArrayInputStream(own);
        }
        return source.open(file);
    }

    private static boolean isCompacted(String path) {
        return path.endsWith(".css");
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = Assets.class.getResourceAsStream(BUILT_IN + name)) {
            return in.readAllBytes();
        }
    }

    private static InputStream compacted(String name) throws IOException {
        String compact = CompactStyles.of(new String(bytes(name), StandardCharsets.UTF_8));
        return new ByteArrayInputStream(compact.getBytes(StandardCharsets.UTF_8));
    }

    private void builtIn() {
        URL folder = Assets.class.getResource(BUILT_IN);
        if (folder == null) {
            throw new IllegalStateException("the default theme is missing from the program");
        }
        try {
            URI uri = folder.toURI();
            if (uri.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                    list(jar.getPath(BUILT_IN));
                }
            } else {
                list(Path.of(uri));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void list(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            all.filter(Files::isRegularFile).forEach(file -> {
                String name = folder.relativize(file).toString().replace('\\', '/');
                files.put(
                        "assets/" + name,
                        () -> isCompacted("assets/" + name)
                                ? compacted(name)
                                : Assets.class.getResourceAsStream(BUILT_IN + name));
            });
        }
    }
}
