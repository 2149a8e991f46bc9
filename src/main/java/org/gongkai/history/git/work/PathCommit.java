package org.gongkai.history.git.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.gongkai.history.git.work.CommitTrees.TreeFile;
import org.gongkai.history.git.work.WorkingCopyState.Person;
import org.gongkai.io.TemporaryFolder;

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
            isNothing = engine.indexed(paths).equals(committed);
            return isNothing ? new CommitResult.NothingChanged() : commit(head, paths, message.strip(), user);
        } finally {
            // What fails after the commit was made does not undo it.
            if (!isNothing && trees.commit(Constants.HEAD).equals(head)) {
                engine.setIndex(before);
            }
        }
    }

    private CommitResult commit(Optional<ObjectId> head, SortedSet<String> paths, String message, Person user)
            throws IOException {
        Optional<List<String>> refusal = engine.refusal("pre-commit");
        if (refusal.isPresent()) {
            return new CommitResult.Refused(refusal.get());
        }
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            Path text = Files.writeString(folder.path().resolve("COMMIT_EDITMSG"), message + "\n");
            refusal = engine.refusal("commit-msg", text.toString());
            if (refusal.isPresent()) {
                return new CommitResult.Refused(refusal.get());
            }
            // A hook may have changed what is staged, or the message.
            Map<String, TreeFile> staged = engine.indexed(paths);
            Map<String, Optional<TreeFile>> changes = new TreeMap<>();
            paths.forEach(path -> changes.put(path, Optional.ofNullable(staged.get(path))));
            String said = Files.readString(text).strip();
            ObjectId made = trees.commit(head.stream().toList(), changes, said, user);
            engine.moveHead(
                    head,
                    made,
                    (head.isEmpty() ? "commit (initial): " : "commit: ")
                            + said.lines().findFirst().orElse(""));
            engine.refusal("post-commit");
            return new CommitResult.Committed(made.name());
        }
    }
}
