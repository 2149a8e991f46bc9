package org.gongkai.history.diff;

import org.gongkai.history.diff.write.ChangedPart;

/**
 * A field of a header that changed.
 *
 * @param name its label
 * @param before its text in the older version, empty if it was not there
 * @param now its text in the newer version, empty if it was removed
 * @param html both in one, safe HTML with {@code <ins>} and {@code <del>}
 */
public record FieldChange(String name, Kind kind, String before, String now, String html) {

    private static final String STATES = ".*(情况|状态|进度|有效性|结果)";

    /** Returns what happened to it in words: what is told of progress is no correction. */
    public ChangedPart part() {
        boolean state = name.matches(STATES);
        return switch (kind) {
            case ADDED -> new ChangedPart(state ? "补记" : "补充", name);
            case REMOVED -> new ChangedPart("删去", name);
            case CHANGED -> ChangedPart.field(state ? "更新" : name.equals("标题") ? "修改" : "更正", name, now);
        };
    }

    /** What happened to it. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }
}
