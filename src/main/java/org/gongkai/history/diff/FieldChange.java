package org.gongkai.history.diff;

/**
 * A field of a header that changed.
 *
 * @param name its label
 * @param before its text in the older version, empty if it was not there
 * @param now its text in the newer version, empty if it was removed
 * @param html both in one, safe HTML with {@code <ins>} and {@code <del>}
 */
public record FieldChange(String name, Kind kind, String before, String now, String html) {

    /** What happened to it. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }
}
