package org.gongkai.render.theme;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.site.SiteFile;

/**
 * The style sheets, scripts and images of a theme; a file of the site overrides the built-in file of the same name. The
 * built-in style sheets are compacted, because every reader loads them, as the scripts were when the program was built.
 */
public final class Assets {

    private final Map<String, SiteFile.Original> files = new TreeMap<>();

    /** @param look the name of a look; may be empty */
    public Assets(SourceTree source, LookStyles styles, String look) {
        for (String path : ThemeResources.parts()) {
            if (path.startsWith("assets/") && !path.startsWith(LookStyles.FILE) && ThemeResources.find(path) != null) {
                files.put(
                        path,
                        () -> isCompacted(path)
                                ? new ByteArrayInputStream(styles.builtIn(path, look))
                                : ThemeResources.open(path));
            }
        }
        for (SourceFile file : source.files("assets")) {
            SiteFile.Original builtIn = files.get(file.path());
            files.put(file.path(), () -> open(source, file, builtIn));
        }
    }

    /** Every file, sorted by its address. */
    public List<SiteFile> files() {
        return files.entrySet().stream()
                .map(file -> SiteFile.copy(file.getKey(), () -> "", file.getValue()))
                .toList();
    }

    /** A copy of a built-in file is as good as none. */
    private static InputStream open(SourceTree source, SourceFile file, SiteFile.Original builtIn) throws IOException {
        if (builtIn != null && isCompacted(file.path())) {
            byte[] own;
            try (InputStream in = source.open(file)) {
                own = in.readAllBytes();
            }
            boolean copy = Arrays.equals(own, ThemeResources.bytes(file.path()));
            return copy ? builtIn.open() : new ByteArrayInputStream(own);
        }
        return source.open(file);
    }

    private static boolean isCompacted(String path) {
        return path.endsWith(".css");
    }
}
