package org.gongkai.history.git.commit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jgit.api.errors.CanceledException;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.gongkai.history.git.commit.TreeDifference.Difference;

/**
 * Finds the files that a commit moved: one goes, one comes, and both are the same text, the same entry by its number, of
 * the same name, or alike. Two entries of different numbers are never one, however alike they are.
 */
public final class MoveDetector {

    /** Share of a text, in percent, that must have stayed. */
    private static final int ALIKE = 50;
    /** More files than this at once are compared by number and name alone: every one would be held against every other. */
    private static final int MOST = 200;

    private static final int LARGEST = 1 << 20;

    private final Repository repository;
    private final Function<byte[], Optional<String>> number;

    /**
     * @param number the number that an entry bears, from its bytes
     */
    public MoveDetector(Repository repository, Function<byte[], Optional<String>> number) {
        this.repository = repository;
        this.number = number;
    }

    /** Where files stood before, by where they stand now. */
    Map<String, String> among(List<Difference> files, ObjectReader reader) throws IOException {
        List<Difference> gone =
                new ArrayList<>(files.stream().filter(d -> d.after() == null).toList());
        List<Difference> come =
                new ArrayList<>(files.stream().filter(d -> d.before() == null).toList());
        Map<String, String> moved = new HashMap<>();
        if (gone.isEmpty() || come.isEmpty()) {
            return moved;
        }
        Map<String, String> numbers = numbers(gone, come, reader);
        pair(gone, come, moved, numbers, Difference::before, Difference::after);
        pair(gone, come, moved, numbers, d -> numbers.get(d.path()), d -> numbers.get(d.path()));
        pair(gone, come, moved, numbers, d -> stem(d.path()), d -> stem(d.path()));
        if (!gone.isEmpty() && !come.isEmpty() && Math.max(gone.size(), come.size()) <= MOST) {
            alike(gone, come, reader).forEach((to, from) -> {
                if (mayBeOne(numbers, from, to)) {
                    moved.put(to, from);
                }
            });
        }
        return moved;
    }

    private Map<String, String> numbers(List<Difference> gone, List<Difference> come, ObjectReader reader)
            throws IOException {
        Map<String, String> numbers = new HashMap<>();
        for (Difference d : gone) {
            number(d.before(), reader).ifPresent(number -> numbers.put(d.path(), number));
        }
        for (Difference d : come) {
            number(d.after(), reader).ifPresent(number -> numbers.put(d.path(), number));
        }
        return numbers;
    }

    private interface Key {
        Object of(Difference difference);
    }

    private static void pair(
            List<Difference> gone,
            List<Difference> come,
            Map<String, String> moved,
            Map<String, String> numbers,
            Key before,
            Key after) {
        for (Difference to : List.copyOf(come)) {
            Object key = after.of(to);
            Optional<Difference> from = gone.stream()
                    .filter(d -> key != null && key.equals(before.of(d)))
                    .filter(d -> mayBeOne(numbers, d.path(), to.path()))
                    .findFirst();
            from.ifPresent(d -> {
                moved.put(to.path(), d.path());
                gone.remove(d);
                come.remove(to);
            });
        }
    }

    private static boolean mayBeOne(Map<String, String> numbers, String from, String to) {
        String before = numbers.get(from);
        String after = numbers.get(to);
        return before == null || after == null || before.equals(after);
    }

    private Map<String, String> alike(List<Difference> gone, List<Difference> come, ObjectReader reader)
            throws IOException {
        RenameDetector detector = new RenameDetector(repository);
        detector.setRenameScore(ALIKE);
        for (Difference d : gone) {
            detector.add(new Entry(DiffEntry.ChangeType.DELETE, d.path(), d.before()));
        }
        for (Difference d : come) {
            detector.add(new Entry(DiffEntry.ChangeType.ADD, d.path(), d.after()));
        }
        Map<String, String> moved = new HashMap<>();
        try {
            for (DiffEntry entry : detector.compute(reader, NullProgressMonitor.INSTANCE)) {
                if (entry.getChangeType() == DiffEntry.ChangeType.RENAME) {
                    moved.put(entry.getNewPath(), entry.getOldPath());
                }
            }
            return moved;
        } catch (CanceledException e) {
            throw new IllegalStateException("nobody cancels it", e);
        }
    }

    private Optional<String> number(ObjectId blob, ObjectReader reader) throws IOException {
        if (reader.getObjectSize(blob, Constants.OBJ_BLOB) > LARGEST) {
            return Optional.empty();
        }
        return number.apply(reader.open(blob, Constants.OBJ_BLOB).getCachedBytes());
    }

    /** The path without its ending: an entry may become AsciiDoc. */
    private static String stem(String path) {
        return path.substring(0, path.lastIndexOf('.'));
    }

    /** What JGit's comparison asks to be told. */
    private static final class Entry extends DiffEntry {
        Entry(ChangeType type, String path, ObjectId blob) {
            boolean gone = type == ChangeType.DELETE;
            changeType = type;
            oldPath = gone ? path : DEV_NULL;
            newPath = gone ? DEV_NULL : path;
            oldMode = gone ? FileMode.REGULAR_FILE : FileMode.MISSING;
            newMode = gone ? FileMode.MISSING : FileMode.REGULAR_FILE;
            oldId = AbbreviatedObjectId.fromObjectId(gone ? blob : ObjectId.zeroId());
            newId = AbbreviatedObjectId.fromObjectId(gone ? ObjectId.zeroId() : blob);
        }
    }
}
