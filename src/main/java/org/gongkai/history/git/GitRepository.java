package org.gongkai.history.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.util.RawParseUtils;
import org.gongkai.history.git.commit.Commit;
import org.gongkai.history.git.commit.CommitCache;
import org.gongkai.history.git.commit.CommitHistory;
import org.gongkai.history.git.commit.CommitId;
import org.gongkai.history.git.commit.CommitObject;
import org.gongkai.history.git.commit.CommitReader;
import org.gongkai.history.git.commit.CommitTimes;
import org.gongkai.history.git.commit.MoveDetector;
import org.gongkai.history.git.commit.NewCommit;
import org.gongkai.history.git.commit.NewCommitReader;
import org.gongkai.history.git.commit.TreeDifference;
import org.gongkai.history.git.pack.PackedObjects;
import org.gongkai.input.source.SourceTree;

/** A repository of git, and the folder of it in which a site stands. Only read, never written to. */
public final class GitRepository implements AutoCloseable {

    private final Repository repository;
    private final String folder;

    private GitRepository(Repository repository, String folder) {
        this.repository = repository;
        this.folder = folder;
    }

    /**
     * Opens the repository that holds a folder, or that is the folder if it is a bare one.
     *
     * @return empty if no repository holds it
     * @throws IOException if it cannot be read
     */
    public static Optional<GitRepository> holding(Path folder) throws IOException {
        return holding(folder, IncomingPush.NONE);
    }

    /**
     * Opens the repository that holds a folder together with what is being pushed to it.
     *
     * @return empty if no repository holds it
     * @throws IOException if it cannot be read
     */
    public static Optional<GitRepository> holding(Path folder, IncomingPush incoming) throws IOException {
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

    /** Whether it has no files besides those that were committed. */
    public boolean isBare() {
        return repository.isBare();
    }

    /** Whether its history was cut off when it was cloned. */
    public boolean isShallow() throws IOException {
        return !repository.getObjectDatabase().getShallowCommits().isEmpty();
    }

    /** The commit that is checked out, empty before the first one. */
    public Optional<CommitId> head() throws IOException {
        return Optional.ofNullable(repository.resolve(Constants.HEAD)).map(id -> new CommitId(id.name()));
    }

    /** The branch that a clone checks out, whether or not it has a commit yet: {@code refs/heads/main}. */
    public Optional<String> headBranch() throws IOException {
        Ref head = repository.exactRef(Constants.HEAD);
        return head != null && head.isSymbolic() ? Optional.of(head.getTarget().getName()) : Optional.empty();
    }

    /** The commit of a reference by its whole name, such as {@code refs/heads/main}; empty if there is none. */
    public Optional<CommitId> reference(String name) throws IOException {
        Ref ref = repository.exactRef(name);
        return ref == null || ref.getObjectId() == null
                ? Optional.empty()
                : Optional.of(new CommitId(ref.getObjectId().name()));
    }

    /** The files of the site in which two commits differ, by their path from the site's root, sorted; removed ones, too. */
    public List<String> changed(CommitId before, CommitId after) throws IOException {
        ObjectId from = siteTree(before);
        ObjectId to = siteTree(after);
        try (ObjectReader reader = repository.newObjectReader();
                PackedObjects packs = PackedObjects.in(objects())) {
            return new TreeDifference(reader, packs)
                    .between(from, to).stream()
                            .map(TreeDifference.Difference::path)
                            .sorted()
                            .toList();
        }
    }

    /**
     * The commit that a name means.
     *
     * @param revision a name that git understands: a branch, a tag, {@code HEAD~1}
     * @throws NotCommitted if there is none
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
            throw new NotCommitted("“" + revision + "”太短，有不止一个版本以它开头");
        } catch (RuntimeException e) {
            throw new IOException("仓库里的“" + revision + "”这个版本已损坏", e);
        }
        throw unknown(revision);
    }

    private static NotCommitted unknown(String revision) {
        return new NotCommitted("git 仓库里没有“" + revision + "”这个版本");
    }

    /**
     * A tag that is not in the repository yet, by the object that it names: a commit, or another tag that leads to one.
     *
     * @param name its name
     * @param object 40 hexadecimal digits
     * @return empty if it is something else, or is not there
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

    /** Whether a commit is another one or came before it. */
    public boolean leadsTo(CommitId earlier, CommitId later) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.isMergedInto(
                    walk.parseCommit(ObjectId.fromString(earlier.name())),
                    walk.parseCommit(ObjectId.fromString(later.name())));
        }
    }

    /**
     * What an object is that a reference is to name.
     *
     * @return the commit, and what a tag says of it; empty if it leads to no commit
     */
    public Optional<Named> named(String object) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            RevObject at = walk.parseAny(ObjectId.fromString(object));
            StringBuilder message = new StringBuilder();
            while (at instanceof RevTag tag) {
                message.append(tag.getFullMessage()).append('\n');
                at = walk.parseAny(tag.getObject());
            }
            return at instanceof RevCommit commit
                    ? Optional.of(new Named(new CommitId(commit.name()), message.toString()))
                    : Optional.empty();
        }
    }

    /** The name and the address of who wrote a commit, as they stand in it. */
    public String author(CommitId commit) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            byte[] bytes = walk.parseCommit(ObjectId.fromString(commit.name())).getRawBuffer();
            int start = RawParseUtils.author(bytes, 0);
            return start < 0
                    ? ""
                    : RawParseUtils.decode(bytes, start, RawParseUtils.nextLF(bytes, start, '>'))
                            .strip();
        }
    }

    /**
     * A commit as it is named.
     *
     * @param message what tags say that lead to it; empty if none does
     */
    public record Named(CommitId commit, String message) {}

    /** Hands on every commit that leads to some and to which no reference leads yet, each after those that follow it. */
    public void newCommits(Collection<CommitId> tips, Consumer<NewCommit> each) throws IOException {
        new NewCommitReader(repository, objects()).read(tips, each);
    }

    /**
     * The tags whose names begin in a certain way, in the order in which their commits were made.
     *
     * @param prefix the beginning, such as {@code edition/}
     */
    public List<GitTag> tags(String prefix) throws IOException {
        List<GitTag> tags = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository)) {
            for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS + prefix)) {
                RevObject named = walk.peel(walk.parseAny(ref.getObjectId()));
                if (named instanceof RevCommit commit) {
                    tags.add(tag(ref.getName().substring((Constants.R_TAGS + prefix).length()), commit));
                }
            }
        } catch (RuntimeException e) {
            throw new IOException("仓库里有标签指向的提交已损坏", e);
        }
        tags.sort(Comparator.comparing(GitTag::made).thenComparing(GitTag::name));
        return tags;
    }

    /**
     * The files of the site as they were committed.
     *
     * @param folders folders below the site's root; one that is absent holds nothing
     */
    public CommitSource source(CommitId commit, List<String> folders) throws IOException {
        try {
            return new CommitSource(repository, siteTree(commit), folders);
        } catch (MissingObjectException e) {
            throw IncompleteRepository.told(e);
        }
    }

    /**
     * The files of the site's folder with the ends of lines that git keeps: a checkout may have others, but readers get the
     * same bytes from both.
     *
     * @param folders folders below the site's root
     */
    public SourceTree asCommitted(SourceTree now, List<String> folders) throws IOException {
        return isBare() ? now : CheckedOutSource.of(repository, folder, now, folders);
    }

    /** Whether the site had a file or a folder of a path, {@code /} between names. */
    public boolean has(CommitId commit, String path) throws IOException {
        ObjectId tree = siteTree(commit);
        if (tree == null) {
            return false;
        }
        try (TreeWalk walk = TreeWalk.forPath(repository, path, tree)) {
            return walk != null;
        }
    }

    /**
     * The bytes of a file that was committed, by its path from the site's root; empty if there is no
     * such file, or it has more bytes.
     */
    public Optional<byte[]> bytes(CommitId commit, String path, int most) throws IOException {
        ObjectId tree = siteTree(commit);
        if (tree == null) {
            return Optional.empty();
        }
        try (TreeWalk walk = TreeWalk.forPath(repository, path, tree)) {
            if (walk == null || (walk.getFileMode(0).getBits() & FileMode.TYPE_MASK) != FileMode.TYPE_FILE) {
                return Optional.empty();
            }
            ObjectLoader loader = repository.open(walk.getObjectId(0), Constants.OBJ_BLOB);
            return loader.getSize() > most ? Optional.empty() : Optional.of(loader.getCachedBytes(most));
        }
    }

    /** One file of a commit, by its path from the site's root, and nothing else; nothing at all if there is none. */
    public SourceTree file(CommitId commit, String path) throws IOException {
        ObjectId tree = siteTree(commit);
        Map<String, ObjectId> found = new HashMap<>();
        if (tree != null) {
            try (TreeWalk walk = TreeWalk.forPath(repository, path, tree)) {
                if (walk != null && (walk.getFileMode(0).getBits() & FileMode.TYPE_MASK) == FileMode.TYPE_FILE) {
                    found.put(path, walk.getObjectId(0));
                }
            }
        }
        return new CommitSource(repository, found);
    }

    /**
     * What became of the entries of the site up to a commit. What was read is kept in the repository's folder, so that the
     * next time only new commits are read.
     *
     * @param wanted tells entries by their path from the site's root
     * @param number the number that an entry bears, from its bytes
     * @param cached whether what was kept may be used
     */
    public CommitHistory history(
            CommitId tip, Predicate<String> wanted, Function<byte[], Optional<String>> number, boolean cached)
            throws IOException {
        try {
            return read(tip, wanted, number, cached);
        } catch (MissingObjectException e) {
            throw IncompleteRepository.told(e);
        } catch (UncheckedIOException e) {
            throw IncompleteRepository.told(e);
        }
    }

    private CommitHistory read(
            CommitId tip, Predicate<String> wanted, Function<byte[], Optional<String>> number, boolean cached)
            throws IOException {
        CommitCache cache = new CommitCache(keptFolder().resolve("commits"), folder);
        Map<CommitId, Commit> commits = new HashMap<>(cached ? cache.read() : Map.of());
        CommitReader reader =
                new CommitReader(repository, objects(), folder, wanted, new MoveDetector(repository, number));
        List<RevCommit> fresh = reader.reachable(tip, commits::containsKey);
        for (Commit commit : reader.read(fresh)) {
            commits.put(commit.id(), commit);
        }
        CommitHistory history = CommitHistory.of(tip, !isShallow(), commits);
        // Of a history that was cut off, the oldest commits look as if they had written everything.
        if (cached && !fresh.isEmpty() && history.complete()) {
            cache.write(history.commits());
        }
        return history;
    }

    /**
     * The files of the site's folder that are not what a commit says, by their path from the site's root; those that the
     * folder lacks among them. Empty for a bare repository, which has no other files.
     */
    public Set<String> changedSince(CommitId commit, SourceTree now, List<String> folders) throws IOException {
        return isBare() ? Set.of() : new WorkTree(repository, folder).changed(siteTree(commit), now, folders);
    }

    /** Where what was found out about the site may be kept; git leaves it alone, and nobody gets it by cloning. */
    public Path keptFolder() {
        return repository.getCommonDirectory().toPath().resolve("gongkai").resolve(folder);
    }

    private Path objects() {
        return repository.getCommonDirectory().toPath().resolve("objects");
    }

    /** What an entry held. */
    public byte[] blob(String id) throws IOException {
        try {
            return repository.open(ObjectId.fromString(id), Constants.OBJ_BLOB).getBytes();
        } catch (MissingObjectException e) {
            throw IncompleteRepository.told(e);
        }
    }

    /** The tree of the site's folder in a commit, or null if the commit does not have the folder. */
    private ObjectId siteTree(CommitId commit) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            ObjectId top =
                    CommitObject.parse(walk, ObjectId.fromString(commit.name())).getTree();
            if (folder.isEmpty()) {
                return top;
            }
            try (TreeWalk found = TreeWalk.forPath(repository, folder, top)) {
                return found != null && found.getFileMode(0) == FileMode.TREE ? found.getObjectId(0) : null;
            }
        }
    }

    /**
     * Writes the site as it was committed; whatever is no file, such as a repository within, is left out.
     *
     * @param target an empty folder
     * @throws IOException if the repository cannot be read or the folder not be written
     */
    public void export(CommitId commit, Path target) throws IOException {
        ObjectId tree = siteTree(commit);
        if (tree != null) {
            new CommitExport(repository).write(tree, target);
        }
    }

    /**
     * Writes a commit and all before it as a bundle of git, of which each call makes the same bytes, in every clone.
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
