package org.gongkai.history.git.work;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.gongkai.history.git.work.engine.GitEngine;
import org.gongkai.history.git.work.engine.TreeFile;
import org.gongkai.history.git.work.result.CommitResult;
import org.gongkai.history.git.work.result.Person;

/** Commits files as they are on the disk, and leaves in the index what is staged of others. */
final class PathCommit {

    private final GitEngine engine;

    PathCommit(GitEngine engine) {
        this.engine = engine;
    }

    /** Stages first: should the machine stop before the commit, the files are staged, and nothing looks reverted. */
    CommitResult of(SortedSet<String> paths, String message, Person user) throws IOException {
        Map<String, TreeFile> indexed = engine.indexed(paths);
        Map<String, Optional<TreeFile>> before = new TreeMap<>();
        paths.forEach(path -> before.put(path, Optional.ofNullable(indexed.get(path))));
        boolean isDone = false;
        try {
            engine.stage(paths);
            CommitResult result = engine.commit(paths, message, user);
            isDone = result instanceof CommitResult.Committed || result instanceof CommitResult.NothingChanged;
            return result;
        } finally {
            if (!isDone) {
                engine.setIndex(before);
            }
        }
    }
}
