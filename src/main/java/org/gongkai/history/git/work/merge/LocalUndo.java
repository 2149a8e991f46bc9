package org.gongkai.history.git.work.merge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.gongkai.history.git.work.CommitTrees;
import org.gongkai.history.git.work.CommitTrees.TreeFile;
import org.gongkai.history.git.work.GitEngine;

/** Takes back what has not left this machine. */
public record LocalUndo(GitEngine engine, CommitTrees trees, Path top, Path gitFolder) {

    /** Restores a file as it is in the commit, unless it has other bytes than those that may be lost. */
    public boolean discard(Optional<ObjectId> head, String path, Predicate<Optional<byte[]>> seen) throws IOException {
        Path file = top.resolve(path);
        Map<String, Optional<TreeFile>> change = new TreeMap<>();
        change.put(path, Optional.ofNullable(trees.files(head, List.of(path)).get(path)));
        try (WorkTreeUpdate update = new WorkTreeUpdate(top, gitFolder, change)) {
            update.prepare(engine);
            // As late as possible: editors do not know the lock.
            Optional<byte[]> now = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    ? Optional.of(Files.readAllBytes(file))
                    : Optional.empty();
            if (!seen.test(now)) {
                return false;
            }
            update.apply();
            engine.setIndex(change);
        }
        return true;
    }

    /** Undoes the last commit; returns why that is not possible, in Chinese. Files on the disk stay as they are. */
    public Optional<String> undoCommit(ObjectId head) throws IOException {
        List<RevCommit> unpushed = trees.without(Optional.empty(), head);
        if (unpushed.isEmpty()) {
            return Optional.of("最近一次提交已经推送到服务器，推送过的提交不能撤销");
        }
        RevCommit commit = unpushed.get(0);
        if (commit.getParentCount() == 0) {
            return Optional.of("第一次提交不能撤销");
        }
        // What a merge has brought from the server stays; the first parent is that of this machine.
        RevCommit last = commit.getParent(commit.getParentCount() - 1);
        if (commit.getParentCount() > 1 && unpushed.contains(last)) {
            return Optional.of("合并了别的分支的提交不能撤销");
        }
        Optional<ObjectId> before = Optional.of(last.copy());
        Map<String, Optional<TreeFile>> index = new TreeMap<>();
        trees.differences(before, before, head).forEach((path, sides) -> index.put(path, sides.base()));
        engine.moveHead(Optional.of(head), before.get(), "reset: undo");
        engine.setIndex(index);
        return Optional.empty();
    }
}
