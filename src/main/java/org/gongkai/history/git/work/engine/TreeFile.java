package org.gongkai.history.git.work.engine;

import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/** The mode and the content of a path in a tree or in the index. */
public record TreeFile(FileMode mode, ObjectId id) {

    /** Whether it is a regular file, not a link or a submodule. */
    public boolean isFile() {
        return FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode);
    }
}
