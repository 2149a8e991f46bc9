package org.gongkai.history.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.gongkai.history.git.GitRepository.NewCommit;
import org.gongkai.history.git.TreeDifference.Difference;
import org.gongkai.input.source.SourceTree;

/**
 * Reads the commits that are not reachable from any reference, one at a time, so that memory does not grow with their
 * number.
 */
final class NewCommitReader {

    private NewCommitReader() {}

    /** Passes on each commit, descendants before ancestors. */
    static void read(Repository repository, Collection<CommitId> tips, Consumer<NewCommit> each) throws IOException {
        try (ObjectReader reader = repository.newObjectReader();
                RevWalk walk = new RevWalk(reader)) {
            List<String> added = new ArrayList<>();
            TreeDifference differences = new TreeDifference(reader, added::add);
            walk.sort(RevSort.TOPO);
            for (CommitId tip : tips) {
                walk.markStart(walk.parseCommit(ObjectId.fromString(tip.name())));
            }
            for (Ref ref : repository.getRefDatabase().getRefs()) {
                if (ref.getObjectId() != null
                        && walk.peel(walk.parseAny(ref.getObjectId())) instanceof RevCommit known) {
                    walk.markUninteresting(known);
                }
            }
            try (RevWalk parents = new RevWalk(reader)) {
                for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
                    each.accept(commit(repository, commit, parents, differences, added));
                    commit.disposeBody();
                }
            }
        }
    }

    private static NewCommit commit(
            Repository repository, RevCommit commit, RevWalk parents, TreeDifference differences, List<String> added)
            throws IOException {
        added.clear();
        Map<String, ObjectId> files = new TreeMap<>();
        Set<ObjectId> known = new HashSet<>();
        List<ObjectId> before = new ArrayList<>();
        for (RevCommit parent : commit.getParents()) {
            before.add(parents.parseCommit(parent).getTree());
        }
        if (before.isEmpty()) {
            before.add(null);
        }
        for (Difference difference : differences.between(before, commit.getTree())) {
            if (difference.after() != null
                    && difference.isFromAll()
                    && difference.path().startsWith(SourceTree.CONTENT)) {
                files.put(difference.path(), difference.after());
            }
            difference.sides().stream()
                    .filter(blob -> !Objects.equals(blob, difference.after()))
                    .forEach(known::add);
        }
        // A moved file was checked in the commit that added it.
        files.values().removeAll(known);
        return new NewCommit(
                CommitReader.commit(commit, List.of(), List.of()),
                commit.getFullMessage(),
                added,
                new CommitSource(repository, files));
    }
}
