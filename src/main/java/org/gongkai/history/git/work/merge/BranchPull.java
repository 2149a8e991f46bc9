package org.gongkai.history.git.work.merge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.gongkai.history.git.work.CommitTrees;
import org.gongkai.history.git.work.CommitTrees.MergeSides;
import org.gongkai.history.git.work.CommitTrees.TreeFile;
import org.gongkai.history.git.work.GitEngine;
import org.gongkai.history.git.work.PullResult;
import org.gongkai.history.git.work.PullResult.FileConflict;
import org.gongkai.history.git.work.PullResult.PendingMerge;
import org.gongkai.history.git.work.WorkingCopyState.Person;

/**
 * Merges a commit of the server into the branch and the work tree. All is computed in memory first; then the files are
 * written, then the index, and the branch last: whatever is interrupted is finished by the next pull.
 */
public record BranchPull(
        GitEngine engine, CommitTrees trees, TreeMerge merge, SitePaths paths, Path top, Path gitFolder) {

    private static final String MESSAGE = "合并服务器上的改动";

    public BranchPull(GitEngine engine, CommitTrees trees, SitePaths paths, Path top, Path gitFolder) {
        this(engine, trees, new TreeMerge(trees), paths, top, gitFolder);
    }

    /**
     * What has to be written.
     *
     * @param touched the paths that matter
     * @param edited what the user had at those that differ from the commit
     * @param tree changes to the tree that is checked out
     * @param disk changes to the work tree, changes of the user that are not committed included
     */
    private record Plan(
            Set<String> touched,
            Map<String, Optional<TreeFile>> edited,
            Map<String, Optional<TreeFile>> tree,
            Map<String, Optional<TreeFile>> disk,
            List<FileConflict> conflicts) {}

    /**
     * Merges.
     *
     * @param ours the commit that is checked out; empty before the first one
     * @param choices what was decided about conflicts, by paths in the repository; no content removes the file
     * @param expected the conflicts that were decided about
     */
    public PullResult merge(
            Optional<ObjectId> ours,
            ObjectId theirs,
            Optional<Person> user,
            Map<String, Optional<byte[]>> choices,
            List<FileConflict> expected)
            throws IOException {
        Optional<ObjectId> base = ours.isPresent() ? trees.mergeBase(ours.get(), theirs) : Optional.empty();
        if (base.equals(Optional.of(theirs))) {
            return new PullResult.UpToDate();
        }
        if (base.isEmpty() && ours.isPresent()) {
            return new PullResult.NotPossible("本地与服务器上的提交没有共同的起点，不能合并；请确认服务器地址没有写错");
        }
        Plan plan = plan(merge.of(base, ours, theirs), ours, choices);
        boolean isDecided =
                plan.conflicts.stream().allMatch(conflict -> choices.containsKey(paths.inRepository(conflict.path())));
        if (!isDecided || !choices.isEmpty() && !areSame(plan.conflicts, expected)) {
            return new PullResult.Conflicts(
                    new PendingMerge(ours.map(ObjectId::name).orElse(""), theirs.name(), plan.conflicts));
        }
        Optional<String> obstacle = obstacle(plan, ours);
        if (obstacle.isPresent()) {
            return new PullResult.NotPossible("“" + paths.ofSite(obstacle.get()) + "”在一边是文件、在另一边是文件夹，或者名称不能使用；请先改名或移走");
        }
        boolean isForward = base.equals(ours);
        if (!isForward && user.isEmpty()) {
            return new PullResult.NeedsIdentity();
        }
        ObjectId next = isForward ? theirs : trees.commit(List.of(ours.get(), theirs), plan.tree, MESSAGE, user.get());
        if (!write(plan, ours, next, isForward)) {
            return merge(ours, theirs, user, choices, expected);
        }
        return new PullResult.Updated(
                plan.disk.keySet().stream().map(paths::ofSite).toList());
    }

    private Plan plan(TreeMerge.Result merged, Optional<ObjectId> ours, Map<String, Optional<byte[]>> choices)
            throws IOException {
        Map<String, Optional<TreeFile>> tree = new TreeMap<>(merged.changes());
        List<FileConflict> conflicts = new ArrayList<>();
        Set<String> touched = new TreeSet<>(merged.changes().keySet());
        touched.addAll(merged.conflicts().keySet());
        Map<String, TreeFile> now = trees.files(ours, touched);
        Map<String, Optional<TreeFile>> found = edited(touched, now);
        Map<String, Optional<TreeFile>> edited = new TreeMap<>(found);
        Map<String, Optional<TreeFile>> disk = new TreeMap<>();
        for (Map.Entry<String, MergeSides> entry : merged.conflicts().entrySet()) {
            String path = entry.getKey();
            MergeSides sides = entry.getValue();
            Optional<TreeFile> work = edited.getOrDefault(path, sides.ours());
            conflicts.add(conflict(path, new MergeSides(sides.base(), work, sides.theirs())));
            tree.put(path, chosen(choices.get(path), work.or(sides::theirs)));
            edited.remove(path);
        }
        tree.forEach((path, file) -> disk.put(path, file));
        for (Map.Entry<String, Optional<TreeFile>> entry : edited.entrySet()) {
            String path = entry.getKey();
            MergeSides sides = new MergeSides(Optional.ofNullable(now.get(path)), entry.getValue(), tree.get(path));
            Optional<TreeFile> both = merge.merged(sides);
            if (sides.ours().equals(sides.theirs())) {
                disk.remove(path);
            } else if (both.isPresent()) {
                disk.put(path, both);
            } else {
                conflicts.add(conflict(path, sides));
                disk.put(path, chosen(choices.get(path), sides.ours().or(sides::theirs)));
            }
        }
        return new Plan(touched, found, tree, disk, conflicts);
    }

    /** What the user has at some paths that differ from the commit; no content if the user has removed the file. */
    private Map<String, Optional<TreeFile>> edited(Set<String> touched, Map<String, TreeFile> now) throws IOException {
        Set<String> changed = new HashSet<>(engine.differences().keySet());
        changed.retainAll(touched);
        for (String path : touched) {
            // Ignored files are not among the differences, and must not be written over either.
            if (!now.containsKey(path) && Files.exists(top.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
                changed.add(path);
            }
        }
        Map<String, TreeFile> stored = engine.store(changed);
        Map<String, Optional<TreeFile>> edited = new TreeMap<>();
        for (String path : changed) {
            FileMode mode = now.containsKey(path) ? now.get(path).mode() : FileMode.REGULAR_FILE;
            if (!Files.isDirectory(top.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
                edited.put(path, Optional.ofNullable(stored.get(path)).map(file -> new TreeFile(mode, file.id())));
            }
        }
        return edited;
    }

    private Optional<TreeFile> chosen(Optional<byte[]> choice, Optional<TreeFile> like) throws IOException {
        if (choice == null || choice.isEmpty()) {
            return Optional.empty();
        }
        FileMode mode = like.map(TreeFile::mode).orElse(FileMode.REGULAR_FILE);
        return Optional.of(new TreeFile(mode, trees.store(choice.get())));
    }

    private FileConflict conflict(String path, MergeSides sides) throws IOException {
        return new FileConflict(
                paths.ofSite(path), content(sides.base()), content(sides.ours()), content(sides.theirs()));
    }

    private Optional<byte[]> content(Optional<TreeFile> file) throws IOException {
        boolean hasContent =
                file.isPresent() && !FileMode.GITLINK.equals(file.get().mode());
        return hasContent ? Optional.of(trees.content(file.get())) : Optional.empty();
    }

    /** Whether the decisions were about the same contents: files may have been edited in the meantime. */
    private static boolean areSame(List<FileConflict> now, List<FileConflict> then) {
        return now.stream()
                .map(BranchPull::sides)
                .toList()
                .equals(then.stream().map(BranchPull::sides).toList());
    }

    /** What is decided about, compared by content. */
    private static List<Object> sides(FileConflict conflict) {
        return List.of(
                conflict.path(),
                conflict.ours().map(ByteBuffer::wrap),
                conflict.theirs().map(ByteBuffer::wrap));
    }

    private Optional<String> obstacle(Plan plan, Optional<ObjectId> ours) throws IOException {
        Optional<String> forbidden = CommitTrees.forbidden(plan.disk.keySet());
        if (forbidden.isPresent()) {
            return forbidden;
        }
        Optional<String> inTree =
                TreeMerge.obstacles(trees.paths(ours), plan.tree).stream().findFirst();
        return inTree.isPresent() ? inTree : WorkTreeUpdate.obstacle(top, plan.disk);
    }

    /** Returns false, and writes nothing, if somebody has changed one of the files since the plan was made. */
    private boolean write(Plan plan, Optional<ObjectId> ours, ObjectId next, boolean isForward) throws IOException {
        Map<String, Optional<TreeFile>> before = new TreeMap<>();
        Map<String, TreeFile> indexed = engine.indexed(plan.tree.keySet());
        plan.tree.keySet().forEach(path -> before.put(path, Optional.ofNullable(indexed.get(path))));
        try (WorkTreeUpdate update = new WorkTreeUpdate(top, gitFolder, plan.disk)) {
            update.prepare(engine);
            if (!edited(plan.touched, trees.files(ours, plan.touched)).equals(plan.edited)) {
                return false;
            }
            update.apply();
            try {
                engine.setIndex(plan.tree);
                engine.moveHead(ours, next, isForward ? "pull: Fast-forward" : "pull: Merge");
            } catch (IOException | RuntimeException e) {
                update.undo();
                engine.setIndex(before);
                throw e;
            }
            return true;
        }
    }
}
