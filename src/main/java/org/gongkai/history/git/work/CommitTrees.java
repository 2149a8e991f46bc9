package org.gongkai.history.git.work;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.io.function.IOFunction;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.ObjectWritingException;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.gongkai.history.git.work.WorkingCopyState.Person;

/** Reads and writes commits, trees and contents. Neither the work tree nor any reference is touched. */
public record CommitTrees(Repository repository) {

    /** The mode and the content of a path in a tree or in the index. */
    public record TreeFile(FileMode mode, ObjectId id) {

        /** Whether it is a regular file, not a link or a submodule. */
        public boolean isFile() {
            return FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode);
        }
    }

    /** A path in the common ancestor and on both sides of a merge. */
    public record MergeSides(Optional<TreeFile> base, Optional<TreeFile> ours, Optional<TreeFile> theirs) {}

    /** The commit of a revision; empty if there is none. */
    public Optional<ObjectId> commit(String revision) throws IOException {
        ObjectId id = repository.resolve(revision + "^{commit}");
        return Optional.ofNullable(id).map(ObjectId::copy);
    }

    /** The nearest common ancestor of two commits; empty if they share no history. */
    public Optional<ObjectId> mergeBase(ObjectId one, ObjectId two) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(walk.parseCommit(one));
            walk.markStart(walk.parseCommit(two));
            return Optional.ofNullable(walk.next()).map(ObjectId::copy);
        }
    }

    /** The commits reachable from one but not from another, or if there is none, from no branch of a server. */
    public List<RevCommit> without(Optional<ObjectId> other, ObjectId head) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            walk.markStart(walk.parseCommit(head));
            if (other.isPresent()) {
                walk.markUninteresting(walk.parseCommit(other.get()));
            }
            for (Ref ref : other.isPresent()
                    ? List.<Ref>of()
                    : repository.getRefDatabase().getRefsByPrefix(Constants.R_REMOTES)) {
                if (ref.getObjectId() != null) {
                    walk.markUninteresting(walk.parseCommit(ref.getObjectId()));
                }
            }
            List<RevCommit> commits = new ArrayList<>();
            walk.forEach(commits::add);
            return commits;
        }
    }

    /** The paths at which three commits differ. */
    public Map<String, MergeSides> differences(Optional<ObjectId> base, Optional<ObjectId> ours, ObjectId theirs)
            throws IOException {
        Map<String, MergeSides> rows = new TreeMap<>();
        try (TreeWalk walk = new TreeWalk(repository)) {
            add(walk, base);
            add(walk, ours);
            add(walk, Optional.of(theirs));
            walk.setRecursive(true);
            walk.setFilter(TreeFilter.ANY_DIFF);
            while (walk.next()) {
                rows.put(walk.getPathString(), new MergeSides(file(walk, 0), file(walk, 1), file(walk, 2)));
            }
        }
        return rows;
    }

    private void add(TreeWalk walk, Optional<ObjectId> commit) throws IOException {
        if (commit.isEmpty()) {
            walk.addTree(new EmptyTreeIterator());
        } else {
            walk.addTree(tree(commit.get()));
        }
    }

    private static Optional<TreeFile> file(TreeWalk walk, int side) {
        FileMode mode = walk.getFileMode(side);
        boolean hasContent = !FileMode.MISSING.equals(mode) && !FileMode.TREE.equals(mode);
        return hasContent ? Optional.of(new TreeFile(mode, walk.getObjectId(side))) : Optional.empty();
    }

    private ObjectId tree(ObjectId commit) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.parseCommit(commit).getTree().copy();
        }
    }

    /** The files of a commit that have one of some paths. */
    public Map<String, TreeFile> files(Optional<ObjectId> commit, Collection<String> paths) throws IOException {
        Map<String, TreeFile> files = new TreeMap<>();
        if (commit.isPresent()) {
            ObjectId tree = tree(commit.get());
            try (ObjectReader reader = repository.newObjectReader()) {
                for (String path : paths) {
                    try (TreeWalk walk = TreeWalk.forPath(reader, path, tree)) {
                        if (walk != null) {
                            file(walk, 0).ifPresent(file -> files.put(path, file));
                        }
                    }
                }
            }
        }
        return files;
    }

    /** The paths of all files of a commit. */
    public Set<String> paths(Optional<ObjectId> commit) throws IOException {
        Set<String> paths = new HashSet<>();
        if (commit.isPresent()) {
            try (TreeWalk walk = new TreeWalk(repository)) {
                walk.addTree(tree(commit.get()));
                walk.setRecursive(true);
                while (walk.next()) {
                    paths.add(walk.getPathString());
                }
            }
        }
        return paths;
    }

    public byte[] content(TreeFile file) throws IOException {
        try {
            return repository.open(file.id(), Constants.OBJ_BLOB).getBytes();
        } catch (MissingObjectException e) {
            throw new IOException("git 仓库里缺少文件内容 " + file.id().name() + "，仓库可能已经损坏", e);
        }
    }

    public ObjectId store(byte[] content) throws IOException {
        return stored(inserter -> inserter.insert(Constants.OBJ_BLOB, content));
    }

    private ObjectId stored(IOFunction<ObjectInserter, ObjectId> object) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId id = object.apply(inserter);
            inserter.flush();
            return id;
        } catch (ObjectWritingException e) {
            throw GitFailure.of(repository.getWorkTree().toPath(), e);
        }
    }

    /** Writes a commit: the tree of the first parent, if there is one, with some changes. */
    public ObjectId commit(List<ObjectId> parents, Map<String, Optional<TreeFile>> changes, String message, Person user)
            throws IOException {
        DirCache index = DirCache.newInCore();
        try (ObjectReader reader = repository.newObjectReader()) {
            DirCacheBuilder builder = index.builder();
            if (!parents.isEmpty()) {
                builder.addTree(new byte[0], DirCacheEntry.STAGE_0, reader, tree(parents.get(0)));
            }
            builder.finish();
            DirCacheEditor editor = index.editor();
            changes.forEach((path, file) -> editor.add(edit(path, file)));
            editor.finish();
            CommitBuilder commit = new CommitBuilder();
            commit.setParentIds(parents);
            PersonIdent person = new PersonIdent(user.name(), user.mail());
            commit.setAuthor(person);
            commit.setCommitter(person);
            commit.setMessage(message + "\n");
            return stored(inserter -> {
                commit.setTreeId(index.writeTree(inserter));
                return inserter.insert(commit);
            });
        }
    }

    /** Sets an entry of an index, or removes it. */
    static DirCacheEditor.PathEdit edit(String path, Optional<TreeFile> file) {
        if (file.isEmpty()) {
            return new DirCacheEditor.DeletePath(path);
        }
        return new DirCacheEditor.PathEdit(path) {
            @Override
            public void apply(DirCacheEntry entry) {
                entry.setFileMode(file.get().mode());
                entry.setObjectId(file.get().id());
                // The size and the time are unknown, so the file has to be compared.
                entry.smudgeRacilyClean();
            }
        };
    }

    /** Returns the first of some paths that no work tree may contain, such as one inside {@code .git}. */
    public static Optional<String> forbidden(Collection<String> paths) {
        ObjectChecker checker = new ObjectChecker();
        for (String path : paths) {
            try {
                checker.checkPath(path);
            } catch (CorruptObjectException e) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }
}
