package org.gongkai.history.git.commit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Compares Git trees. Not thread-safe. */
public final class TreeDifference {

    private final ObjectReader reader;
    private final Consumer<String> added;

    /**
     * One file that differs.
     *
     * @param path its path relative to the compared trees
     * @param before its blob before; null if the file was added
     * @param after its blob after; null if the file was removed
     */
    public record Difference(String path, ObjectId before, ObjectId after) {}

    public TreeDifference(ObjectReader reader) {
        this(reader, path -> {});
    }

    /**
     * @param added accepts the path of every file and folder that exists only in the later tree
     */
    public TreeDifference(ObjectReader reader, Consumer<String> added) {
        this.reader = reader;
        this.added = added;
    }

    /** The tree of a folder, {@code /} between names, or null if it does not exist. */
    ObjectId folder(ObjectId tree, String path) throws IOException {
        try (TreeWalk found = TreeWalk.forPath(reader, path, tree)) {
            return found != null && found.getFileMode(0) == FileMode.TREE ? found.getObjectId(0) : null;
        }
    }

    /** The files in which two trees differ; either may be null. Symbolic links and submodules are ignored. */
    public List<Difference> between(ObjectId before, ObjectId after) throws IOException {
        List<Difference> found = new ArrayList<>();
        if (Objects.equals(before, after)) {
            return found;
        }
        try (TreeWalk walk = new TreeWalk(reader)) {
            add(walk, before);
            add(walk, after);
            walk.setFilter(TreeFilter.ANY_DIFF);
            while (walk.next()) {
                // Malformed names are reported later, as they are for files on a disk.
                String path = new String(walk.getRawPath(), StandardCharsets.UTF_8);
                if (walk.getRawMode(0) == 0) {
                    added.accept(path);
                }
                ObjectId old = file(walk, 0);
                ObjectId now = file(walk, 1);
                if (!Objects.equals(old, now)) {
                    found.add(new Difference(path, old, now));
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
