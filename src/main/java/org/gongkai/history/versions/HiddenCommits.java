package org.gongkai.history.versions;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.history.git.Commit;
import org.gongkai.history.git.CommitHistory;
import org.gongkai.history.git.CommitHistory.Revision;
import org.gongkai.history.git.CommitId;
import org.gongkai.history.versions.Versions.Version;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;

/**
 * Finds the commits that changed a file that belongs to hidden content, or to none: an attachment, a picture or an
 * included text. A file belongs to every entry that named it in any version. In a visible entry, withheld versions
 * count from the previous version to the next one.
 */
final class HiddenCommits {

    private final EntryHistories histories;
    private final NamedFiles names;
    private final Set<String> seen;
    private final Predicate<Entry> covers;
    private final Map<CommitId, Set<String>> touched;
    private final Map<CommitId, Integer> order;
    private final Map<String, Set<String>> blobs = new HashMap<>();
    private final Map<String, List<String>> byName = new HashMap<>();

    /** A range of commits by their position in the order of the branch, the end excluded. */
    private record Span(int from, int to) {

        boolean holds(int at) {
            return from <= at && at < to;
        }

        boolean within(Span other) {
            return other.from <= from && to <= other.to;
        }
    }

    /** A blob that names files, and the range of commits for which it does. */
    private record Naming(String path, String blob, Span span) {}

    /**
     * @param seen the paths of the entries that the audience can see
     * @param covers whether an entry with a header is visible to the audience
     */
    HiddenCommits(EntryHistories histories, NamedFiles names, Set<String> seen, Predicate<Entry> covers) {
        this.histories = histories;
        this.names = names;
        this.seen = seen;
        this.covers = covers;
        this.touched = histories.touched();
        this.order = histories.history().map(CommitHistory::positions).orElse(Map.of());
    }

    /** Returns the commits that changed both such a file and an entry that the audience can see. */
    Set<CommitId> commits() {
        if (histories.history().isEmpty()) {
            return Set.of();
        }
        CommitHistory history = histories.history().get();
        List<Commit> suspects = history.commits().stream()
                .filter(commit -> commit.others().stream().anyMatch(other -> isContent(other.path())))
                .filter(commit ->
                        touched.getOrDefault(commit.id(), Set.of()).stream().anyMatch(seen::contains))
                .toList();
        if (suspects.isEmpty()) {
            return Set.of();
        }
        collectFiles(history);
        Map<String, List<Span>> hidden = follow(namings(history, path -> true, false));
        Map<Boolean, List<Commit>> isHidden = suspects.stream()
                .collect(Collectors.partitioningBy(
                        commit -> files(commit).anyMatch(file -> hidden.getOrDefault(file, List.of()).stream()
                                .anyMatch(span -> span.holds(order.get(commit.id()))))));
        Set<String> visible = visible(history, isHidden.get(false));
        return Stream.concat(
                        isHidden.get(true).stream(),
                        isHidden.get(false).stream()
                                .filter(commit -> !files(commit).allMatch(visible::contains)))
                .map(Commit::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> files(Commit commit) {
        return commit.others().stream().map(Commit.Change::path).filter(HiddenCommits::isContent);
    }

    /** The files that visible versions of entries name which some commits changed, or which stand beside or above. */
    private Set<String> visible(CommitHistory history, List<Commit> commits) {
        Set<String> changed = new HashSet<>();
        commits.forEach(commit -> changed.addAll(touched.getOrDefault(commit.id(), Set.of())));
        Set<String> folders = new HashSet<>();
        commits.stream().flatMap(HiddenCommits::files).forEach(file -> {
            for (int slash = file.lastIndexOf('/'); slash > 0; slash = file.lastIndexOf('/', slash - 1)) {
                folders.add(file.substring(0, slash + 1));
            }
        });
        return follow(namings(
                        history, path -> changed.contains(path) || folders.contains(SourceFile.folder(path)), true))
                .keySet();
    }

    private Set<String> visibleBlobs(String path) {
        return histories.of(path).all().stream()
                .filter(version -> covers.test(version.entry()))
                .map(Version::blob)
                .collect(Collectors.toSet());
    }

    /** Files of settings belong to no entry. */
    private static boolean isContent(String path) {
        return !path.startsWith(SourceTree.DATA);
    }

    private void collectFiles(CommitHistory history) {
        for (Commit commit : history.commits()) {
            for (Commit.Change other : commit.others()) {
                if (isContent(other.path())) {
                    Set<String> held = blobs.computeIfAbsent(other.path(), path -> new TreeSet<>());
                    other.blob().ifPresent(held::add);
                }
            }
        }
        blobs.keySet().forEach(path -> byName.computeIfAbsent(
                        NamedFiles.comparable(SourceFile.name(path)), name -> new ArrayList<>(1))
                .add(path));
    }

    /**
     * The blobs of entries that name files.
     *
     * @param visible whether those that the audience can see are wanted, or the others
     */
    private List<Naming> namings(CommitHistory history, Predicate<String> paths, boolean visible) {
        return history.byPath().entrySet().parallelStream()
                .filter(line -> paths.test(line.getKey()))
                .flatMap(line -> namings(line.getKey(), line.getValue(), visible).stream())
                .distinct()
                // Scanned in advance, since this runs in parallel.
                .peek(naming -> names.in(naming.blob()))
                .toList();
    }

    private List<Naming> namings(String path, List<Revision> revisions, boolean visible) {
        boolean isSeen = seen.contains(path);
        Set<String> open = isSeen ? visibleBlobs(path) : Set.of();
        List<Naming> namings = new ArrayList<>();
        for (int i = 0; i < revisions.size(); i++) {
            Revision revision = revisions.get(i);
            if (revision.blob().filter(blob -> open.contains(blob) == visible).isPresent()) {
                boolean isLimited = isSeen && !visible;
                int from = isLimited && i > 0 ? position(revisions.get(i - 1)) + 1 : 0;
                int to = isLimited && i < revisions.size() - 1 ? position(revisions.get(i + 1)) : Integer.MAX_VALUE;
                namings.add(new Naming(revision.path(), revision.blob().get(), new Span(from, to)));
            }
        }
        return namings;
    }

    private int position(Revision revision) {
        return order.get(revision.commit().id());
    }

    /** The files that are named, with when; names in included files are followed transitively. */
    private Map<String, List<Span>> follow(List<Naming> first) {
        Map<String, List<Span>> named = new HashMap<>();
        Deque<Naming> open = new ArrayDeque<>(first);
        while (!open.isEmpty()) {
            Naming naming = open.pop();
            for (String file : files(naming)) {
                List<Span> spans = named.computeIfAbsent(file, path -> new ArrayList<>(1));
                if (spans.stream().noneMatch(span -> naming.span().within(span))) {
                    spans.add(naming.span());
                    if (SourceFile.isText(file)) {
                        blobs.get(file).forEach(blob -> open.push(new Naming(file, blob, naming.span())));
                    }
                }
            }
        }
        return named;
    }

    private Set<String> files(Naming naming) {
        Set<String> found = new TreeSet<>();
        for (String text : names.in(naming.blob())) {
            for (int from = 0; from < text.length(); from++) {
                boolean begins = from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1));
                List<String> files = begins ? byName.getOrDefault(text.substring(from), List.of()) : List.of();
                for (String file : files) {
                    if (mayMean(naming.path(), text.substring(0, from), file)) {
                        found.add(file);
                    }
                }
            }
        }
        return found;
    }

    /**
     * Returns true if a name and the path before it may denote a file: one in or below the folder of the text, or one
     * whose folder is named.
     */
    private static boolean mayMean(String path, String before, String file) {
        String own = SourceFile.folder(path);
        String folder = SourceFile.folder(file);
        String last = folder.substring(folder.lastIndexOf('/', folder.length() - 2) + 1);
        return folder.startsWith(own)
                || before.endsWith(NamedFiles.comparable(last))
                || before.endsWith("../") && own.startsWith(folder);
    }
}
