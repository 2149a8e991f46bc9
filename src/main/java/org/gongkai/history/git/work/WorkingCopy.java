package org.gongkai.history.git.work;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.commons.io.function.IOFunction;
import org.apache.commons.io.function.IOSupplier;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.gongkai.history.git.IsolatedSystemReader;
import org.gongkai.history.git.RenamedFiles;
import org.gongkai.history.git.SourceLock;
import org.gongkai.history.git.work.CommitTrees.TreeFile;
import org.gongkai.history.git.work.PullResult.PendingMerge;
import org.gongkai.history.git.work.TransferResult.Status;
import org.gongkai.history.git.work.WorkTreeStatus.RemoteBranch;
import org.gongkai.history.git.work.WorkingCopyState.Person;
import org.gongkai.history.git.work.merge.BranchPull;
import org.gongkai.history.git.work.merge.LocalUndo;
import org.gongkai.history.git.work.merge.SitePaths;
import org.gongkai.io.PlainFailure;
import org.gongkai.io.ProcessLock;

/**
 * The folder of a site in a work tree of git, for somebody who edits it: commits, pulls, pushes, takes back. Paths are
 * relative to the folder. May be used by several threads; interrupting a thread ends its transfer.
 *
 * <p>A method throws an {@code IOException} with one sentence in Chinese if the repository cannot be read or written.
 * What it was about to change is then as it was.
 */
public final class WorkingCopy implements AutoCloseable {

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

    private final Repository repository;
    private final GitEngine engine;
    private final SitePaths paths;
    private final Path top;
    private final CommitTrees trees;
    private final WorkTreeStatus status;
    private final BranchPull pull;
    private final LocalUndo undo;
    private final ProcessLock writing;

    private WorkingCopy(Repository repository, GitEngine engine, Path top, String folder, ProcessLock writing) {
        this.writing = writing;
        this.repository = repository;
        this.engine = engine;
        this.paths = new SitePaths(folder);
        this.top = top;
        this.trees = new CommitTrees(repository);
        this.status = new WorkTreeStatus(repository, engine, trees);
        Path gitFolder = repository.getDirectory().toPath();
        this.pull = new BranchPull(engine, trees, paths, top, gitFolder);
        this.undo = new LocalUndo(engine, trees, top, gitFolder);
    }

    /**
     * Opens the working copy that contains a folder.
     *
     * @return empty if the folder is in no work tree of git
     * @throws IOException if there is one that cannot be used
     */
    public static Optional<WorkingCopy> open(Path folder, GitEnvironment environment) throws IOException {
        IsolatedSystemReader.install();
        Path real = folder.toRealPath();
        FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(real.toFile());
        if (builder.getGitDir() == null) {
            return Optional.empty();
        }
        Repository repository = builder.setMustExist(true).build();
        try {
            if (repository.isBare()) {
                repository.close();
                return Optional.empty();
            }
            Path top = repository.getWorkTree().toPath().toRealPath();
            if (!real.startsWith(top)) {
                repository.close();
                return Optional.empty();
            }
            String below = top.relativize(real).toString().replace('\\', '/');
            GitEngine engine = GitEngine.of(repository, top, environment);
            return Optional.of(new WorkingCopy(repository, engine, top, below, SourceLock.of(real)));
        } catch (IOException | RuntimeException e) {
            repository.close();
            throw e;
        }
    }

    /** The lock of the source, which is held while anything below it is written. */
    public ProcessLock lock() {
        return writing;
    }

    /** What is checked out, without asking the server. */
    public WorkingCopyState state() throws IOException {
        return status.state();
    }

    /** The files of the site that are committed and not pushed yet. */
    public List<String> unsentFiles() throws IOException {
        return status.unsentFiles().stream()
                .filter(paths::isOfSite)
                .map(paths::ofSite)
                .toList();
    }

    /** Sets who commits in this repository from now on. */
    public void identify(Person user) throws IOException {
        try (Closeable held = writing.acquire()) {
            status.identify(user);
        }
    }

    /** The files of the site that differ from the commit that is checked out, sorted; ignored ones are left out. */
    public List<FileChange> changes() throws IOException {
        Map<String, FileChange.Kind> differences = new TreeMap<>(engine.differences());
        differences.keySet().removeIf(path -> !paths.isOfSite(path));
        return new ChangeList(top, trees, paths, new RenamedFiles(repository)).of(differences, head());
    }

    /**
     * Commits files as they are on the disk, whatever is staged of them or of others.
     *
     * @param files their paths; a path without a file removes it; a renamed file has two, the former and the new one
     * @param user who commits; empty for the one who is set
     */
    public CommitResult commit(Collection<String> files, String message, Optional<Person> user) throws IOException {
        TreeSet<String> wanted = new TreeSet<>();
        files.forEach(path -> wanted.add(paths.inRepository(path)));
        Optional<Person> person = person(user);
        if (person.isEmpty()) {
            return new CommitResult.NeedsIdentity();
        }
        return written(
                CommitResult.NotPossible::new, () -> new PathCommit(engine, trees).of(wanted, message, person.get()));
    }

    /** Pushes the branch, never by force. Without an upstream branch one of the same name is made and set. */
    public TransferResult push() throws IOException {
        RemoteBranch remote = status.remote();
        Optional<String> missing = remote.missing();
        if (missing.isEmpty() && head().isEmpty()) {
            missing = Optional.of("还没有提交，没有可以上传的内容");
        }
        if (missing.isPresent()) {
            return TransferResult.of(Status.NOT_POSSIBLE, missing.get());
        }
        String local = Constants.R_HEADS + remote.local().orElseThrow();
        String target = Constants.R_HEADS + remote.branch().orElseThrow();
        return engine.push(remote.remote().orElseThrow(), local, target, !remote.isUpstreamSet());
    }

    /**
     * Fetches the commits of the server and merges them. Changes of the user that are not committed stay, merged with
     * those of the server where both concern a file.
     */
    public PullResult pull(Optional<Person> user) throws IOException {
        RemoteBranch remote = status.remote();
        Optional<String> missing = remote.missing();
        if (missing.isPresent()) {
            return new PullResult.NotPossible(missing.get());
        }
        String tracking = remote.tracking().orElseThrow();
        String refspec = "+" + Constants.R_HEADS + remote.branch().orElseThrow() + ":" + tracking;
        TransferResult fetched = engine.fetch(remote.remote().orElseThrow(), refspec);
        if (remote.isMissingOnServer(fetched)) {
            return new PullResult.UpToDate();
        }
        Optional<ObjectId> theirs = trees.commit(tracking);
        if (fetched.status() != Status.DONE || theirs.isEmpty()) {
            return new PullResult.NotFetched(fetched);
        }
        Optional<Person> person = person(user);
        return written(
                PullResult.NotPossible::new, () -> pull.merge(head(), theirs.get(), person, Map.of(), List.of()));
    }

    /**
     * Finishes a merge.
     *
     * @param choices a content for each path of a conflict; empty to remove the file
     * @return conflicts anew if a choice is missing or a file was changed in the meantime
     */
    public PullResult resolve(PendingMerge merge, Map<String, Optional<byte[]>> choices, Optional<Person> user)
            throws IOException {
        Map<String, Optional<byte[]>> chosen = new TreeMap<>();
        choices.forEach((path, content) -> chosen.put(paths.inRepository(path), content));
        ObjectId theirs = ObjectId.fromString(merge.theirs());
        Optional<Person> person = person(user);
        return written(PullResult.NotPossible::new, () -> {
            boolean isSame = head().map(ObjectId::name).orElse("").equals(merge.ours());
            return pull.merge(head(), theirs, person, isSame ? chosen : Map.of(), merge.conflicts());
        });
    }

    /** Who commits: a person that was named, or else the one who is set. */
    private Optional<Person> person(Optional<Person> named) throws IOException {
        return named.isPresent() ? named : status.user();
    }

    /** The commit that is checked out; empty before the first one. */
    private Optional<ObjectId> head() throws IOException {
        return trees.commit(Constants.HEAD);
    }

    /**
     * The content of a file in a commit.
     *
     * @param commit 40 hexadecimal digits
     * @return empty if there is no such commit, or no such file in it
     */
    public Optional<byte[]> contentAt(String path, String commit) throws IOException {
        String file = paths.inRepository(path);
        if (!COMMIT.matcher(commit).matches()) {
            return Optional.empty();
        }
        Optional<ObjectId> id = trees.commit(commit);
        TreeFile found = trees.files(id, List.of(file)).get(file);
        return found == null || !found.isFile() ? Optional.empty() : Optional.of(trees.content(found));
    }

    /**
     * Restores a file as it was committed last; a new file is removed.
     *
     * @param seen recognises the bytes that may be lost; there are none if there is no file
     * @return false if it has others; then it is unchanged
     */
    public boolean discard(String path, Predicate<Optional<byte[]>> seen) throws IOException {
        String file = paths.inRepository(path);
        return written(WorkingCopy::refuse, () -> undo.discard(head(), file, seen));
    }

    /**
     * Undoes the last commit, unless it has been pushed. Files stay as they are on the disk.
     *
     * @return why that is not possible, one sentence in Chinese; empty if it is done
     */
    public Optional<String> undoCommit() throws IOException {
        return written(WorkingCopy::refuse, () -> {
            Optional<ObjectId> head = head();
            return head.isEmpty() ? Optional.of("还没有提交") : undo.undoCommit(head.get());
        });
    }

    private <T> T written(IOFunction<String, T> refusal, IOSupplier<T> what) throws IOException {
        try (Closeable held = writing.acquire()) {
            Optional<String> obstacle = status.obstacle();
            return obstacle.isPresent() ? refusal.apply(obstacle.get()) : what.get();
        }
    }

    private static <T> T refuse(String obstacle) throws PlainFailure {
        throw new PlainFailure(obstacle);
    }

    @Override
    public void close() {
        repository.close();
    }
}
