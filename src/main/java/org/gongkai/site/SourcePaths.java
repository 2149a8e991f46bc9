package org.gongkai.site;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.problem.Nearest;
import org.gongkai.source.SourceFile;
import org.gongkai.source.SourceTree;

/** Finds the files that the paths in one source file lead to; none outside of {@code content/}. */
final class SourcePaths {

    private final SourceTree source;
    private final String from;

    /**
     * @param from the file in which the paths were typed
     */
    SourcePaths(SourceTree source, String from) {
        this.source = source;
        this.from = from;
    }

    /** The file that a path leads to, tried as it was typed and with its percent signs decoded. */
    Optional<SourceFile> find(String typed) {
        return exactly(typed).or(() -> exactly(decode(typed)));
    }

    private Optional<SourceFile> exactly(String typed) {
        return normalised(typed).filter(SourcePaths::isContent).flatMap(source::file);
    }

    /** The site's own data are settings, nothing to be read or taken away. */
    private static boolean isContent(String path) {
        return path.startsWith("content/") && !path.startsWith("content/_data/");
    }

    /** Whether a path leads to where no file may be named. */
    boolean leadsOut(String typed) {
        return normalised(typed).filter(SourcePaths::isContent).isEmpty();
    }

    /** The path from the site's root of a path typed in this entry; empty if it climbs above the root. */
    private Optional<String> normalised(String typed) {
        String path = Normalizer.normalize(typed.replace('\\', '/'), Normalizer.Form.NFC);
        String whole = path.startsWith("/") ? "content" + path : SourceFile.folder(from) + path;
        List<String> names = new ArrayList<>();
        for (String name : whole.split("/")) {
            if (name.equals("..")) {
                if (names.isEmpty()) {
                    return Optional.empty();
                }
                names.remove(names.size() - 1);
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        return Optional.of(String.join("/", names));
    }

    /** What the writer probably meant: a file of nearly the same name in the same folder, or of the same name elsewhere. */
    Optional<String> nearby(String typed) {
        String whole = normalised(decode(typed)).orElse("");
        String name = whole.substring(whole.lastIndexOf('/') + 1);
        String folder = SourceFile.folder(whole);
        List<SourceFile> all = source.files("content");
        List<String> names = all.stream()
                .filter(f -> SourceFile.folder(f.path()).equals(folder))
                .map(SourceFile::name)
                .toList();
        return Nearest.of(name, names)
                .map(n -> "您是不是要写“" + folderOf(typed) + n + "”")
                .or(() -> all.stream()
                        .filter(f -> f.name().equals(name))
                        .findFirst()
                        .map(f -> "同名的文件在 " + f.path() + "，请改正路径"));
    }

    private static String folderOf(String typed) {
        return typed.substring(0, typed.lastIndexOf('/') + 1);
    }

    /** A path with its percent signs decoded; as it is if they stand for nothing. */
    static String decode(String typed) {
        if (typed.indexOf('%') < 0) {
            return typed;
        }
        try {
            return URLDecoder.decode(typed.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return typed;
        }
    }
}
