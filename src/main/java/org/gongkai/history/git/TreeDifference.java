package org.gongkai.history.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * Compares Git trees. Not thread-safe.
 *
 * @param added accepts the path of every file and folder that exists only in the later tree
 */
public record TreeDifference(ObjectReader reader, Consumer<String> added) {

    /**
     * One file that differs.
     *
     * @param path its path relative to the compared trees
     * @param sides its blob in each of the trees before; null where there is none
     * @param after its blob after; null if the file was removed
     */
    public record Difference(String path, List<ObjectId> sides, ObjectId after) {

        /** The blob in the first of the trees before; null if the file was added. */
        public ObjectId before() {
            return sides.get(0);
        }

        /** Whether it differs from all trees before. A merge took what it has in common with one of them from there. */
        public boolean isFromAll() {
            return !sides.contains(after);
        }
    }

    /** The tree of a folder, {@code /} between names, or null if it does not exist. */
    ObjectId folder(ObjectId tree, String path) throws IOException {
        try (TreeWalk found = TreeWalk.forPath(reader, path, tree)) {
            return found != null && found.getFileMode(0) == FileMode.TREE ? found.getObjectId(0) : null;
        }
    }

    /**
     * The files in which a tree differs from at least one of the trees before; each may be null. Symbolic links and
     * submodules are ignored.
     */
    public List<Difference> between(List<ObjectId> before, ObjectId after) throws IOException {
        List<Difference> found = new ArrayList<>();
        if (before.stream().allMatch(tree -> Objects.equals(tree, after))) {
            return found;
        }
        int last = before.size();
        try (TreeWalk walk = new TreeWalk(reader)) {
            for (ObjectId tree : before) {
                add(walk, tree);
            }
            add(walk, after);
            walk.setFilter(TreeFilter.ANY_DIFF);
            while (walk.next()) {
                // Malformed names are reported later, as they are for files on a disk.
                String path = new String(walk.getRawPath(), StandardCharsets.UTF_8);
                if (IntStream.range(0, last).allMatch(side -> walk.getRawMode(side) == 0)) {
                    added.accept(path);
                }
                List<ObjectId> sides = new ArrayList<>();
                for (int side = 0; side < last; side++) {
                    sides.add(file(walk, side));
                }
                ObjectId now = file(walk, last);
                if (!sides.stream().allMatch(old -> Objects.equals(old, now))) {
                    found.add(new Difference(path, sides, now));
                }
                if (walk.isSubtree()) {
                    walk.enterSubtree();
                }
            }
        }
        return found;
    }

    private void add(TreeWalk walk, ObjectId tree) throws IOException {
        walk.addTree(tree == null ? new CanonicalTreeParser() : new CanonicalTreeParser(null, reader, tree));
    }

    private static ObjectId file(TreeWalk walk, int side) {
        boolean isFile = (walk.getRawMode(side) & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
        return isFile ? walk.getObjectId(side) : null;
    }
}
