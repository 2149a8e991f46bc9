package org.gongkai.history.git.work.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.eclipse.jgit.api.CommitCommand;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.AbortedByHookException;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.IndexDiff;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.submodule.SubmoduleWalk.IgnoreSubmoduleMode;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.util.FS;
import org.gongkai.history.git.work.result.CommitResult;
import org.gongkai.history.git.work.result.FileChange;
import org.gongkai.history.git.work.result.Person;
import org.gongkai.history.git.work.result.TransferResult;
import org.gongkai.io.PlainFailure;

/** JGit in the place of an installed git. Line endings follow {@code core.autocrlf}; other filters are not applied. */
final class EmbeddedGit implements GitEngine {

    private final Repository repository;
    private final GitEnvironment environment;
    private final EmbeddedTransfer transfer;

    EmbeddedGit(Repository repository, GitEnvironment environment) {
        this.repository = repository;
        this.environment = environment;
        Path home = environment.home().orElse(Path.of(System.getProperty("user.home")));
        this.transfer = new EmbeddedTransfer(repository, home, environment.network());
    }

    @Override
    public boolean isInstalled() {
        return false;
    }

    @Override
    public List<String> ownSettings() {
        List<String> own = new ArrayList<>();
        Config config = repository.getConfig();
        add(config, (name, values) -> values.forEach(value -> own.add(name + "\n" + value)));
        return own;
    }

    @Override
    public Map<String, String> settings() throws IOException {
        Map<String, String> settings = new HashMap<>();
        if (environment.home().isPresent()) {
            FileBasedConfig user = new FileBasedConfig(
                    environment.home().get().resolve(".gitconfig").toFile(), FS.DETECTED);
            try {
                user.load();
            } catch (ConfigInvalidException e) {
                throw new IOException("git 的用户设置 " + user.getFile() + " 写得不对", e);
            }
            add(user, last(settings));
        }
        add(repository.getConfig(), last(settings));
        return settings;
    }

    /** Passes on the values of each name, which is written as git does: section and variable in lower case. */
    private static void add(Config config, BiConsumer<String, List<String>> target) {
        for (String section : config.getSections()) {
            List<String> parts = new ArrayList<>(config.getSubsections(section));
            parts.add(null);
            for (String part : parts) {
                String start = section.toLowerCase(Locale.ROOT) + "." + (part == null ? "" : part + ".");
                for (String name : config.getNames(section, part)) {
                    target.accept(start + name.toLowerCase(Locale.ROOT), values(config, section, part, name));
                }
            }
        }
    }

    private static List<String> values(Config config, String section, String part, String name) {
        return Stream.of(config.getStringList(section, part, name))
                .map(value -> Objects.toString(value, ""))
                .toList();
    }

    private static BiConsumer<String, List<String>> last(Map<String, String> settings) {
        return (name, values) -> settings.put(name, values.get(values.size() - 1));
    }

    @Override
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

    @Override
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

    @Override
    public void setIndex(Map<String, Optional<TreeFile>> entries) throws IOException {
        DirCache index = repository.lockDirCache();
        try {
            DirCacheEditor editor = index.editor();
            entries.forEach((path, file) ->
                    editor.add(file.map(f -> entry(path, f)).orElseGet(() -> new DirCacheEditor.DeletePath(path))));
            if (!editor.commit()) {
                throw new PlainFailure("git 的索引没有写成，磁盘可能满了；请看一看再试");
            }
        } finally {
            index.unlock();
        }
    }

    private static DirCacheEditor.PathEdit entry(String path, TreeFile file) {
        return new DirCacheEditor.PathEdit(path) {
            @Override
            public void apply(DirCacheEntry entry) {
                entry.setFileMode(file.mode());
                entry.setObjectId(file.id());
                // The size and the time are unknown, so the file has to be compared.
                entry.smudgeRacilyClean();
            }
        };
    }

    @Override
    public void stage(Collection<String> paths) throws IOException {
        Map<String, Optional<TreeFile>> entries = new TreeMap<>();
        paths.forEach(path -> entries.put(path, Optional.empty()));
        read(paths).forEach((path, file) -> entries.put(path, Optional.of(file)));
        setIndex(entries);
    }

    @Override
    public CommitResult commit(Collection<String> paths, String message, Person user) throws IOException {
        PersonIdent person = new PersonIdent(user.name(), user.mail());
        try (Git git = new Git(repository)) {
            CommitCommand command = git.commit()
                    .setMessage(message.strip() + "\n")
                    .setAuthor(person)
                    .setCommitter(person)
                    .setSign(false)
                    .setAllowEmpty(false);
            paths.forEach(command::setOnly);
            return new CommitResult.Committed(command.call().name());
        } catch (AbortedByHookException e) {
            return new CommitResult.Refused(e.getHookStdErr().lines().toList());
        } catch (GitAPIException | JGitInternalException e) {
            throw failure(e);
        }
    }

    private IOException failure(Exception e) {
        return GitFailure.of(repository.getWorkTree().toPath(), e);
    }

    @Override
    public Map<String, ObjectId> store(Collection<String> paths) throws IOException {
        Map<String, ObjectId> stored = new TreeMap<>();
        read(paths).forEach((path, file) -> stored.put(path, file.id()));
        return stored;
    }

    /** Stores the files of the work tree that have one of some paths. */
    private Map<String, TreeFile> read(Collection<String> paths) throws IOException {
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
            throw failure(e);
        }
    }

    @Override
    public void checkOut(Map<String, TreeFile> files, Path target) throws IOException {
        boolean isWindows = "true".equalsIgnoreCase(settings().get("core.autocrlf"));
        for (Map.Entry<String, TreeFile> entry : files.entrySet()) {
            Path file = target.resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            byte[] bytes = repository.open(entry.getValue().id()).getBytes();
            Files.write(file, isWindows ? WindowsLines.of(bytes) : bytes);
            if (FileMode.EXECUTABLE_FILE.equals(entry.getValue().mode())) {
                FS.DETECTED.setExecute(file.toFile(), true);
            }
        }
    }

    @Override
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

    @Override
    public TransferResult fetch(String remote, String refspec) throws IOException {
        return transfer.fetch(remote, List.of(refspec));
    }

    @Override
    public TransferResult push(String remote, String local, String target, boolean upstream) throws IOException {
        return transfer.push(remote, local, target, upstream);
    }
}
