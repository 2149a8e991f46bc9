package org.gongkai.input.source;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The markup languages of entries. Decides for the whole program which files are entries, by their paths alone and
 * ignoring case.
 */
public enum EntryFormat {
    MARKDOWN("md", "markdown", "mdown"),
    ASCIIDOC("adoc", "asciidoc", "ad"),
    HTML("html", "htm");

    private static final Map<String, EntryFormat> BY_ENDING = byEnding();

    private final List<String> endings;

    EntryFormat(String... endings) {
        this.endings = List.of(endings);
    }

    private static Map<String, EntryFormat> byEnding() {
        Map<String, EntryFormat> formats = new HashMap<>();
        Arrays.stream(values()).forEach(format -> format.endings.forEach(ending -> formats.put(ending, format)));
        return Map.copyOf(formats);
    }

    /**
     * Returns the format with a file extension, without the dot and ignoring case; empty if it is not a format of
     * entries.
     */
    public static Optional<EntryFormat> ofEnding(String ending) {
        return Optional.ofNullable(BY_ENDING.get(ending.toLowerCase(Locale.ROOT)));
    }

    /** Returns true if files with an extension have this format. */
    public boolean has(String ending) {
        return ofEnding(ending).filter(this::equals).isPresent();
    }

    /**
     * Returns true if a file is an entry, valid or not.
     *
     * @param path the path relative to the site's root
     */
    public static boolean isEntry(String path) {
        return mayBeEntry(path) && ofEnding(SourceFile.ending(path)).isPresent();
    }

    /**
     * Returns true if a file can be an entry, whatever its extension: it is below {@code content}, and not
     * {@link #isLeftOut}.
     */
    public static boolean mayBeEntry(String path) {
        return path.startsWith(SourceTree.CONTENT) && !isLeftOut(path);
    }

    /**
     * Returns true if the name of a file or of one of its folders begins with {@code _} or a dot; such files are never
     * entries.
     */
    public static boolean isLeftOut(String path) {
        return path.contains("/_") || path.contains("/.");
    }
}
