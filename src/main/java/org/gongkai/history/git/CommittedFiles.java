package org.gongkai.history.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.io.function.Uncheck;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.BranchConfig;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate.Result;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.gongkai.history.git.CommitObject.DamagedObject;
import org.gongkai.history.git.CommitSource.IncompleteRepository;
import org.gongkai.history.git.GitRepository.GitTag;
import org.gongkai.history.git.GitRepository.NotCommitted;
import org.gongkai.input.source.Namesake;
import org.gongkai.input.source.SourceTree;
import org.gongkai.input.source.TextDecoder;

/**
 * Reads the references of a repository, the commits that they name, and the files of one of its folders as commits hold
 * them. Paths are relative to the folder, {@code /} between names.
 */
abstract class CommittedFiles {

    final Repository repository;
    final String folder;

    /**
     * @param folder the folder's path in the repository; empty for the root
     */
    CommittedFiles(Repository repository, String folder) {
        this.repository = repository;
        this.folder = folder;
    }

    /** The commit that is checked out; empty before the first one. */
    public Optional<CommitId> head() throws IOException {
        return Optional.ofNullable(repository.resolve(Constants.HEAD)).map(id -> new CommitId(id.name()));
    }

    /** The full name of the default branch, such as {@code refs/heads/main}, whether or not it has a commit yet. */
    public Optional<String> headBranch() throws IOException {
        Ref head = repository.exactRef(Constants.HEAD);
        return head != null && head.isSymbolic() ? Optional.of(head.getTarget().getName()) : Optional.empty();
    }

    /** Makes a branch the default one, which clones check out, whether or not it has a commit yet. */
    public void setHeadBranch(String name) throws IOException {
        Result result = repository.updateRef(Constants.HEAD).link(name);
        if (result != Result.FORCED && result != Result.NEW && result != Result.NO_CHANGE) {
            throw new IOException("仓库的默认分支改不成 " + name + "：" + result);
        }
    }

    /** The full names of all branches, sorted. */
    public List<String> branches() throws IOException {
        return repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS).stream()
                .map(Ref::getName)
                .sorted()
                .toList();
    }

    /** The commit of a reference by its full name, such as {@code refs/heads/main}; empty if there is none. */
    public Optional<CommitId> reference(String name) throws IOException {
        Ref ref = repository.exactRef(name);
        return ref == null || ref.getObjectId() == null
                ? Optional.empty()
                : Optional.of(new CommitId(ref.getObjectId().name()));
    }

    /**
     * Resolves a revision.
     *
     * @param revision a revision expression of Git: a branch, a tag, {@code HEAD~1}
     * @throws NotCommitted if it names no commit, or more than one
     */
    public CommitId commit(String revision) throws IOException {
        try {
            ObjectId commit = repository.resolve(revision + "^{commit}");
            if (commit != null) {
                return new CommitId(commit.name());
            }
        } catch (RevisionSyntaxException | IncorrectObjectTypeException | MissingObjectException e) {
            throw unknown(revision);
        } catch (AmbiguousObjectException e) {
            throw new NotCommitted("“" + revision + "”太短，有不止一个提交以它开头");
        } catch (RuntimeException e) {
            throw DamagedObject.converted("仓库里的“" + revision + "”这个提交已损坏", e);
        }
        throw unknown(revision);
    }

    private static NotCommitted unknown(String revision) {
        return new NotCommitted("git 仓库里没有“" + revision + "”这个提交");
    }

    /**
     * The tags with a prefix that lead to commits, ordered by the time of the commit.
     *
     * @param prefix the prefix, such as {@code edition/}; it is not part of the names that are returned
     */
    public List<GitTag> tags(String prefix) throws IOException {
        List<GitTag> tags = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository)) {
            for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS + prefix)) {
                if (walk.peel(walk.parseAny(ref.getObjectId())) instanceof RevCommit commit) {
                    tags.add(tag(ref.getName().substring((Constants.R_TAGS + prefix).length()), commit));
                }
            }
        } catch (RuntimeException e) {
            throw DamagedObject.converted("仓库里有标签指向的提交已损坏", e);
        }
        tags.sort(Comparator.comparing(GitTag::made).thenComparing(GitTag::name));
        return tags;
    }

    /**
     * Returns a tag that is not in the repository yet.
     *
     * @param object 40 hexadecimal digits of a commit, or of a tag that leads to one
     * @return empty if the object is missing or leads to no commit
     */
    public Optional<GitTag> tagged(String name, String object) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.peel(walk.parseAny(ObjectId.fromString(object))) instanceof RevCommit commit
                    ? Optional.of(tag(name, commit))
                    : Optional.empty();
        } catch (MissingObjectException e) {
            return Optional.empty();
        }
    }

    private static GitTag tag(String name, RevCommit commit) {
        return new GitTag(
                name,
                new CommitId(commit.name()),
                CommitTimes.of(commit.getRawBuffer()).committed().orElse(CommitTimes.UNKNOWN));
    }

    /** Follows annotated tags from an object to a commit; empty if they lead to something else. */
    public Optional<GitRepository.Named> named(String object) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            RevObject at = walk.parseAny(ObjectId.fromString(object));
            StringBuilder message = new StringBuilder();
            while (at instanceof RevTag tag) {
                message.append(tag.getFullMessage()).append('\n');
                at = walk.parseAny(tag.getObject());
            }
            return at instanceof RevCommit commit
                    ? Optional.of(new GitRepository.Named(new CommitId(commit.name()), message.toString()))
                    : Optional.empty();
        }
    }

    /** Returns true if a commit equals another one or is an ancestor of it. */
    public boolean isAncestor(CommitId earlier, CommitId later) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.isMergedInto(
                    walk.parseCommit(ObjectId.fromString(earlier.name())),
                    walk.parseCommit(ObjectId.fromString(later.name())));
        }
    }

    /** The tree of the folder in a commit, or null if the commit does not have the folder. */
    ObjectId tree(CommitId commit) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            ObjectId root =
                    CommitObject.parse(walk, ObjectId.fromString(commit.name())).getTree();
            if (folder.isEmpty()) {
                return root;
            }
            try (TreeWalk found = TreeWalk.forPath(repository, folder, root)) {
                return found != null && found.getFileMode(0) == FileMode.TREE ? found.getObjectId(0) : null;
            }
        }
    }

    /**
     * The files of the site in a commit.
     *
     * @param folders folders below the root of the site; an absent one is empty
     */
    public CommitSource source(CommitId commit, List<String> folders) throws IOException {
        try {
            return new CommitSource(repository, tree(commit), folders);
        } catch (MissingObjectException e) {
            throw IncompleteRepository.explained(e);
        }
    }

    /** Returns true if a commit has a file or a folder with a path. */
    public boolean has(CommitId commit, String path) throws IOException {
        ObjectId tree = tree(commit);
        if (tree == null) {
            return false;
        }
        try (TreeWalk walk = TreeWalk.forPath(repository, path, tree)) {
            return walk != null;
        }
    }

    /** The content of a file in a commit; empty if there is no such file, or it exceeds a number of bytes. */
    public Optional<byte[]> bytes(CommitId commit, String path, int limit) throws IOException {
        Optional<ObjectId> id = id(commit, path);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        ObjectLoader loader = repository.open(id.get(), Constants.OBJ_BLOB);
        return loader.getSize() > limit ? Optional.empty() : Optional.of(loader.getCachedBytes(limit));
    }

    /** A source of one file of a commit; empty if there is no such file. */
    public SourceTree file(CommitId commit, String path) throws IOException {
        return new CommitSource(
                repository, id(commit, path).map(id -> Map.of(path, id)).orElse(Map.of()));
    }

    /** The id of a file in a commit, 40 hexadecimal digits; empty if there is no such file. */
    public Optional<String> blobId(CommitId commit, String path) throws IOException {
        return id(commit, path).map(ObjectId::name);
    }

    /** The commit that the branch which is checked out follows, as it was fetched last; empty if it follows none. */
    public Optional<CommitId> upstream() throws IOException {
        String followed = new BranchConfig(repository.getConfig(), repository.getBranch()).getTrackingBranch();
        return followed == null ? Optional.empty() : reference(followed);
    }

    /** The id of a regular file; empty if there is none. */
    private Optional<ObjectId> id(CommitId commit, String path) throws IOException {
        ObjectId tree = tree(commit);
        if (tree == null) {
            return Optional.empty();
        }
        try (TreeWalk walk = TreeWalk.forPath(repository, path, tree)) {
            return walk != null && (walk.getFileMode(0).getBits() & FileMode.TYPE_MASK) == FileMode.TYPE_FILE
                    ? Optional.of(walk.getObjectId(0))
                    : Optional.empty();
        }
    }

    /** The content of a blob, by its 40 hexadecimal digits. */
    public byte[] blob(String id) throws IOException {
        try {
            return repository.open(ObjectId.fromString(id), Constants.OBJ_BLOB).getBytes();
        } catch (MissingObjectException e) {
            throw IncompleteRepository.explained(e);
        }
    }

    /** The text of a blob as readers may see it, by its 40 hexadecimal digits; empty if it is no text. */
    public Optional<String> text(String id) {
        byte[] bytes = Uncheck.get(() -> blob(id));
        return new TextDecoder().decode(id, bytes, problem -> {}).map(Namesake::without);
    }
}
