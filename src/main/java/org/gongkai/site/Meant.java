package org.gongkai.site;

import java.util.Collection;
import java.util.List;

/**
 * What a typed path means.
 *
 * @param paths the files that it can mean, sorted: one, or none, or more than a link can lead to
 * @param otherCase whether it was typed in another case
 */
record Meant(List<String> paths, boolean otherCase) {

    static final Meant NOTHING = new Meant(List.of(), false);

    Meant {
        paths = List.copyOf(paths);
    }

    static Meant exactly(String path) {
        return new Meant(List.of(path), false);
    }

    static Meant of(Collection<String> paths) {
        return new Meant(List.copyOf(paths), false);
    }

    static Meant inOtherCase(Collection<String> paths) {
        return new Meant(List.copyOf(paths), true);
    }

    boolean isNothing() {
        return paths.isEmpty();
    }

    /** Whether it means one file, and a link may lead there without a word. */
    boolean isExact() {
        return isClear() && !otherCase;
    }

    /** Whether it means one file. */
    boolean isClear() {
        return paths.size() == 1;
    }
}
