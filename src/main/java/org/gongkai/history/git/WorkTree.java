package org.gongkai.history.git;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
record WorkTree(Repository repository, String folder) {

    /**
     * @param folder the path of the site's root in the repository; empty if it is the root of the repository
     */
    WorkTree {
        folder = folder.isEmpty() ? "" : folder + "/";
    }

    /**
     * Returns the paths, relative to the site's root, of the files that differ from a tree, including those that the
     * work tree lacks.
     */
    Set<String> changed(ObjectId tree, SourceTree now, List<String> folders) throws IOException {
        TreeMap<String, ObjectId> committed = committed(tree, folders);
        Map<String, DirCacheEntry> index = index();
        Set<String> changed = new HashSet<>();
        for (String name : folders) {
            for (SourceFile file : now.files(name)) {
                ObjectId before = committed.remove(file.path());
                if (before == null
                        || !isUnmodified(before, index.get(file.path()), file, now) && !isSame(before, file, now)) {
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

    /** What the index records of the files of the site, by path. */
    private Map<String, DirCacheEntry> index() throws IOException {
        Map<String, DirCacheEntry> index = new HashMap<>();
        for (DirCacheEntry entry : DirCache.read(repository).getEntriesWithin(folder)) {
            index.put(FileListing.normal(entry.getPathString().substring(folder.length())), entry);
        }
        return index;
    }

    /** Whether the index, which may record seconds only, has the content of a commit for a file as it is. */
    private static boolean isUnmodified(ObjectId before, DirCacheEntry known, SourceFile file, SourceTree now) {
        if (known == null || !before.equals(known.getObjectId())) {
            return false;
        }
        Instant then = known.getLastModifiedInstant();
        ChronoUnit unit = then.getNano() == 0 ? ChronoUnit.SECONDS : ChronoUnit.NANOS;
        return known.isAssumeValid()
                || !known.isUpdateNeeded()
                        && !known.isSmudged()
                        && known.getLength() == (int) file.size()
                        && now.modified(file)
                                .filter(time -> time.truncatedTo(unit).equals(then))
                                .isPresent();
    }

    private static boolean isSame(ObjectId before, SourceFile file, SourceTree now) throws IOException {
        if (file.size() <= TextDecoder.maxBytes() && before.equals(LineEndings.committedId(now.bytes(file)))) {
            return true;
        }
        try (ObjectInserter.Formatter hash = new ObjectInserter.Formatter();
                InputStream in = now.open(file)) {
            return before.equals(hash.idFor(Constants.OBJ_BLOB, file.size(), in));
        }
    }
}
