package org.gongkai.history.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.gongkai.history.git.commit.CommitHistory;
import org.gongkai.history.git.commit.CommitId;
import org.gongkai.history.git.commit.NewCommit;
import org.gongkai.history.git.commit.TreeDifference;
import org.gongkai.input.source.SourceTree;

/**
 * A Git repository and the folder of it that is the root of a site. Opens the repository and provides everything that is read
 * from it; nothing but the cache of its history and the name of the default branch is written. Paths of files are relative to the root of the site, {@code /}
 * between names.
 */
public final class GitRepository implements AutoCloseable {

    private final Repository repository;
    private final String folder;
    private final GitReferences references;
    private final CommittedFiles files;

    private GitRepository(Repository repository, String folder) {
        this.repository = repository;
        this.folder = folder;
        this.references = new GitReferences(repository);
        this.files = new CommittedFiles(repository, folder);
    }

    /** Makes an empty repository of a folder that has none, with a branch main. */
    public static void create(Path folder) throws IOException {
        IsolatedSystemReader.install();
        try (Repository created = new FileRepositoryBuilder()
                .setWorkTree(folder.toFile())
                .setGitDir(folder.resolve(".git").toFile())
                .build()) {
            created.create();
            created.updateRef(Constants.HEAD).link(Constants.R_HEADS + "main");
        }
    }

    /**
     * Opens the repository that contains a folder, or that is the folder if it is a bare one.
     *
     * @return empty if no repository contains it
     * @throws IOException if the repository cannot be read
     */
    public static Optional<GitRepository> containing(Path folder) throws IOException {
        return containing(folder, IncomingPush.NONE);
    }

    /**
     * Opens the repository that contains a folder, together with the objects that are being pushed to it.
     *
     * @return empty if no repository contains it
     * @throws IOException if the repository cannot be read
     */
    public static Optional<GitRepository> containing(Path folder, IncomingPush incoming) throws IOException {
        IsolatedSystemReader.install();
        Path real = folder.toRealPath();
        FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(real.toFile());
        if (builder.getGitDir() == null) {
            return Optional.empty();
        }
        if (incoming.objects().isPresent()) {
            builder.setObjectDirectory(incoming.objects().get().toFile());
            builder.addAlternateObjectDirectory(
                    builder.getGitDir().toPath().resolve("objects").toFile());
        }
        Repository repository = builder.setMustExist(true).build();
        if (repository.isBare()) {
            return Optional.of(new GitRepository(repository, ""));
        }
        Path top = repository.getWorkTree().toPath().toRealPath();
        String below = top.relativize(real).toString().replace('\\', '/');
        if (below.startsWith("..")) {
            repository.close();
            return Optional.empty();
        }
        return Optional.of(new GitRepository(repository, below));
    }

    /** Returns true if the repository has no work tree. */
    public boolean isBare() {
        return repository.isBare();
    }

    /** Returns true if the repository is a shallow clone. */
    public boolean isShallow() throws IOException {
        return !shallowCommits().isEmpty();
    }

    /** The commits at which a shallow clone ends, sorted; none if it is complete. */
    public List<String> shallowCommits() throws IOException {
        return repository.getObjectDatabase().getShallowCommits().stream()
                .map(AnyObjectId::name)
                .sorted()
                .toList();
    }

    /** The folder for caches about the site, inside the Git directory: it is neither committed nor cloned. */
    public Path cacheFolder() {
        return repository.getCommonDirectory().toPath().resolve("gongkai").resolve(folder);
    }

    /** The commit that is checked out; empty before the first one. */
    public Optional<CommitId> head() throws IOException {
        return references.head();
    }

    /** The full name of the default branch, such as {@code refs/heads/main}, whether or not it has a commit yet. */
    public Optional<String> headBranch() throws IOException {
        return references.headBranch();
    }

    /** Makes a branch the default one, which clones check out, whether or not it has a commit yet. */
    public void setHeadBranch(String name) throws IOException {
        references.setHeadBranch(name);
    }

    /** The full names of all branches, sorted. */
    public List<String> branches() throws IOException {
        return references.branches();
    }

    /** The commit of a reference by its full name, such as {@code refs/heads/main}; empty if there is none. */
    public Optional<CommitId> reference(String name) throws IOException {
        return references.reference(name);
    }

    /**
     * Resolves a revision.
     *
     * @param revision a revision expression of Git: a branch, a tag, {@code HEAD~1}
     * @throws NotCommitted if it names no commit, or more than one
     */
    public CommitId commit(String revision) throws IOException {
        return references.commit(revision);
    }

    /**
     * The tags with a prefix that lead to commits, ordered by the time of the commit.
     *
     * @param prefix the prefix, such as {@code edition/}; it is not part of the names that are returned
     */
    public List<GitTag> tags(String prefix) throws IOException {
        return references.tags(prefix);
    }

    /**
     * Returns a tag that is not in the repository yet.
     *
     * @param object 40 hexadecimal digits of a commit, or of a tag that leads to one
     * @return empty if the object is missing or leads to no commit
     */
    public Optional<GitTag> tagged(String name, String object) throws IOException {
        return references.tagged(name, object);
    }

    /**
     * A commit and the tags through which it was reached.
     *
     * @param message the messages of the annotated tags, one after the other; empty if there are none
     */
    public record Named(CommitId commit, String message) {}

    /** Follows annotated tags from an object to a commit; empty if they lead to something else. */
    public Optional<Named> named(String object) throws IOException {
        return references.named(object);
    }

    /** Returns true if a commit equals another one or is an ancestor of it. */
    public boolean isAncestor(CommitId earlier, CommitId later) throws IOException {
        return references.isAncestor(earlier, later);
    }

    /** Passes on every commit that is reachable from some tips but from no reference, descendants before ancestors. */
    public void newCommits(Collection<CommitId> tips, Consumer<NewCommit> each) throws IOException {
        new NewCommitReader(repository).read(tips, each);
    }

    /** The paths of the files in which two commits differ, sorted; removed ones, too. */
    public List<String> changed(CommitId before, CommitId after) throws IOException {
        ObjectId from = files.tree(before);
        ObjectId to = files.tree(after);
        try (ObjectReader reader = repository.newObjectReader()) {
            return new TreeDifference(reader)
                    .between(from, to).stream()
                            .map(TreeDifference.Difference::path)
                            .sorted()
                            .toList();
        }
    }

    /**
     * The files of the site in a commit.
     *
     * @param folders folders below the root of the site; an absent one is empty
     */
    public CommitSource source(CommitId commit, List<String> folders) throws IOException {
        return files.source(commit, folders);
    }

    /** Returns true if a commit has a file or a folder with a path. */
    public boolean has(CommitId commit, String path) throws IOException {
        return files.has(commit, path);
    }

    /** The content of a file in a commit; empty if there is no such file, or it exceeds a number of bytes. */
    public Optional<byte[]> bytes(CommitId commit, String path, int limit) throws IOException {
        return files.bytes(commit, path, limit);
    }

    /** A source of one file of a commit; empty if there is no such file. */
    public SourceTree file(CommitId commit, String path) throws IOException {
        return files.file(commit, path);
    }

    /** The content of a blob, by its 40 hexadecimal digits. */
    public byte[] blob(String id) throws IOException {
        return files.blob(id);
    }

    /**
     * The files of the work tree with the line endings that Git would commit, so that a checkout with CR LF yields the same
     * bytes as the commit.
     *
     * @param folders folders below the root of the site
     */
    public SourceTree asCommitted(SourceTree now, List<String> folders) throws IOException {
        return isBare() ? now : CheckedOutSource.of(repository, folder, now, folders);
    }

    /**
     * The files of the work tree that differ from a commit, including those that are missing from the work tree. Empty for a
     * bare repository.
     */
    public Set<String> changedSince(CommitId commit, SourceTree now, List<String> folders) throws IOException {
        return isBare() ? Set.of() : new WorkTree(repository, folder).changed(files.tree(commit), now, folders);
    }

    /**
     * Reads the history of the site's entries up to a commit. With a cache only new commits are read.
     *
     * @param wanted accepts the paths of entries
     * @param number extracts the index number from the bytes of an entry
     * @param cached whether the cache may be used
     */
    public CommitHistory history(
            CommitId tip, Predicate<String> wanted, Function<byte[], Optional<String>> number, boolean cached)
            throws IOException {
        HistoryReader reader =
                new HistoryReader(repository, folder, cacheFolder().resolve("commits"));
        return reader.read(tip, wanted, number, cached);
    }

    /**
     * Writes the files of the site in a commit to the disk, without submodules.
     *
     * @param target an empty folder
     * @throws IOException if the repository cannot be read or the folder cannot be written
     */
    public void export(CommitId commit, Path target) throws IOException {
        ObjectId tree = files.tree(commit);
        if (tree != null) {
            new CommitExport(repository).write(tree, target);
        }
    }

    /**
     * Writes a commit and all its ancestors as a Git bundle. Every call, in every clone, writes the same bytes.
     *
     * @param target a file that does not exist
     */
    public void bundle(CommitId commit, Path target) throws IOException {
        new SourceBundle(repository).write(commit, target);
    }

    @Override
    public void close() {
        repository.close();
    }
}
