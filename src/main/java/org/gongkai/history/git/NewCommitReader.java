package org.gongkai.history.git;

import java.io.IOException;
import java.nio.file.Path;
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
import org.gongkai.history.git.pack.PackedObjects;

/** Reads commits that no reference of the repository leads to yet. Holds one of them at a time, however many there are. */
final class NewCommitReader {

    private static final String CONTENT = "content/";

    private final Repository repository;
    private final Path objects;

    /** @param objects the repository's folder of objects */
    NewCommitReader(Repository repository, Path objects) {
        this.repository = repository;
        this.objects = objects;
    }

    /** Hands on each, newest first. */
    void read(Collection<CommitId> tips, Consumer<NewCommit> each) throws IOException {
        try (ObjectReader reader = repository.newObjectReader();
                RevWalk walk = new RevWalk(reader);
                PackedObjects packs = PackedObjects.in(objects)) {
            Entered entered = new Entered();
            TreeDifference differences = new TreeDifference(reader, packs, entered::add);
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
                    each.accept(read(commit, parents, differences, entered));
                    commit.disposeBody();
                }
            }
        }
    }

    /** Paths that the tree after a comparison has and the one before has not. */
    private static final class Entered {
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

    private NewCommit read(RevCommit commit, RevWalk parents, TreeDifference differences, Entered entered)
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
                names = entered.taken();
                files = differing;
            } else {
                names.retainAll(entered.taken());
                files.keySet().retainAll(differing.keySet());
            }
        }
        // What was only moved was looked at where it came in.
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
