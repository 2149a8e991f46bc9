package org.gongkai.history.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.gongkai.input.source.FileListing;
import org.gongkai.input.source.LeftoverFiles;
import org.gongkai.input.source.SourceFile;
import org.gongkai.io.PlainFailure;

/**
 * The files of a site in a commit, read without a checkout. Lists the same files and reports the same problems as a
 * folder with these files.
 */
public final class CommitSource extends FileListing<ObjectId> {

    private final Repository repository;

    /**
     * @param tree the tree of the site's root; null if there is none
     */
    CommitSource(Repository repository, ObjectId tree, List<String> folders) throws IOException {
        this.repository = repository;
        if (tree != null) {
            try (ObjectReader reader = repository.newObjectReader()) {
                for (String folder : folders) {
                    try (TreeWalk found = TreeWalk.forPath(reader, folder, tree)) {
                        if (found != null && found.getFileMode(0).equals(FileMode.TREE)) {
                            list(reader, found.getObjectId(0), folder);
                        } else if (found != null && found.getFileMode(0).equals(FileMode.SYMLINK)) {
                            rejectLink(folder);
                        }
                    }
                }
            }
        }
        complete();
    }

    /** Creates a source of some blobs, by path. */
    public CommitSource(Repository repository, Map<String, ObjectId> blobs) throws IOException {
        this.repository = repository;
        try (ObjectReader reader = repository.newObjectReader()) {
            for (Map.Entry<String, ObjectId> blob : blobs.entrySet()) {
                if (canBeWritten(blob.getKey())) {
                    add(blob.getKey(), reader.getObjectSize(blob.getValue(), Constants.OBJ_BLOB), blob.getValue());
                }
            }
        }
        complete();
    }

    private void list(ObjectReader reader, ObjectId tree, String path) throws IOException {
        try (TreeWalk walk = new TreeWalk(reader)) {
            walk.addTree(tree);
            while (walk.next()) {
                String below = path + "/" + name(walk);
                if (!walk.getNameString().startsWith(".")) {
                    add(reader, below, walk.getFileMode(0), walk.getObjectId(0));
                }
            }
        }
    }

    /** A name decoded as UTF-8; malformed bytes are reported later, as they are for files on a disk. */
    private static String name(TreeWalk walk) {
        byte[] raw = walk.getRawPath();
        return new String(raw, StandardCharsets.UTF_8);
    }

    private void add(ObjectReader reader, String path, FileMode mode, ObjectId id) throws IOException {
        if (!mode.equals(FileMode.TREE) && LeftoverFiles.contain(path)) {
            return;
        }
        if (mode.equals(FileMode.SYMLINK)) {
            rejectLink(path);
        } else if (mode.equals(FileMode.TREE)) {
            if (canBeWritten(path)) {
                list(reader, id, path);
            }
        } else if (mode.getObjectType() == Constants.OBJ_BLOB && canBeWritten(path)) {
            add(path, reader.getObjectSize(id, Constants.OBJ_BLOB), id);
        }
    }

    @Override
    public InputStream open(SourceFile file) {
        try {
            return repository.open(place(file), Constants.OBJ_BLOB).openStream();
        } catch (IOException e) {
            throw new UncheckedIOException(IncompleteRepository.explained(e));
        }
    }

    @Override
    public String version(SourceFile file) {
        return place(file).name();
    }

    /** Thrown if a repository lacks an object that it refers to, as partial clones do. */
    public static final class IncompleteRepository extends PlainFailure {
        private IncompleteRepository(MissingObjectException cause) {
            super(
                    "git 仓库里缺少要读的内容（" + cause.getObjectId().name().substring(0, 10)
                            + "），多半是部分克隆；请重新完整地克隆（git clone 不加 --filter）",
                    cause);
        }

        /** Replaces a missing object by this exception, which explains the cause; returns any other unchanged. */
        static IOException explained(IOException e) {
            return e instanceof MissingObjectException missing ? new IncompleteRepository(missing) : e;
        }

        /** Does the same for an unchecked exception. */
        static UncheckedIOException explained(UncheckedIOException e) {
            return e.getCause() instanceof MissingObjectException missing
                    ? new UncheckedIOException(new IncompleteRepository(missing))
                    : e;
        }
    }
}
