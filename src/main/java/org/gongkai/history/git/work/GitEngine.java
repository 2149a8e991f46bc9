package org.gongkai.history.git.work;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheCheckout;
import org.eclipse.jgit.dircache.DirCacheCheckout.CheckoutMetadata;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.CoreConfig.SymLinks;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.IndexDiff;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.submodule.SubmoduleWalk.IgnoreSubmoduleMode;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.WorkingTreeOptions;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.util.FS;
import org.gongkai.history.git.work.CommitTrees.TreeFile;
import org.gongkai.io.PlainFailure;

/**
 * Reads and writes the work tree, the index and the branch through JGit, with the settings, attributes, filters and
 * hooks of the user. Paths are relative to the top of the work tree.
 */
public record GitEngine(Repository repository, Path top, GitEnvironment environment, Optional<InstalledGit> installed) {

    private static final TransferResult NO_GIT =
            TransferResult.of(TransferResult.Status.NOT_POSSIBLE, "这台电脑没有安装 git，不能取回，也不能上传；请让管理员安装 git。");

    /**
     * Opens a work tree. What the user and the machine have set is read once, with the help of the installed git if
     * there is one.
     *
     * @throws IOException if settings of the repository itself can run programs and the user has not agreed to that
     */
    public static GitEngine of(Repository repository, Path top, GitEnvironment environment) throws IOException {
        if (!environment.isTrusting()) {
            OwnSettings.examine(
                    repository.getConfig(),
                    repository.getCommonDirectory().toPath().resolve("hooks"));
        }
        Optional<InstalledGit> installed = environment.program().map(git -> new InstalledGit(git, top, environment));
        Config user = installed.isPresent() ? installed.get().settings() : environment.userSettings();
        Config own = repository.getConfig();
        OwnSettings.forEach(user, (section, part, name) -> {
            if (own.getString(section, part, name) == null) {
                List<String> values = Arrays.asList(user.getStringList(section, part, name));
                own.getBaseConfig().setStringList(section, part, name, values);
            }
        });
        return new GitEngine(repository, top, environment, installed);
    }

    /** The settings of the repository, the user and the machine. */
    public Config settings() {
        return repository.getConfig();
    }

    /** The files that differ between the work tree and the commit; ignored files and submodules are passed over. */
    public Map<String, FileChange.Kind> differences() throws IOException {
        IndexDiff diff = new IndexDiff(repository, Constants.HEAD, new FileTreeIterator(repository));
        diff.setIgnoreSubmoduleMode(IgnoreSubmoduleMode.ALL);
        diff.diff();
        Map<String, FileChange.Kind> changes = new TreeMap<>();
        diff.getChanged().forEach(path -> changes.put(path, FileChange.Kind.MODIFIED));
        diff.getModified().forEach(path -> changes.put(path, FileChange.Kind.MODIFIED));
        diff.getConflicting().forEach(path -> changes.put(path, FileChange.Kind.MODIFIED));
        diff.getMissing().forEach(path -> changes.put(path, FileChange.Kind.DELETED));
        diff.getRemoved().forEach(path -> changes.put(path, FileChange.Kind.DELETED));
        diff.getUntracked()
                .forEach(path -> changes.merge(path, FileChange.Kind.NEW, (staged, found) -> FileChange.Kind.MODIFIED));
        diff.getAdded().forEach(path -> {
            if (diff.getMissing().contains(path)) {
                changes.remove(path);
            } else {
                changes.put(path, FileChange.Kind.NEW);
            }
        });
        return changes;
    }

    /** The entries of the index that have one of some paths. */
    public Map<String, TreeFile> indexed(Collection<String> paths) throws IOException {
        DirCache index = repository.readDirCache();
        Map<String, TreeFile> entries = new TreeMap<>();
        for (String path : paths) {
            DirCacheEntry entry = index.getEntry(path);
            if (entry != null) {
                entries.put(path, new TreeFile(entry.getFileMode(), entry.getObjectId()));
            }
        }
        return entries;
    }

    /** Sets entries of the index; a path without a file is removed. */
    public void setIndex(Map<String, Optional<TreeFile>> entries) throws IOException {
        DirCache index = repository.lockDirCache();
        try {
            DirCacheEditor editor = index.editor();
            entries.forEach((path, file) -> editor.add(CommitTrees.edit(path, file)));
            if (!editor.commit()) {
                throw new PlainFailure("git 的索引没有写成，磁盘可能满了；请看一看再试");
            }
        } finally {
            index.unlock();
        }
    }

    /** Puts what the work tree has at some paths into the index. */
    public void stage(Collection<String> paths) throws IOException {
        Map<String, Optional<TreeFile>> entries = new TreeMap<>();
        paths.forEach(path -> entries.put(path, Optional.empty()));
        store(paths).forEach((path, file) -> entries.put(path, Optional.of(file)));
        setIndex(entries);
    }

    /** Stores files of the work tree as they would be committed; a path without a file has no result. */
    public Map<String, TreeFile> store(Collection<String> paths) throws IOException {
        Map<String, TreeFile> files = new TreeMap<>();
        if (paths.isEmpty()) {
            return files;
        }
        try (TreeWalk walk = new TreeWalk(repository);
                ObjectInserter inserter = repository.newObjectInserter()) {
            FileTreeIterator tree = new FileTreeIterator(repository);
            walk.setOperationType(TreeWalk.OperationType.CHECKIN_OP);
            walk.addTree(new DirCacheIterator(repository.readDirCache()));
            walk.addTree(tree);
            tree.setDirCacheIterator(walk, 0);
            walk.setRecursive(true);
            walk.setFilter(PathFilterGroup.createFromStrings(paths));
            while (walk.next()) {
                FileTreeIterator file = walk.getTree(1, FileTreeIterator.class);
                if (file == null || FileMode.GITLINK.equals(file.getEntryFileMode())) {
                    continue;
                }
                DirCacheIterator before = walk.getTree(0, DirCacheIterator.class);
                try (InputStream in = file.openEntryStream()) {
                    ObjectId id = insert(inserter, file.getEntryContentLength(), in);
                    files.put(walk.getPathString(), new TreeFile(file.getIndexFileMode(before), id));
                }
            }
            inserter.flush();
        }
        return files;
    }

    private ObjectId insert(ObjectInserter inserter, long length, InputStream in) throws IOException {
        try {
            return inserter.insert(Constants.OBJ_BLOB, length, in);
        } catch (IOException e) {
            throw GitFailure.of(top, e);
        }
    }

    /** Writes files below a folder as they would be checked out at their paths. */
    public void checkOut(Map<String, TreeFile> files, Path target) throws IOException {
        if (files.isEmpty()) {
            return;
        }
        DirCache index = DirCache.newInCore();
        DirCacheEditor editor = index.editor();
        files.forEach((path, file) -> editor.add(CommitTrees.edit(path, Optional.of(file))));
        editor.finish();
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.setOperationType(TreeWalk.OperationType.CHECKOUT_OP);
            walk.addTree(new DirCacheIterator(index));
            // Has the attributes of the files.
            walk.addTree(new FileTreeIterator(repository));
            walk.setRecursive(true);
            walk.setFilter(PathFilterGroup.createFromStrings(files.keySet()));
            while (walk.next()) {
                if (!FileMode.MISSING.equals(walk.getFileMode(0))) {
                    checkOut(walk, target.resolve(walk.getPathString()));
                }
            }
        }
    }

    private void checkOut(TreeWalk walk, Path file) throws IOException {
        WorkingTreeOptions options = repository.getConfig().get(WorkingTreeOptions.KEY);
        FileMode mode = walk.getFileMode(0);
        Files.createDirectories(file.getParent());
        if (FileMode.SYMLINK.equals(mode) && options.getSymLinks() == SymLinks.TRUE) {
            byte[] address = repository.open(walk.getObjectId(0)).getBytes();
            FS.DETECTED.createSymLink(file.toFile(), new String(address, StandardCharsets.UTF_8));
            return;
        }
        CheckoutMetadata how = new CheckoutMetadata(
                walk.getEolStreamType(TreeWalk.OperationType.CHECKOUT_OP),
                walk.getFilterCommand(Constants.ATTR_FILTER_TYPE_SMUDGE));
        try (OutputStream out = Files.newOutputStream(file)) {
            DirCacheCheckout.getContent(
                    repository, walk.getPathString(), how, repository.open(walk.getObjectId(0)), options, out);
        }
        if (FileMode.EXECUTABLE_FILE.equals(mode)) {
            FS.DETECTED.setExecute(file.toFile(), true);
        }
    }

    /**
     * Runs a hook of the repository if there is one.
     *
     * @return what it said when it refused; empty if it did not
     */
    public Optional<List<String>> refusal(String hook, String... arguments) throws IOException {
        File file = repository.getFS().findHook(repository, hook);
        if (file == null) {
            return Optional.empty();
        }
        List<String> command = new ArrayList<>(List.of(file.getPath()));
        command.addAll(List.of(arguments));
        GitProcess.Result result;
        try {
            result = new GitProcess(top, environment.variables()).run(environment.local(), command);
        } catch (IOException e) {
            throw new PlainFailure("提交时要运行的钩子 " + file + " 在这台电脑上不能运行，没有提交；请用 git 提交，或者请管理员看一看", e);
        }
        if (result.isSuccess()) {
            return Optional.empty();
        }
        if (result.ended() == GitProcess.Ended.BY_TIMEOUT) {
            return Optional.of(List.of("提交时运行的钩子迟迟没有结束，已经停下。"));
        }
        List<String> said = new ArrayList<>(result.errors());
        said.addAll(result.output());
        return Optional.of(said);
    }

    /**
     * Lets the branch that is checked out point to another commit.
     *
     * @param from the commit it must point to now; empty if it must not exist
     * @throws IOException if it points to another one
     */
    public void moveHead(Optional<ObjectId> from, ObjectId to, String message) throws IOException {
        RefUpdate update = repository.updateRef(Constants.HEAD);
        update.setExpectedOldObjectId(from.orElse(ObjectId.zeroId()));
        update.setNewObjectId(to);
        update.setForceUpdate(true);
        update.setRefLogMessage(message, false);
        RefUpdate.Result result = update.update();
        switch (result) {
            case NEW, FAST_FORWARD, FORCED, NO_CHANGE -> {}
            case LOCK_FAILURE ->
                throw new PlainFailure(GitFailure.locked(repository
                        .getDirectory()
                        .toPath()
                        .resolve(update.getRef().getTarget().getName() + ".lock")));
            default -> throw new IOException("分支没有更新：" + result);
        }
    }

    /** Fetches from a server. */
    public TransferResult fetch(String remote, String refspec) throws IOException {
        return installed.isPresent() ? installed.get().fetch(remote, refspec) : NO_GIT;
    }

    /** Pushes a branch to a server. */
    public TransferResult push(String remote, String local, String target, boolean upstream) throws IOException {
        return installed.isPresent() ? installed.get().push(remote, local, target, upstream) : NO_GIT;
    }
}
