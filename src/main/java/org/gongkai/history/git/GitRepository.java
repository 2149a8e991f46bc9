package org.gongkai.history.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CachedRecords;
import org.gongkai.cache.RecordCodec;
import org.gongkai.history.git.CommitSource.IncompleteRepository;
import org.gongkai.input.source.SourceTree;

/**
 * A Git repository and the folder of it that is the root of a site. Opens the repository and provides everything that
 * is read from it; nothing but the cache of its history and the name of the default branch is written. Paths of files
 * are relative to the root of the site, {@code /} between names.
 */
public final class GitRepository extends CommittedFiles implements AutoCloseable {

    private static final String COMMITS = "commits";

    /**
     * What commits did, with everything that leads to them. A commit never changes, so nothing in it can be out of
     * date; what another version of the program kept is not used.
     */
    private record Commits(List<Commit> all) {}

    private GitRepository(Repository repository, String folder) {
        super(repository, folder);
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
        return containing(folder, Optional.empty());
    }

    /**
     * Opens the repository that contains a folder, together with the objects that are being pushed to it.
     *
     * @param incoming the quarantine folder in which git keeps them until the {@code pre-receive} hook accepts them
     * @return empty if no repository contains it
     * @throws IOException if the repository cannot be read
     */
    public static Optional<GitRepository> containing(Path folder, Optional<Path> incoming) throws IOException {
        IsolatedSystemReader.install();
        Path real = folder.toRealPath();
        FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(real.toFile());
        if (builder.getGitDir() == null) {
            return Optional.empty();
        }
        if (incoming.isPresent()) {
            builder.setObjectDirectory(incoming.get().toFile());
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

    /**
     * A commit and the tags through which it was reached.
     *
     * @param message the messages of the annotated tags, one after the other; empty if there are none
     */
    public record Named(CommitId commit, String message) {}

    /** Passes on every commit that is reachable from some tips but from no reference, descendants before ancestors. */
    public void newCommits(Collection<CommitId> tips, Consumer<NewCommit> each) throws IOException {
        NewCommitReader.read(repository, tips, each);
    }

    /** The paths of the files in which two commits differ, sorted; removed ones, too. */
    public List<String> changed(CommitId before, CommitId after) throws IOException {
        ObjectId from = tree(before);
        ObjectId to = tree(after);
        try (ObjectReader reader = repository.newObjectReader()) {
            return new TreeDifference(reader, path -> {})
                    .between(Arrays.asList(from), to).stream()
                            .map(TreeDifference.Difference::path)
                            .sorted()
                            .toList();
        }
    }

    /**
     * The files of the work tree with the line endings that Git would commit, so that a checkout with CR LF yields the
     * same bytes as the commit.
     *
     * @param folders folders below the root of the site
     */
    public SourceTree asCommitted(SourceTree now, List<String> folders) throws IOException {
        return isBare() ? now : CheckedOutSource.of(repository, folder, now, folders);
    }

    /**
     * The files of the work tree that differ from a commit, including those that are missing from the work tree. Empty
     * for a bare repository.
     */
    public Set<String> changedSince(CommitId commit, SourceTree now, List<String> folders) throws IOException {
        return isBare() ? Set.of() : new WorkTree(repository, folder).changed(tree(commit), now, folders);
    }

    /**
     * Reads the history of the site's entries up to a commit. With a cache only new commits are read.
     *
     * @param wanted accepts the paths of entries
     * @param number extracts the index number from the bytes of an entry
     * @param published the commits that were published, oldest publication first
     * @param cached whether the cache may be used
     */
    public CommitHistory history(
            CommitId tip,
            Predicate<String> wanted,
            Function<byte[], Optional<String>> number,
            List<CommitId> published,
            boolean cached)
            throws IOException {
        CacheStore cache = cached
                ? CacheStore.of(
                        cacheFolder().resolve("commits"),
                        new RecordCodec<>(Commits.class, Map.of()).format() + "\ntexts of merges\n" + folder)
                : CacheStore.NONE;
        CachedRecords<Commits> known = cache.records("", Commits.class);
        Map<CommitId, Commit> commits = new HashMap<>();
        known.find(COMMITS).ifPresent(read -> read.all().forEach(commit -> commits.put(commit.id(), commit)));
        boolean complete = shallowCommits().isEmpty();
        try {
            CommitReader reader = new CommitReader(repository, folder, wanted, new MoveDetector(repository, number));
            List<RevCommit> unread = reader.reachable(tip, commits::containsKey);
            reader.read(unread).forEach(commit -> commits.put(commit.id(), commit));
            CommitHistory history = CommitHistory.of(tip, complete, commits, published);
            // In a shallow clone the oldest commits seem to have created every file; that must not be cached.
            if (!unread.isEmpty() && complete) {
                known.put(COMMITS, new Commits(List.copyOf(history.commits())));
                cache.save();
            }
            return history;
        } catch (MissingObjectException e) {
            throw IncompleteRepository.explained(e);
        } catch (UncheckedIOException e) {
            throw IncompleteRepository.explained(e);
        }
    }

    /**
     * Writes the files of the site in a commit to the disk, without submodules.
     *
     * @param target an empty folder
     * @throws IOException if the repository cannot be read or the folder cannot be written
     */
    public void export(CommitId commit, Path target) throws IOException {
        ObjectId tree = tree(commit);
        if (tree != null) {
            write(tree, target);
        }
    }

    private void write(ObjectId tree, Path target) throws IOException {
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(tree);
            walk.setRecursive(true);
            Map<Path, String> links = new LinkedHashMap<>();
            while (walk.next()) {
                Path place = target.resolve(walk.getPathString()).normalize();
                FileMode mode = walk.getFileMode(0);
                if (!place.startsWith(target) || place.equals(target)) {
                    continue;
                }
                if (mode.equals(FileMode.SYMLINK)) {
                    byte[] link =
                            walk.getObjectReader().open(walk.getObjectId(0)).getBytes();
                    links.put(place, new String(link, StandardCharsets.UTF_8));
                } else if (mode.getObjectType() == Constants.OBJ_BLOB) {
                    Files.createDirectories(place.getParent());
                    try (var out = Files.newOutputStream(place)) {
                        walk.getObjectReader().open(walk.getObjectId(0)).copyTo(out);
                    }
                }
            }
            // Symbolic links are created last, so that no file is written through one.
            for (Map.Entry<Path, String> link : links.entrySet()) {
                Files.createDirectories(link.getKey().getParent());
                Files.createSymbolicLink(link.getKey(), Path.of(link.getValue()));
            }
        }
    }

    @Override
    public void close() {
        repository.close();
    }

    /**
     * A tag.
     *
     * @param name its name without the prefix that was asked for
     * @param commit the commit to which it leads
     * @param made the commit time of that commit
     */
    public record GitTag(String name, CommitId commit, Instant made) {}

    /** Thrown if a revision or a file does not exist in the repository. The message is in Chinese, for users. */
    public static final class NotCommitted extends RuntimeException {
        public NotCommitted(String message) {
            super(message);
        }
    }

    /**
     * A commit that is not reachable from any reference of the repository.
     *
     * @param commit the commit, without its changes
     * @param message the full message
     * @param entered the paths of files and folders that no parent has, relative to the root of the repository
     * @param files the files below {@code content} that are new or differ from those of all parents
     */
    public record NewCommit(Commit commit, String message, List<String> entered, SourceTree files) {

        /** The first line of its message. */
        public String subject() {
            return message.strip().lines().findFirst().orElse("");
        }
    }
}
