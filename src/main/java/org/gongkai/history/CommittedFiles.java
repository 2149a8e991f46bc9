package org.gongkai.history;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/** The files of a folder as they were committed. */
public final class CommittedFiles implements AutoCloseable {

    private final Repository repository;
    private final String folder;

    /**
     * Opens the repository that holds a folder.
     *
     * @throws NotCommitted if none does
     * @throws IOException if it cannot be read
     */
    public CommittedFiles(Path folder) throws IOException {
        QuietSystem.install();
        Path real = folder.toRealPath();
        FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(real.toFile());
        if (builder.getGitDir() == null) {
            throw new NotCommitted("这个文件夹不在 git 仓库里，不能与以前比较：" + folder);
        }
        this.repository = builder.setMustExist(true).build();
        if (repository.isBare()) {
            repository.close();
            throw new NotCommitted("这个文件夹不在 git 仓库的工作区里，不能与以前比较：" + folder);
        }
        Path top = repository.getWorkTree().toPath().toRealPath();
        this.folder = top.relativize(real).toString().replace('\\', '/');
    }

    /**
     * Writes the folder as it was in a revision; whatever is no file, such as a repository within, is left out.
     *
     * @param revision a name that git understands: a branch, a tag, {@code HEAD~1}
     * @param target an empty folder
     * @throws NotCommitted if there is no such revision
     * @throws IOException if the repository cannot be read or the folder not be written
     */
    public void export(String revision, Path target) throws IOException {
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(tree(revision));
            walk.setRecursive(true);
            if (!folder.isEmpty()) {
                walk.setFilter(PathFilter.create(folder));
            }
            Map<Path, String> links = new LinkedHashMap<>();
            while (walk.next()) {
                String path = walk.getPathString().substring(folder.isEmpty() ? 0 : folder.length() + 1);
                Path place = target.resolve(path).normalize();
                FileMode mode = walk.getFileMode(0);
                if (!place.startsWith(target) || place.equals(target)) {
                    continue;
                }
                if (mode.equals(FileMode.SYMLINK)) {
                    links.put(place, new String(bytes(walk), StandardCharsets.UTF_8));
                } else if (mode.getObjectType() == Constants.OBJ_BLOB) {
                    Files.createDirectories(place.getParent());
                    try (OutputStream out = Files.newOutputStream(place)) {
                        walk.getObjectReader().open(walk.getObjectId(0)).copyTo(out);
                    }
                }
            }
            // Links come last, so that no file is written through one.
            for (Map.Entry<Path, String> link : links.entrySet()) {
                Files.createDirectories(link.getKey().getParent());
                Files.createSymbolicLink(link.getKey(), Path.of(link.getValue()));
            }
        }
    }

    private ObjectId tree(String revision) throws IOException {
        try {
            ObjectId tree = repository.resolve(revision + "^{tree}");
            if (tree != null) {
                return tree;
            }
        } catch (RevisionSyntaxException | IncorrectObjectTypeException | MissingObjectException e) {
            throw unknown(revision);
        } catch (AmbiguousObjectException e) {
            throw new NotCommitted("“" + revision + "”太短，有不止一个版本以它开头");
        }
        throw unknown(revision);
    }

    private static NotCommitted unknown(String revision) {
        return new NotCommitted("git 仓库里没有“" + revision + "”这个版本");
    }

    private static byte[] bytes(TreeWalk walk) throws IOException {
        ObjectReader reader = walk.getObjectReader();
        return reader.open(walk.getObjectId(0)).getBytes();
    }

    @Override
    public void close() {
        repository.close();
    }
}
