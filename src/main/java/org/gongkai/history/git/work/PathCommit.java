package org.gongkai.history.git.work;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.gongkai.history.git.work.engine.CommitTrees;
import org.gongkai.history.git.work.engine.GitEngine;
import org.gongkai.history.git.work.engine.TreeFile;
import org.gongkai.history.git.work.result.CommitResult;
import org.gongkai.history.git.work.result.Person;

/** Commits files as they are on the disk, and leaves in the index what is staged of others. */
record PathCommit(GitEngine engine, CommitTrees trees) {

    /** Stages first: should the machine stop before the commit, the files are staged, and nothing looks reverted. */
    CommitResult of(SortedSet<String> paths, String message, Person user) throws IOException {
        Optional<ObjectId> head = trees.commit(Constants.HEAD);
        Map<String, TreeFile> committed = trees.files(head, paths);
        Map<String, TreeFile> indexed = engine.indexed(paths);
        Map<String, Optional<TreeFile>> before = new TreeMap<>();
        paths.forEach(path -> before.put(path, Optional.ofNullable(indexed.get(path))));
        boolean isNothing = false;
        try {
            engine.stage(paths);
            Map<String, TreeFile> staged = engine.indexed(paths);
            List<String> changed = paths.stream()
                    .filter(path -> !Objects.equals(staged.get(path), committed.get(path)))
                    .toList();
            isNothing = changed.isEmpty();
            return isNothing ? new CommitResult.NothingChanged() : engine.commit(changed, message, user);
        } finally {
            // What fails after the commit was made does not undo it.
            if (!isNothing && trees.commit(Constants.HEAD).equals(head)) {
                engine.setIndex(before);
            }
        }
    }
}
