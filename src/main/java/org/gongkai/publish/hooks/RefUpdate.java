package org.gongkai.publish.hooks;

import java.util.List;

/**
 * One line that git hands to a hook: a reference that a push sets.
 *
 * @param before the object it named; zeros if it is new
 * @param after the object it is to name; zeros if it is to be deleted
 * @param reference its whole name, such as {@code refs/heads/main}
 */
public record RefUpdate(String before, String after, String reference) {

    /** Reads all lines. A name may hold whatever git allows, but no blank comes before it. */
    public static List<RefUpdate> of(List<String> lines) {
        return lines.stream()
                .map(line -> line.split(" ", 3))
                .filter(words -> words.length == 3)
                .map(words -> new RefUpdate(words[0], words[1], words[2]))
                .toList();
    }

    /** Whether the reference did not exist. */
    public boolean creates() {
        return isNothing(before);
    }

    /** Whether the reference is to go. */
    public boolean deletes() {
        return isNothing(after);
    }

    private static boolean isNothing(String object) {
        return object.chars().allMatch(c -> c == '0');
    }
}
