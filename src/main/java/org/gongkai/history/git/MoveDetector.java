package org.gongkai.history.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.gongkai.history.git.TreeDifference.Difference;

/**
 * Detects moved files: a deleted and an added file with the same index number, the same name or the same or similar
 * content. Entries with different index numbers are never paired.
 *
 * @param number extracts the index number from the bytes of an entry
 */
public record MoveDetector(Repository repository, Function<byte[], Optional<String>> number) {

    private static final int MAX_BYTES = 1 << 20;

    /** Returns the old paths of moved files by their new paths. */
    Map<String, String> among(List<Difference> files, ObjectReader reader) throws IOException {
        List<Difference> deleted =
                new ArrayList<>(files.stream().filter(d -> d.after() == null).toList());
        List<Difference> added =
                new ArrayList<>(files.stream().filter(d -> d.before() == null).toList());
        Map<String, String> moved = new HashMap<>();
        if (deleted.isEmpty() || added.isEmpty()) {
            return moved;
        }
        Map<String, String> numbers = numbers(deleted, added, reader);
        pair(deleted, added, moved, numbers, numbers::get);
        pair(deleted, added, moved, numbers, MoveDetector::stem);
        similar(deleted, added).forEach((to, from) -> {
            if (mayBeSame(numbers, from, to)) {
                moved.put(to, from);
            }
        });
        return moved;
    }

    private Map<String, String> numbers(List<Difference> deleted, List<Difference> added, ObjectReader reader)
            throws IOException {
        Map<String, String> numbers = new HashMap<>();
        for (Difference d : deleted) {
            number(d.before(), reader).ifPresent(number -> numbers.put(d.path(), number));
        }
        for (Difference d : added) {
            number(d.after(), reader).ifPresent(number -> numbers.put(d.path(), number));
        }
        return numbers;
    }

    private static void pair(
            List<Difference> deleted,
            List<Difference> added,
            Map<String, String> moved,
            Map<String, String> numbers,
            Function<String, String> keyOf) {
        for (Difference to : List.copyOf(added)) {
            String key = keyOf.apply(to.path());
            Optional<Difference> from = deleted.stream()
                    .filter(d -> key != null && key.equals(keyOf.apply(d.path())))
                    .filter(d -> mayBeSame(numbers, d.path(), to.path()))
                    .findFirst();
            from.ifPresent(d -> {
                moved.put(to.path(), d.path());
                deleted.remove(d);
                added.remove(to);
            });
        }
    }

    private static boolean mayBeSame(Map<String, String> numbers, String from, String to) {
        String before = numbers.get(from);
        String after = numbers.get(to);
        return before == null || after == null || before.equals(after);
    }

    private Map<String, String> similar(List<Difference> deleted, List<Difference> added) throws IOException {
        Map<String, ObjectId> before = new HashMap<>();
        Map<String, ObjectId> after = new HashMap<>();
        deleted.forEach(d -> before.put(d.path(), d.before()));
        added.forEach(d -> after.put(d.path(), d.after()));
        return new RenamedFiles(repository).among(before, after);
    }

    private Optional<String> number(ObjectId blob, ObjectReader reader) throws IOException {
        if (reader.getObjectSize(blob, Constants.OBJ_BLOB) > MAX_BYTES) {
            return Optional.empty();
        }
        return number.apply(reader.open(blob, Constants.OBJ_BLOB).getCachedBytes());
    }

    /** The path without its extension: an entry may be converted to another format. */
    private static String stem(String path) {
        return path.substring(0, path.lastIndexOf('.'));
    }
}
