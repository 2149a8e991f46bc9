package org.gongkai.site.link;

import java.util.Collection;
import java.util.List;

/**
 * The files that a typed path denotes.
 *
 * @param paths the files, sorted; none if it denotes nothing, several if it is ambiguous
 * @param otherCase whether it was typed in another case
 */
public record LinkTarget(List<String> paths, boolean otherCase) {

    static final LinkTarget NONE = new LinkTarget(List.of(), false);

    public LinkTarget {
        paths = List.copyOf(paths);
    }

    static LinkTarget exactly(String path) {
        return new LinkTarget(List.of(path), false);
    }

    static LinkTarget of(Collection<String> paths) {
        return new LinkTarget(List.copyOf(paths), false);
    }

    static LinkTarget inOtherCase(Collection<String> paths) {
        return new LinkTarget(List.copyOf(paths), true);
    }

    boolean isEmpty() {
        return paths.isEmpty();
    }

    /** Returns whether it denotes one file, spelled exactly. */
    boolean isExact() {
        return isUnique() && !otherCase;
    }

    /** Returns whether it denotes one file. */
    public boolean isUnique() {
        return paths.size() == 1;
    }
}
