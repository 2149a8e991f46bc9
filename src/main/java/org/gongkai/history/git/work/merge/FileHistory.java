package org.gongkai.history.git.work.merge;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.gongkai.history.git.work.engine.CommitTrees;
import org.gongkai.history.git.work.engine.CommitTrees.MergeSides;
import org.gongkai.history.git.work.engine.CommitTrees.TreeFile;
import org.gongkai.history.git.work.result.FileChange.FileRevision;

/** Finds the commits that changed a file, under its former paths too. */
public record FileHistory(Repository repository, CommitTrees trees) {

    /**
     * Returns the commits that changed a file, newest first. A merge that took over one side unchanged is not among
     * them.
     */
    public List<FileRevision> of(ObjectId head, String path) throws IOException {
        List<FileRevision> revisions = new ArrayList<>();
        Map<ObjectId, String> pathIn = new HashMap<>();
        try (RevWalk walk = new RevWalk(repository)) {
            PriorityQueue<RevCommit> open = new PriorityQueue<>(
                    Comparator.comparingInt(RevCommit::getCommitTime).reversed().thenComparing(RevCommit::name));
            RevCommit first = walk.parseCommit(head);
            pathIn.put(first, path);
            open.add(first);
            RevCommit commit;
            while ((commit = open.poll()) != null) {
                Map<RevCommit, String> parents = parents(walk, commit, pathIn.get(commit), revisions);
                for (Map.Entry<RevCommit, String> parent : parents.entrySet()) {
                    if (pathIn.putIfAbsent(parent.getKey(), parent.getValue()) == null) {
                        open.add(parent.getKey());
                    }
                }
            }
        }
        return revisions;
    }

    /** Adds a commit if it changed the file; returns the parents to go on with, and the path of the file in each. */
    private Map<RevCommit, String> parents(RevWalk walk, RevCommit commit, String path, List<FileRevision> revisions)
            throws IOException {
        Optional<TreeFile> now = file(commit, path);
        Map<RevCommit, String> parents = new TreeMap<>(Comparator.comparing(RevCommit::name));
        for (RevCommit parent : commit.getParents()) {
            walk.parseHeaders(parent);
            Optional<TreeFile> before = file(parent, path);
            if (before.map(TreeFile::id).equals(now.map(TreeFile::id))) {
                return Map.of(parent, path);
            }
            Optional<String> former =
                    before.isPresent() || now.isEmpty() ? Optional.of(path) : former(parent, commit, path, now.get());
            former.ifPresent(name -> parents.put(parent, name));
        }
        if (now.isPresent() || !parents.isEmpty()) {
            revisions.add(revision(walk, commit, path));
        }
        return parents;
    }

    private Optional<TreeFile> file(RevCommit commit, String path) throws IOException {
        return Optional.ofNullable(
                trees.files(Optional.of(commit.copy()), List.of(path)).get(path));
    }

    private Optional<String> former(RevCommit parent, RevCommit commit, String path, TreeFile now) throws IOException {
        Map<String, byte[]> removed = new TreeMap<>();
        Optional<ObjectId> before = Optional.of(parent.copy());
        for (Map.Entry<String, MergeSides> row :
                trees.differences(before, before, commit.copy()).entrySet()) {
            Optional<TreeFile> base = row.getValue().base().filter(TreeFile::isFile);
            if (row.getValue().theirs().isEmpty() && base.isPresent()) {
                removed.put(row.getKey(), trees.content(base.get()));
            }
        }
        return Optional.ofNullable(RenamePairing.formerPaths(removed, Map.of(path, trees.content(now)))
                .get(path));
    }

    private static FileRevision revision(RevWalk walk, RevCommit commit, String path) throws IOException {
        walk.parseBody(commit);
        PersonIdent author = commit.getAuthorIdent();
        ZoneOffset zone = author.getZoneId().getRules().getOffset(author.getWhenAsInstant());
        return new FileRevision(
                commit.name(),
                path,
                author.getWhenAsInstant().atOffset(zone),
                author.getName(),
                commit.getShortMessage());
    }
}
