package org.gongkai.history.git.commit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/**
 * What became of every entry up to a commit. Immutable.
 *
 * @param tip the commit
 * @param complete whether it goes back to the first commit, or was cut off when the repository was cloned
 * @param commits every commit, each after its parents, in the order in which they came to the branch
 * @param byPath the revisions of every path that an entry ever stood at, oldest first; those of an entry that was moved
 *     stand at its last path
 */
public record CommitHistory(CommitId tip, boolean complete, List<Commit> commits, Map<String, List<Revision>> byPath) {

    /** Of commits that know nothing of each other, the one that was made first comes first. */
    private static final Comparator<Commit> ORDER = Comparator.comparing(Commit::committed)
            .thenComparing(commit -> commit.id().name());

    /** Sorts what commits did by what they did it to. The order of {@code commits} does not matter. */
    public static CommitHistory of(CommitId tip, boolean complete, Map<CommitId, Commit> commits) {
        List<Commit> ordered = landed(tip, commits, ordered(tip, commits));
        Lines lines = new Lines(commits);
        for (Commit commit : ordered) {
            for (Commit.Change change : commit.changes()) {
                lines.add(commit, change);
            }
        }
        Map<String, List<Revision>> byPath = new TreeMap<>();
        lines.revisions.forEach((path, revisions) -> byPath.put(path, List.copyOf(revisions)));
        return new CommitHistory(tip, complete, ordered, byPath);
    }

    /** The revisions of an entry by its path, oldest first. */
    public List<Revision> of(String path) {
        return byPath.getOrDefault(path, List.of());
    }

    /**
     * The order in which commits came to the branch: that of its own, those of another branch right before the merge that
     * brought them.
     */
    private static List<Commit> landed(CommitId tip, Map<CommitId, Commit> commits, List<Commit> ordered) {
        Map<CommitId, Integer> rank = new HashMap<>();
        ordered.forEach(commit -> rank.put(commit.id(), rank.size()));
        Deque<Commit> own = new ArrayDeque<>();
        for (Commit at = commits.get(tip); at != null; ) {
            own.push(at);
            at = at.parents().isEmpty() ? null : commits.get(at.parents().get(0));
        }
        Set<CommitId> done = new HashSet<>();
        List<Commit> landed = new ArrayList<>(ordered.size());
        for (Commit commit : own) {
            if (commit.parents().size() > 1) {
                List<Commit> brought = new ArrayList<>();
                Deque<CommitId> open = new ArrayDeque<>(commit.parents());
                while (!open.isEmpty()) {
                    Commit other = commits.get(open.pop());
                    if (other != null && done.add(other.id())) {
                        brought.add(other);
                        open.addAll(other.parents());
                    }
                }
                brought.sort(Comparator.comparing(other -> rank.get(other.id())));
                landed.addAll(brought);
            }
            done.add(commit.id());
            landed.add(commit);
        }
        return List.copyOf(landed);
    }

    private static List<Commit> ordered(CommitId tip, Map<CommitId, Commit> commits) {
        Map<CommitId, List<Commit>> children = new HashMap<>();
        Map<CommitId, Integer> waiting = new HashMap<>();
        PriorityQueue<Commit> ready = new PriorityQueue<>(ORDER);
        Deque<CommitId> open = new ArrayDeque<>(List.of(tip));
        Set<CommitId> seen = new HashSet<>();
        while (!open.isEmpty()) {
            CommitId id = open.pop();
            Commit commit = commits.get(id);
            if (commit == null || !seen.add(id)) {
                continue;
            }
            int parents = 0;
            for (CommitId parent : new HashSet<>(commit.parents())) {
                if (commits.containsKey(parent)) {
                    parents++;
                    children.computeIfAbsent(parent, p -> new ArrayList<>(1)).add(commit);
                    open.push(parent);
                }
            }
            if (parents == 0) {
                ready.add(commit);
            }
            waiting.put(id, parents);
        }
        List<Commit> ordered = new ArrayList<>(seen.size());
        while (!ready.isEmpty()) {
            Commit commit = ready.poll();
            ordered.add(commit);
            for (Commit child : children.getOrDefault(commit.id(), List.of())) {
                if (waiting.merge(child.id(), -1, Integer::sum) == 0) {
                    ready.add(child);
                }
            }
        }
        return List.copyOf(ordered);
    }

    /** The revisions of all paths in the making. */
    private static final class Lines {
        private final Map<CommitId, Commit> commits;
        private final Map<String, List<Revision>> revisions = new HashMap<>();
        private final Map<String, Commit> movedBy = new HashMap<>();
        private final Map<String, String> movedTo = new HashMap<>();

        Lines(Map<CommitId, Commit> commits) {
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
                // Somebody moved it on another branch; this commit still knows it by its old path.
                path = movedTo.get(path);
            }
            List<Revision> line = revisions.computeIfAbsent(path, p -> new ArrayList<>(2));
            // What another branch made of an older text was never to be seen on this one; the merge tells what became
            // of it.
            boolean merges = commit.parents().size() > 1;
            if (merges || line.isEmpty() || line.get(line.size() - 1).blob().equals(change.before())) {
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
}
