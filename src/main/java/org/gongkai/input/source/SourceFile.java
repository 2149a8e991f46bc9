package org.gongkai.input.source;

import java.util.Locale;

/**
 * A file of the source.
 *
 * @param path path from the site's root, {@code /} between names, NFC: {@code content/通知/2024/a.md}
 * @param size bytes
 */
public record SourceFile(String path, long size) {

    /** The name after the last {@code /}. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The ending of its name in lower case without the dot, or empty. */
    public String ending() {
        return ending(path);
    }

    /** The ending of the name of a path in lower case without the dot, or empty. */
    public static String ending(String path) {
        int name = path.lastIndexOf('/') + 1;
        int dot = path.lastIndexOf('.');
        return dot <= name ? "" : path.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** The folder of a path, ending in {@code /}, or empty. */
    public static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }
}
