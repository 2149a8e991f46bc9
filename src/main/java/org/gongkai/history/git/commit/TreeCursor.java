package org.gongkai.history.git.commit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A cursor over the entries of a tree object. An entry consists of the mode in octal digits, a space, the name, a null
 * byte and the 20 bytes of the id.
 */
final class TreeCursor {
    private final byte[] tree;
    private int start;
    private int mode;
    private int name;
    private int end;

    TreeCursor(byte[] tree) {
        this.tree = tree;
        read();
    }

    boolean valid() {
        return start < tree.length;
    }

    /** Advances both cursors past the entries with which both trees begin. */
    void skipCommon(TreeCursor other) {
        int differs = Arrays.mismatch(tree, other.tree);
        int same = differs < 0 ? tree.length : differs;
        while (valid() && end + 1 + Constants.OBJECT_ID_LENGTH <= same) {
            next();
        }
        other.start = start;
        other.read();
    }

    /** Returns true if the remaining entries of both trees are equal. */
    boolean restEquals(TreeCursor other) {
        return tree.length - start == other.tree.length - other.start
                && Arrays.equals(tree, start, tree.length, other.tree, other.start, other.tree.length);
    }

    void next() {
        start = end + 1 + Constants.OBJECT_ID_LENGTH;
        read();
    }

    private void read() {
        if (!valid()) {
            return;
        }
        mode = 0;
        int at = start;
        while (tree[at] != ' ') {
            mode = mode * 8 + tree[at++] - '0';
        }
        name = at + 1;
        end = name;
        while (tree[end] != 0) {
            end++;
        }
    }

    boolean isTree() {
        return (mode & FileMode.TYPE_MASK) == FileMode.TYPE_TREE;
    }

    boolean isFile() {
        return (mode & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
    }

    ObjectId id() {
        return ObjectId.fromRaw(tree, end + 1);
    }

    boolean isNamed(byte[] other) {
        return Arrays.equals(tree, name, end, other, 0, other.length);
    }

    String text() {
        return new String(tree, name, end - name, StandardCharsets.UTF_8);
    }

    boolean sameAs(TreeCursor other) {
        return mode == other.mode
                && Arrays.equals(
                        tree,
                        end + 1,
                        end + 1 + Constants.OBJECT_ID_LENGTH,
                        other.tree,
                        other.end + 1,
                        other.end + 1 + Constants.OBJECT_ID_LENGTH);
    }

    /** Compares by Git's order: names by their bytes, a tree as if its name ended in a slash. */
    int compareTo(TreeCursor other) {
        int length = end - name;
        int otherLength = other.end - other.name;
        int common = Math.min(length, otherLength);
        int differs = Arrays.compareUnsigned(tree, name, name + common, other.tree, other.name, other.name + common);
        if (differs != 0) {
            return differs;
        }
        return Integer.compare(after(common), other.after(common));
    }

    private int after(int common) {
        return end - name > common ? tree[name + common] & 0xff : isTree() ? '/' : 0;
    }
}
