package org.gongkai.history.git.commit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * Compares Git trees. The trees of a commit are also those of its child's parent, so that a cache of recent trees halves the
 * reading; JGit's {@code TreeWalk} has none. Not thread-safe.
 */
public final class TreeDifference {

    private static final byte[] NOTHING = {};
    private static final int CACHE_SIZE = 4096;

    private final ObjectReader reader;
    private final Consumer<String> added;
    private final Map<ObjectId, byte[]> trees = new LinkedHashMap<>(CACHE_SIZE * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ObjectId, byte[]> eldest) {
            return size() > CACHE_SIZE;
        }
    };

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
        ObjectId at = tree;
        for (String name : path.split("/")) {
            if (at == null || name.isEmpty()) {
                continue;
            }
            at = child(bytes(at), name.getBytes(StandardCharsets.UTF_8));
        }
        return at;
    }

    private static ObjectId child(byte[] tree, byte[] name) {
        for (TreeCursor at = new TreeCursor(tree); at.valid(); at.next()) {
            if (at.isTree() && at.isNamed(name)) {
                return at.id();
            }
        }
        return null;
    }

    /** The files in which two trees differ; either may be null. Symbolic links and submodules are ignored. */
    public List<Difference> between(ObjectId before, ObjectId after) throws IOException {
        List<Difference> found = new ArrayList<>();
        compare(before, after, "", found);
        return found;
    }

    private void compare(ObjectId before, ObjectId after, String path, List<Difference> found) throws IOException {
        if (before == null ? after == null : before.equals(after)) {
            return;
        }
        TreeCursor a = new TreeCursor(before == null ? NOTHING : bytes(before));
        TreeCursor b = new TreeCursor(after == null ? NOTHING : bytes(after));
        a.skipCommon(b);
        while (a.valid() || b.valid()) {
            if (a.restEquals(b)) {
                return;
            }
            int order = !a.valid() ? 1 : !b.valid() ? -1 : a.compareTo(b);
            if (order == 0) {
                if (!a.sameAs(b)) {
                    child(a, b, path, found);
                }
                a.next();
                b.next();
            } else if (order < 0) {
                child(a, null, path, found);
                a.next();
            } else {
                child(null, b, path, found);
                b.next();
            }
        }
    }

    private void child(TreeCursor a, TreeCursor b, String path, List<Difference> found) throws IOException {
        String name = path + (a == null ? b : a).text();
        if (a == null) {
            added.accept(name);
        }
        ObjectId treeBefore = a != null && a.isTree() ? a.id() : null;
        ObjectId treeAfter = b != null && b.isTree() ? b.id() : null;
        if (treeBefore != null || treeAfter != null) {
            compare(treeBefore, treeAfter, name + "/", found);
        }
        ObjectId before = a != null && a.isFile() ? a.id() : null;
        ObjectId after = b != null && b.isFile() ? b.id() : null;
        if (before != null ? !before.equals(after) : after != null) {
            found.add(new Difference(name, before, after));
        }
    }

    private byte[] bytes(ObjectId tree) throws IOException {
        byte[] known = trees.get(tree);
        if (known == null) {
            known = reader.open(tree, Constants.OBJ_TREE).getCachedBytes();
            trees.put(tree, known);
        }
        return known;
    }
}
