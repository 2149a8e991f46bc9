package org.gongkai.history.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
import org.gongkai.history.git.commit.CommitId;
import org.gongkai.history.git.commit.CommitTimes;
import org.gongkai.history.git.commit.NewCommit;
import org.gongkai.history.git.commit.TreeDifference;
import org.gongkai.history.git.commit.TreeDifference.Difference;

/**
 * Reads the commits that are not reachable from any reference, one at a time, so that memory does not grow with their
 * number.
 */
final class NewCommitReader {

    private static final String CONTENT = "content/";

    private final Repository repository;

    NewCommitReader(Repository repository) {
        this.repository = repository;
    }

    /** Passes on each commit, descendants before ancestors. */
    void read(Collection<CommitId> tips, Consumer<NewCommit> each) throws IOException {
        try (ObjectReader reader = repository.newObjectReader();
                RevWalk walk = new RevWalk(reader)) {
            AddedPaths added = new AddedPaths();
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
                    each.accept(read(commit, parents, differences, added));
                    commit.disposeBody();
                }
            }
        }
    }

    /** Collects paths that exist only in the later of two trees. */
    private static final class AddedPaths {
        private Set<String> paths = new LinkedHashSet<>();

        void add(String path) {
            paths.add(path);
        }

        Set<String> taken() {
            Set<String> taken = paths;
            paths = new LinkedHashSet<>();
            return taken;
        }
    }

    private NewCommit read(RevCommit commit, RevWalk parents, TreeDifference differences, AddedPaths added)
            throws IOException {
        Set<String> names = null;
        Map<String, ObjectId> files = null;
        Set<ObjectId> known = new HashSet<>();
        List<ObjectId> before = new ArrayList<>();
        for (RevCommit parent : commit.getParents()) {
            before.add(parents.parseCommit(parent).getTree());
        }
        for (ObjectId tree : before.isEmpty() ? Arrays.asList((ObjectId) null) : before) {
            Map<String, ObjectId> differing = new TreeMap<>();
            for (Difference difference : differences.between(tree, commit.getTree())) {
                if (difference.after() != null && difference.path().startsWith(CONTENT)) {
                    differing.put(difference.path(), difference.after());
                }
                if (difference.before() != null) {
                    known.add(difference.before());
                }
            }
            if (files == null) {
                names = added.taken();
                files = differing;
            } else {
                names.retainAll(added.taken());
                files.keySet().retainAll(differing.keySet());
            }
        }
        // A moved file was checked in the commit that added it.
        files.values().removeAll(known);
        CommitTimes times = CommitTimes.of(commit.getRawBuffer());
        return new NewCommit(
                new CommitId(commit.name()),
                Arrays.stream(commit.getParents())
                        .map(parent -> new CommitId(parent.name()))
                        .toList(),
                commit.getFullMessage(),
                times.authored().isPresent() && times.committed().isPresent(),
                List.copyOf(names),
                new CommitSource(repository, files));
    }
}
