package org.gongkai.input.source;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The markup languages of entries. Decides for the whole program, by names alone and without regard to case, which files are
 * entries.
 */
public enum EntryFormat {
    MARKDOWN("md", "markdown", "mdown"),
    ASCIIDOC("adoc", "asciidoc", "ad"),
    HTML("html", "htm");

    private static final String CONTENT = "content/";
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

    /** The endings of all formats, in lower case, without a full stop. */
    public static Set<String> endings() {
        return BY_ENDING.keySet();
    }

    /** The format of files of an ending, in any case, without a full stop; empty if it is none of ours. */
    public static Optional<EntryFormat> ofEnding(String ending) {
        return Optional.ofNullable(BY_ENDING.get(ending.toLowerCase(Locale.ROOT)));
    }

    /** Whether files of an ending are written in this format. */
    public boolean has(String ending) {
        return ofEnding(ending).filter(this::equals).isPresent();
    }

    /**
     * Whether a file is meant to be an entry of one of our formats, readable or not.
     *
     * @param path path from the site's root
     */
    public static boolean isEntry(String path) {
        return mayBeEntry(path) && ofEnding(SourceFile.ending(path)).isPresent();
    }

    /** Whether a file can be an entry, whatever its ending: it lies below {@code content}, and not {@link #isLeftOut}. */
    public static boolean mayBeEntry(String path) {
        return path.startsWith(CONTENT) && !isLeftOut(path);
    }

    /** Whether the name of a file, or of a folder in which it lies, begins with {@code _} or a dot: never an entry. */
    public static boolean isLeftOut(String path) {
        return path.contains("/_") || path.contains("/.");
    }
}
