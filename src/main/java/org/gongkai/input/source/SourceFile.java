package org.gongkai.input.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A file of the source.
 *
 * @param path the path relative to the site's root, {@code /} between names, NFC: {@code content/通知/2024/a.md}
 * @param size the size in bytes
 */
public record SourceFile(String path, long size) {

    /** Extensions of texts that are no entries: parts of entries, data and drawings. */
    private static final Set<String> TEXTS = Set.of("asc", "txt", "csv", "tsv", "json", "xml", "svg", "yml", "yaml");

    public String name() {
        return name(path);
    }

    /** The last name of a path. */
    public static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The file name without its extension and the dot before it. */
    public String stem() {
        String ending = ending();
        return ending.isEmpty() ? name() : name().substring(0, name().length() - ending.length() - 1);
    }

    /** The extension in lower case without the dot; may be empty. */
    public String ending() {
        return ending(path);
    }

    /** The extension of a path in lower case without the dot; may be empty. */
    public static String ending(String path) {
        int name = path.lastIndexOf('/') + 1;
        int dot = path.lastIndexOf('.');
        return dot <= name ? "" : path.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Returns true if files with the extension of a path are texts that somebody wrote, in whatever charset. */
    public static boolean isText(String path) {
        return TEXTS.contains(ending(path))
                || EntryFormat.ofEnding(ending(path)).isPresent();
    }

    /** Removes {@code .} and {@code ..} from a path, of any system; empty if it leaves the root. */
    public static Optional<String> resolved(String path) {
        List<String> names = new ArrayList<>();
        for (String name : path.split("/")) {
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

    /** The folder of a path, with a trailing {@code /}; may be empty. */
    public static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }
}
