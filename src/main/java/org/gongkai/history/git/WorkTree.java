package org.gongkai.history.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.gongkai.history.git.CheckedOutSource.LineEndings;
import org.gongkai.input.source.FileListing;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.input.source.TextDecoder;

/**
 * Compares the files of a work tree with a commit. Git's index records the size and the time of each file, so that only
 * files that may have changed are read.
 */
final class WorkTree {

    private final Repository repository;
    private final String folder;

    /**
     * @param folder the path of the site's root in the repository; empty if it is the root of the repository
     */
    WorkTree(Repository repository, String folder) {
        this.repository = repository;
        this.folder = folder.isEmpty() ? "" : folder + "/";
    }

    /**
     * Returns the paths, relative to the site's root, of the files that differ from a tree, including those that the
     * work tree lacks.
     */
    Set<String> changed(ObjectId tree, SourceTree now, List<String> folders) throws IOException {
        TreeMap<String, ObjectId> committed = committed(tree, folders);
        DirCache index = DirCache.read(repository);
        Path top = repository.getWorkTree().toPath();
        Instant indexTime = repository.getIndexFile().exists()
                ? Files.getLastModifiedTime(repository.getIndexFile().toPath()).toInstant()
                : Instant.EPOCH;
        Set<String> changed = new HashSet<>();
        for (String name : folders) {
            for (SourceFile file : now.files(name)) {
                ObjectId before = committed.remove(file.path());
                if (before == null
                        || !before.equals(now(index, indexTime, top.resolve(folder + file.path()), file.path()))
                                && !isSameText(before, file, now)) {
                    changed.add(file.path());
                }
            }
        }
        changed.addAll(committed.keySet());
        return changed;
    }

    private TreeMap<String, ObjectId> committed(ObjectId tree, List<String> folders) throws IOException {
        TreeMap<String, ObjectId> committed = new TreeMap<>();
        if (tree == null) {
            return committed;
        }
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(tree);
            walk.setRecursive(true);
            walk.setFilter(PathFilterGroup.createFromStrings(folders));
            while (walk.next()) {
                String path = walk.getPathString();
                if (!path.matches("(.*/)?\\..*") && walk.getFileMode(0) != FileMode.GITLINK) {
                    committed.put(FileListing.normal(path), walk.getObjectId(0));
                }
            }
        }
        return committed;
    }

    private static boolean isSameText(ObjectId before, SourceFile file, SourceTree now) {
        return file.size() <= TextDecoder.maxBytes() && before.equals(LineEndings.committedId(now.bytes(file)));
    }

    /** The blob id of a file now; null if it cannot be determined. */
    private ObjectId now(DirCache index, Instant indexTime, Path file, String path) throws IOException {
        DirCacheEntry known = index.getEntry(folder + path);
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            // The path leads through a symbolic link, or the disk stores the name in another Unicode form.
            return null;
        }
        Instant time = attributes.lastModifiedTime().toInstant();
        if (known != null
                && known.getLength() == attributes.size()
                && sameTime(known.getLastModifiedInstant(), time)
                && !known.isSmudged()
                && time.isBefore(indexTime)) {
            return known.getObjectId();
        }
        if (!attributes.isRegularFile()) {
            return null;
        }
        try (ObjectInserter.Formatter hash = new ObjectInserter.Formatter();
                InputStream in = Files.newInputStream(file)) {
            return hash.idFor(Constants.OBJ_BLOB, attributes.size(), in);
        }
    }

    /** Some Git versions record whole seconds only. */
    private static boolean sameTime(Instant recorded, Instant now) {
        return recorded.equals(now) || recorded.getNano() == 0 && recorded.getEpochSecond() == now.getEpochSecond();
    }
}
