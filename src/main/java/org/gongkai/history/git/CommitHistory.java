package org.gongkai.history.git;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The history of every entry up to a commit. Immutable.
 *
 * @param tip the last commit
 * @param complete whether it reaches back to the first commit; false for a shallow clone
 * @param commits all commits, parents before children, in the order in which they were published or merged into the
 *     branch
 * @param byPath the revisions of each path, oldest first; those of a moved entry are under its last path
 * @param publications for each commit the one that was published first with it in its history, or is to be; itself for
 *     those that are older than all publications
 */
public record CommitHistory(
        CommitId tip,
        boolean complete,
        List<Commit> commits,
        Map<String, List<Revision>> byPath,
        Map<CommitId, CommitId> publications) {

    /**
     * Groups the changes of commits by entry. The order of {@code commits} is irrelevant.
     *
     * @param published the commits that were published, oldest publication first; those outside the history are ignored
     */
    public static CommitHistory of(
            CommitId tip, boolean complete, Map<CommitId, Commit> commits, List<CommitId> published) {
        Map<CommitId, Commit> reachable = new HashMap<>(commits);
        if (!published.isEmpty()) {
            Map<CommitId, CommitId> ancestors = new LinkedHashMap<>();
            addInMergeOrder(tip, commits, ancestors);
            reachable.keySet().retainAll(ancestors.keySet());
        }
        Map<CommitId, CommitId> publications = new LinkedHashMap<>();
        for (CommitId publication : Stream.concat(published.stream(), Stream.of(tip))
                .filter(reachable::containsKey)
                .toList()) {
            addInMergeOrder(publication, reachable, publications);
        }
        List<Commit> ordered =
                publications.keySet().stream().map(reachable::get).toList();
        Revisions byEntry = new Revisions(commits);
        for (Commit commit : ordered) {
            for (Commit.Change change : commit.changes()) {
                byEntry.add(commit, change);
            }
        }
        Map<String, List<Revision>> byPath = new TreeMap<>();
        byEntry.revisions.forEach((path, revisions) -> byPath.put(path, List.copyOf(revisions)));
        return new CommitHistory(tip, complete, ordered, byPath, publications);
    }

    /** Whether two commits were published at one time, so that nobody saw the state between them. */
    public boolean isOnePublication(Commit one, Commit other) {
        return publications.get(one.id()).equals(publications.get(other.id()));
    }

    /** The revisions of an entry by its path, oldest first. */
    public List<Revision> of(String path) {
        return byPath.getOrDefault(path, List.of());
    }

    /** The position of each commit in the order of all. */
    public Map<CommitId, Integer> positions() {
        Map<CommitId, Integer> positions = new HashMap<>();
        commits.forEach(commit -> positions.put(commit.id(), positions.size()));
        return positions;
    }

    /**
     * Adds a commit and its ancestors as they entered the branch: each after its parents, and what a merge brought in
     * after what was there.
     *
     * @param ordered those before, with the one that was published with each in its history
     */
    private static void addInMergeOrder(CommitId tip, Map<CommitId, Commit> commits, Map<CommitId, CommitId> ordered) {
        boolean isFirst = ordered.isEmpty();
        Deque<Commit> open = new ArrayDeque<>(List.of(commits.get(tip)));
        while (!open.isEmpty()) {
            open.peek().parents().stream()
                    .filter(parent -> !ordered.containsKey(parent) && commits.containsKey(parent))
                    .findFirst()
                    .ifPresentOrElse(parent -> open.push(commits.get(parent)), () -> {
                        CommitId done = open.pop().id();
                        ordered.putIfAbsent(done, isFirst ? done : tip);
                    });
        }
    }

    /** Collects the revisions of each path. */
    private static final class Revisions {
        private final Map<CommitId, Commit> commits;
        private final Map<String, List<Revision>> revisions = new HashMap<>();
        private final Map<String, Commit> movedBy = new HashMap<>();
        private final Map<String, String> movedTo = new HashMap<>();

        Revisions(Map<CommitId, Commit> commits) {
            this.commits = commits;
        }

        void add(Commit commit, Commit.Change change) {
            String path = change.path();
            if (change.from().isPresent()) {
                String from = change.from().get();
                List<Revision> before = revisions.remove(from);
                if (before != null) {
                    revisions.put(path, before);
                }
                movedBy.put(from, commit);
                movedTo.put(from, path);
            } else if (movedTo.containsKey(path)
                    && !revisions.containsKey(path)
                    && !leadsTo(movedBy.get(path).id(), commit)) {
                // The file was moved on another branch; this commit still uses the old path.
                path = movedTo.get(path);
            }
            List<Revision> line = revisions.computeIfAbsent(path, p -> new ArrayList<>(2));
            // A change based on a text that this branch never had is not a revision of its own; the merge records the
            // result, if that is another than what is there.
            boolean merges = commit.parents().size() > 1;
            if (line.isEmpty()
                    || merges && change.from().isPresent()
                    || merges != line.get(line.size() - 1).blob().equals(merges ? change.blob() : change.before())) {
                line.add(new Revision(commit, change.path(), change.blob()));
            }
        }

        private boolean leadsTo(CommitId ancestor, Commit commit) {
            Set<CommitId> seen = new HashSet<>();
            Deque<CommitId> open = new ArrayDeque<>(commit.parents());
            while (!open.isEmpty()) {
                CommitId id = open.pop();
                if (id.equals(ancestor)) {
                    return true;
                }
                Commit known = commits.get(id);
                if (known != null && seen.add(id)) {
                    open.addAll(known.parents());
                }
            }
            return false;
        }
    }

    /**
     * The state of an entry after a commit.
     *
     * @param commit the commit
     * @param path the path of the entry after the commit
     * @param blob its content, 40 hexadecimal digits; empty if the entry was deleted
     */
    public record Revision(Commit commit, String path, Optional<String> blob) {}
}
