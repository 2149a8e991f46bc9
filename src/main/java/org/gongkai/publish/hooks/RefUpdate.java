package org.gongkai.publish.hooks;

import java.util.List;

/**
 * An update of a reference by a push: one line that git passes to a hook.
 *
 * @param before the object it refers to; zeros if it is created
 * @param after the object it will refer to; zeros if it is deleted
 * @param reference its full name, such as {@code refs/heads/main}
 */
public record RefUpdate(String before, String after, String reference) {

    /** Parses lines; malformed ones are skipped. */
    public static List<RefUpdate> of(List<String> lines) {
        return lines.stream()
                .map(line -> line.split(" ", 3))
                .filter(words -> words.length == 3)
                .map(words -> new RefUpdate(words[0], words[1], words[2]))
                .toList();
    }

    /** A reference as users name it. */
    public static String shortName(String reference) {
        return reference.replaceFirst("^refs/(heads|tags)/", "");
    }

    /** Whether the push sets a branch. */
    public boolean setsBranch() {
        return reference.startsWith("refs/heads/") && !deletes();
    }

    /** Whether the push creates the reference. */
    public boolean creates() {
        return isZero(before);
    }

    /** Whether the push deletes the reference. */
    public boolean deletes() {
        return isZero(after);
    }

    private static boolean isZero(String object) {
        return object.chars().allMatch(c -> c == '0');
    }
}
