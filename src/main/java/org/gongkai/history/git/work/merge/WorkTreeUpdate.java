package org.gongkai.history.git.work.merge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.FileMode;
import org.gongkai.history.git.work.CommitTrees.TreeFile;
import org.gongkai.history.git.work.GitEngine;
import org.gongkai.io.FileTrees;

/** Replaces files of a work tree. Until it is closed it can put back what was there. */
final class WorkTreeUpdate implements AutoCloseable {

    private static final TreeFile TREE = new TreeFile(FileMode.TREE, null);

    private final Path top;
    private final Path scratch;
    private final Map<String, Optional<TreeFile>> changes;
    private final Deque<Step> steps = new ArrayDeque<>();
    private boolean isHalfUndone;

    /**
     * A file that was replaced or removed.
     *
     * @param former where its former content is; empty if there was no file
     */
    private record Step(Path file, Optional<Path> former) {}

    /**
     * Begins an update.
     *
     * @param gitFolder where the new and the former files wait; as a rule on the same disk
     * @param changes what will be written; a path without a file is removed
     */
    WorkTreeUpdate(Path top, Path gitFolder, Map<String, Optional<TreeFile>> changes) throws IOException {
        this.top = top;
        this.changes = changes;
        this.scratch = Files.createTempDirectory(gitFolder, "gongkai-update-");
    }

    /** Returns the first path that cannot be written, because something else is in the way. */
    static Optional<String> obstacle(Path top, Map<String, Optional<TreeFile>> changes) {
        for (Map.Entry<String, Optional<TreeFile>> change : changes.entrySet()) {
            Path file = top.resolve(change.getKey());
            boolean isFolder = Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
            boolean isWritten = change.getValue().filter(f -> !isSubmodule(f)).isPresent();
            if (isWritten && isFolder && !willBeRemoved(change.getKey(), changes)) {
                return Optional.of(change.getKey());
            }
            for (Path folder = file.getParent(); !folder.equals(top); folder = folder.getParent()) {
                String path = top.relativize(folder).toString().replace('\\', '/');
                boolean isFile = Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
                        && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
                if (isFile && !changes.getOrDefault(path, Optional.of(TREE)).isEmpty()) {
                    return Optional.of(path);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether files of a folder are among what is removed; what else is in it then stops the update. */
    private static boolean willBeRemoved(String folder, Map<String, Optional<TreeFile>> changes) {
        return changes.entrySet().stream()
                .anyMatch(change -> change.getKey().startsWith(folder + "/")
                        && change.getValue().isEmpty());
    }

    /** Makes the files that will be written, which takes time and may run filters. */
    void prepare(GitEngine engine) throws IOException {
        engine.checkOut(written(), Files.createDirectory(fresh()));
    }

    private Path fresh() {
        return scratch.resolve("new");
    }

    private Map<String, TreeFile> written() {
        Map<String, TreeFile> written = new TreeMap<>();
        changes.forEach((path, file) -> file.filter(f -> !isSubmodule(f)).ifPresent(f -> written.put(path, f)));
        return written;
    }

    /** Moves the files to their places and removes others. If one of them fails, none is changed. */
    void apply() throws IOException {
        try {
            for (Map.Entry<String, Optional<TreeFile>> change : changes.entrySet()) {
                if (change.getValue().isEmpty()) {
                    remove(top.resolve(change.getKey()));
                }
            }
            for (String path : written().keySet()) {
                replace(top.resolve(path), fresh().resolve(path));
            }
        } catch (IOException | RuntimeException e) {
            undo();
            throw e;
        }
    }

    private static boolean isSubmodule(TreeFile file) {
        return FileMode.GITLINK.equals(file.mode());
    }

    private void remove(Path file) throws IOException {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        setAside(file, false);
        for (Path folder = file.getParent();
                !folder.equals(top) && FileTrees.isEmpty(folder);
                folder = folder.getParent()) {
            Files.delete(folder);
        }
    }

    private void replace(Path file, Path fresh) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            setAside(file, true);
        } else {
            Files.createDirectories(file.getParent());
            steps.push(new Step(file, Optional.empty()));
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** A file that is replaced is copied, so that readers always find one of the two. */
    private void setAside(Path file, boolean copied) throws IOException {
        Path former = scratch.resolve("former-" + steps.size());
        if (copied) {
            Files.copy(file, former, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
        } else {
            Files.move(file, former);
        }
        steps.push(new Step(file, Optional.of(former)));
    }

    /** Puts back everything. */
    void undo() throws IOException {
        isHalfUndone = true;
        while (!steps.isEmpty()) {
            Step step = steps.pop();
            if (step.former.isPresent()) {
                Files.createDirectories(step.file.getParent());
                Files.move(step.former.get(), step.file, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.deleteIfExists(step.file);
            }
        }
        isHalfUndone = false;
    }

    /** Removes the former contents, unless putting them back failed: then they exist nowhere else. */
    @Override
    public void close() throws IOException {
        if (!isHalfUndone) {
            FileTrees.delete(scratch);
        }
    }
}
