package org.gongkai.site.link;

import java.util.Collection;
import java.util.List;

/**
 * What a typed path means.
 *
 * @param paths the files that it can mean, sorted: one, or none, or more than a link can lead to
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

    /** Whether it means one file, and a link may lead there without a word. */
    boolean isExact() {
        return isUnique() && !otherCase;
    }

    /** Whether it means one file. */
    public boolean isUnique() {
        return paths.size() == 1;
    }
}
