package org.gongkai.history.git;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.commons.io.function.Uncheck;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.util.RawParseUtils;
import org.gongkai.history.git.Commit.Author;
import org.gongkai.history.git.Commit.Change;
import org.gongkai.history.git.TreeDifference.Difference;

/** Reads the changes that commits made to the files below a folder. */
public record CommitReader(Repository repository, String folder, Predicate<String> wanted, MoveDetector moves) {

    /**
     * @param folder the path of the site's root in the repository; empty if it is the root of the repository
     * @param wanted accepts the paths of entries, relative to the site's root
     */
    public CommitReader {
        folder = folder.isEmpty() ? "" : folder + "/";
    }

    /** Returns the ancestors of a commit and itself, without known commits and what is reachable only through them. */
    public List<RevCommit> reachable(CommitId tip, Predicate<CommitId> known) throws IOException {
        List<RevCommit> found = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository)) {
            Map<ObjectId, Boolean> seen = new HashMap<>();
            List<ObjectId> open = new ArrayList<>(List.of(ObjectId.fromString(tip.name())));
            while (!open.isEmpty()) {
                ObjectId id = open.remove(open.size() - 1);
                if (seen.put(id, true) != null || known.test(new CommitId(id.name()))) {
                    continue;
                }
                RevCommit commit = CommitObject.parse(walk, id);
                found.add(commit);
                open.addAll(Arrays.asList(commit.getParents()));
            }
        }
        return found;
    }

    /** Reads commits in any order; neighbours should be parent and child where possible, for speed. */
    public List<Commit> read(List<RevCommit> commits) {
        Map<ObjectId, ObjectId> trees = new ConcurrentHashMap<>();
        commits.forEach(commit -> trees.put(commit.copy(), commit.getTree().copy()));
        int parts = Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), commits.size() / 500));
        int each = (commits.size() + parts - 1) / parts;
        return IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> commits.subList(
                        Math.min(commits.size(), part * each), Math.min(commits.size(), (part + 1) * each)))
                .map(part -> Uncheck.get(() -> readPart(part, trees)))
                .flatMap(List::stream)
                .toList();
    }

    private List<Commit> readPart(List<RevCommit> commits, Map<ObjectId, ObjectId> trees) throws IOException {
        try (ObjectReader reader = repository.newObjectReader();
                RevWalk walk = new RevWalk(reader)) {
            TreeDifference differences = new TreeDifference(reader, path -> {});
            List<Commit> read = new ArrayList<>();
            for (RevCommit commit : commits) {
                List<ObjectId> parents = new ArrayList<>();
                for (RevCommit parent : commit.getParents()) {
                    ObjectId tree = trees.get(parent);
                    parents.add(
                            tree != null
                                    ? tree
                                    : CommitObject.parse(walk, parent).getTree());
                }
                List<Difference> changed = changed(commit.getTree(), parents, differences);
                read.add(commit(commit, changes(changed, reader), others(changed)));
            }
            return read;
        }
    }

    /**
     * The changes of a commit: of a merge the files that differ from all its parents, and those of which it has not the
     * text of the first but of another, which an earlier commit made of something else than the first had.
     */
    private List<Difference> changed(ObjectId tree, List<ObjectId> parents, TreeDifference differences)
            throws IOException {
        List<ObjectId> before = new ArrayList<>();
        for (ObjectId parent : parents) {
            before.add(differences.folder(parent, folder + "content"));
        }
        if (before.isEmpty()) {
            before.add(null);
        }
        return differences.between(before, differences.folder(tree, folder + "content")).stream()
                .filter(d -> d.isFromAll()
                        || d.before() != null
                                && d.after() != null
                                && !d.before().equals(d.after()))
                .map(d -> new Difference("content/" + d.path(), d.sides(), d.after()))
                .toList();
    }

    private List<Change> others(List<Difference> differences) {
        return differences.stream()
                .filter(d -> !wanted.test(d.path()) && d.isFromAll())
                .map(d -> new Change(d.path(), Optional.empty(), name(d.before()), name(d.after())))
                .sorted(Comparator.comparing(Change::path))
                .toList();
    }

    private static Optional<String> name(ObjectId blob) {
        return Optional.ofNullable(blob).map(ObjectId::name);
    }

    private List<Change> changes(List<Difference> differences, ObjectReader reader) throws IOException {
        List<Difference> files =
                differences.stream().filter(d -> wanted.test(d.path())).toList();
        Map<String, String> moved = moves.among(files, reader);
        Map<String, ObjectId> before = new HashMap<>();
        files.stream().filter(d -> d.before() != null).forEach(d -> before.put(d.path(), d.before()));
        return files.stream()
                .filter(d -> d.after() != null || !moved.containsValue(d.path()))
                .map(d -> {
                    Optional<String> from = Optional.ofNullable(moved.get(d.path()));
                    return new Change(
                            d.path(),
                            from,
                            Optional.ofNullable(before.get(from.orElse(d.path())))
                                    .map(ObjectId::name),
                            Optional.ofNullable(d.after()).map(ObjectId::name));
                })
                .sorted(Comparator.comparing(Change::path))
                .toList();
    }

    /** Returns a commit with its changes, as far as they are wanted. */
    public static Commit commit(RevCommit commit, List<Change> changes, List<Change> others) {
        CommitTimes times = CommitTimes.of(commit.getRawBuffer());
        return new Commit(
                new CommitId(commit.name()),
                Arrays.stream(commit.getParents())
                        .map(parent -> new CommitId(parent.name()))
                        .toList(),
                times.committed().orElse(CommitTimes.UNKNOWN),
                author(commit, times),
                commit.getShortMessage(),
                changes,
                others);
    }

    /**
     * The author. JGit cannot parse the identity if its time is out of range; the name is then extracted from the
     * bytes, and there is no e-mail address.
     */
    private static Author author(RevCommit commit, CommitTimes times) {
        if (times.authored().isPresent()) {
            PersonIdent author = commit.getAuthorIdent();
            Instant time = times.authored().get();
            return author == null
                    ? new Author("", "", time)
                    : new Author(author.getName(), author.getEmailAddress(), time);
        }
        byte[] bytes = commit.getRawBuffer();
        int start = RawParseUtils.author(bytes, 0);
        int end = start < 0 ? -1 : RawParseUtils.nextLF(bytes, start, '<');
        String name = end < 0 ? "" : RawParseUtils.decode(bytes, start, end - 1).strip();
        return new Author(name, "", CommitTimes.UNKNOWN);
    }
}
