package org.gongkai.history.git;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.api.errors.CanceledException;
import org.eclipse.jgit.diff.ContentSource;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.FileTreeIterator;

/** Recognises files that were renamed by the similarity of their contents, as git does. */
public record RenamedFiles(Repository repository) {

    /** Minimum similarity in percent. */
    private static final int MIN_SIMILARITY = 50;

    /** Maximum number of files for the comparison of contents, which is quadratic. */
    private static final int MAX_FILES = 200;

    /**
     * Returns the former paths of renamed files by their new paths.
     *
     * @param removed the blobs of removed files by their paths
     * @param added the blobs of added files by their paths
     */
    public Map<String, String> among(Map<String, ObjectId> removed, Map<String, ObjectId> added) throws IOException {
        try (ObjectReader reader = repository.newObjectReader()) {
            ContentSource blobs = ContentSource.create(reader);
            return among(removed, added, new ContentSource.Pair(blobs, blobs));
        }
    }

    /** Returns the same, for files that were added to the work tree and are no blobs yet. */
    public Map<String, String> inWorkTree(Map<String, ObjectId> removed, Set<String> added) throws IOException {
        Map<String, ObjectId> unknown = new TreeMap<>();
        added.forEach(path -> unknown.put(path, ObjectId.zeroId()));
        try (ObjectReader reader = repository.newObjectReader()) {
            ContentSource files = ContentSource.create(new FileTreeIterator(repository));
            return among(removed, unknown, new ContentSource.Pair(ContentSource.create(reader), files));
        }
    }

    private Map<String, String> among(
            Map<String, ObjectId> removed, Map<String, ObjectId> added, ContentSource.Pair contents)
            throws IOException {
        Map<String, String> former = new TreeMap<>();
        if (removed.isEmpty() || added.isEmpty()) {
            return former;
        }
        RenameDetector detector = new RenameDetector(repository);
        detector.setRenameScore(MIN_SIMILARITY);
        detector.setRenameLimit(MAX_FILES);
        removed.forEach((path, blob) -> detector.add(new Entry(DiffEntry.ChangeType.DELETE, path, blob)));
        added.forEach((path, blob) -> detector.add(new Entry(DiffEntry.ChangeType.ADD, path, blob)));
        try {
            for (DiffEntry entry : detector.compute(contents, NullProgressMonitor.INSTANCE)) {
                if (entry.getChangeType() == DiffEntry.ChangeType.RENAME) {
                    former.put(entry.getNewPath(), entry.getOldPath());
                }
            }
            return former;
        } catch (CanceledException e) {
            throw new IllegalStateException("nobody cancels it", e);
        }
    }

    /** The input of JGit's rename detection. */
    private static final class Entry extends DiffEntry {

        Entry(ChangeType type, String path, ObjectId blob) {
            boolean deleted = type == ChangeType.DELETE;
            changeType = type;
            oldPath = deleted ? path : DEV_NULL;
            newPath = deleted ? DEV_NULL : path;
            oldMode = deleted ? FileMode.REGULAR_FILE : FileMode.MISSING;
            newMode = deleted ? FileMode.MISSING : FileMode.REGULAR_FILE;
            oldId = AbbreviatedObjectId.fromObjectId(deleted ? blob : ObjectId.zeroId());
            newId = AbbreviatedObjectId.fromObjectId(deleted ? ObjectId.zeroId() : blob);
        }
    }
}
