package org.gongkai.history.git;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.gongkai.history.git.commit.CommitId;
import org.gongkai.history.git.commit.CommitObject;
import org.gongkai.input.source.SourceTree;

/** The files of one folder of a repository as commits hold them. Paths are relative to the folder, {@code /} between names. */
final class CommittedFiles {

    private final Repository repository;
    private final String folder;

    /**
     * @param folder the folder's path in the repository; empty for the root
     */
    CommittedFiles(Repository repository, String folder) {
        this.repository = repository;
        this.folder = folder;
    }

    /** The tree of the folder in a commit, or null if the commit does not have the folder. */
    ObjectId tree(CommitId commit) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            ObjectId root =
                    CommitObject.parse(walk, ObjectId.fromString(commit.name())).getTree();
            if (folder.isEmpty()) {
                return root;
            }
            try (TreeWalk found = TreeWalk.forPath(repository, folder, root)) {
                return found != null && found.getFileMode(0) == FileMode.TREE ? found.getObjectId(0) : null;
            }
        }
    }

    CommitSource source(CommitId commit, List<String> folders) throws IOException {
        try {
            return new CommitSource(repository, tree(commit), folders);
        } catch (MissingObjectException e) {
            throw IncompleteRepository.explained(e);
        }
    }

    boolean has(CommitId commit, String path) throws IOException {
        ObjectId tree = tree(commit);
        if (tree == null) {
            return false;
        }
        try (TreeWalk walk = TreeWalk.forPath(repository, path, tree)) {
            return walk != null;
        }
    }

    Optional<byte[]> bytes(CommitId commit, String path, int limit) throws IOException {
        Optional<ObjectId> id = id(commit, path);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        ObjectLoader loader = repository.open(id.get(), Constants.OBJ_BLOB);
        return loader.getSize() > limit ? Optional.empty() : Optional.of(loader.getCachedBytes(limit));
    }

    SourceTree file(CommitId commit, String path) throws IOException {
        return new CommitSource(
                repository, id(commit, path).map(id -> Map.of(path, id)).orElse(Map.of()));
    }

    /** The id of a regular file; empty if there is none. */
    private Optional<ObjectId> id(CommitId commit, String path) throws IOException {
        ObjectId tree = tree(commit);
        if (tree == null) {
            return Optional.empty();
        }
        try (TreeWalk walk = TreeWalk.forPath(repository, path, tree)) {
            return walk != null && (walk.getFileMode(0).getBits() & FileMode.TYPE_MASK) == FileMode.TYPE_FILE
                    ? Optional.of(walk.getObjectId(0))
                    : Optional.empty();
        }
    }

    byte[] blob(String id) throws IOException {
        try {
            return repository.open(ObjectId.fromString(id), Constants.OBJ_BLOB).getBytes();
        } catch (MissingObjectException e) {
            throw IncompleteRepository.explained(e);
        }
    }
}
