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
import org.gongkai.input.source.FileListing;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.input.source.TextDecoder;

/**
 * Compares the files of a folder with those that were committed last. Git's index knows the size and the time of every
 * file as it was when git saw it last, so that only files that may have changed are read.
 */
final class WorkTree {

    private final Repository repository;
    private final String folder;

    /**
     * @param folder the site's root in the repository, or empty
     */
    WorkTree(Repository repository, String folder) {
        this.repository = repository;
        this.folder = folder.isEmpty() ? "" : folder + "/";
    }

    /** The files, by their path from the site's root, that are not what the tree of a commit says, gone ones among them. */
    Set<String> changed(ObjectId tree, SourceTree now, List<String> folders) throws IOException {
        TreeMap<String, ObjectId> committed = committed(tree, folders);
        DirCache index = DirCache.read(repository);
        Path top = repository.getWorkTree().toPath();
        Instant seen = repository.getIndexFile().exists()
                ? Files.getLastModifiedTime(repository.getIndexFile().toPath()).toInstant()
                : Instant.EPOCH;
        Set<String> changed = new HashSet<>();
        for (String name : folders) {
            for (SourceFile file : now.files(name)) {
                ObjectId before = committed.remove(file.path());
                if (before == null
                        || !before.equals(now(index, seen, top.resolve(folder + file.path()), file.path()))
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
        return file.size() <= TextDecoder.MAX_BYTES && before.equals(LineEndings.committedId(now.bytes(file)));
    }

    /** What a file holds now; null if that cannot be told. */
    private ObjectId now(DirCache index, Instant seen, Path file, String path) throws IOException {
        DirCacheEntry known = index.getEntry(folder + path);
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            // It stands behind a link, or its name is stored in another form.
            return null;
        }
        Instant time = attributes.lastModifiedTime().toInstant();
        if (known != null
                && known.getLength() == attributes.size()
                && sameTime(known.getLastModifiedInstant(), time)
                && !known.isSmudged()
                && time.isBefore(seen)) {
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

    /** Some gits keep whole seconds only. */
    private static boolean sameTime(Instant kept, Instant now) {
        return kept.equals(now) || kept.getNano() == 0 && kept.getEpochSecond() == now.getEpochSecond();
    }
}
