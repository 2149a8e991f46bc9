package org.gongkai.history.git.work.merge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeFormatter;
import org.eclipse.jgit.merge.MergeResult;
import org.gongkai.history.git.RenamedFiles;
import org.gongkai.history.git.work.CommitTrees;
import org.gongkai.history.git.work.CommitTrees.MergeSides;
import org.gongkai.history.git.work.CommitTrees.TreeFile;

/**
 * Merges two commits in memory. Files renamed on one side and changed on the other are recognised; of several merge
 * bases one is used, which at worst leaves more to decide.
 */
record TreeMerge(CommitTrees trees) {

    /**
     * The result.
     *
     * @param changes what has to change in our tree; a path without a file is removed
     * @param conflicts the files that need a decision, by path
     */
    record Result(Map<String, Optional<TreeFile>> changes, Map<String, MergeSides> conflicts) {}

    Result of(Optional<ObjectId> base, Optional<ObjectId> ours, ObjectId theirs) throws IOException {
        Map<String, MergeSides> rows = trees.differences(base, ours, theirs);
        Map<String, Optional<TreeFile>> changes = new TreeMap<>();
        Map<String, MergeSides> contested = new TreeMap<>();
        rows.forEach((path, sides) -> {
            if (sides.ours().equals(sides.base())) {
                changes.put(path, sides.theirs());
            } else if (!sides.theirs().equals(sides.base()) && !sides.theirs().equals(sides.ours())) {
                contested.put(path, sides);
            }
        });
        Map<String, MergeSides> conflicts = new TreeMap<>();
        for (Map.Entry<String, MergeSides> row :
                followed(rows, contested, changes).entrySet()) {
            Optional<TreeFile> merged = merged(row.getValue());
            if (merged.isPresent()) {
                changes.put(row.getKey(), merged);
            } else {
                conflicts.put(row.getKey(), row.getValue());
            }
        }
        return new Result(changes, conflicts);
    }

    /** Moves what is contested at a path that one side has renamed to the new path. */
    private Map<String, MergeSides> followed(
            Map<String, MergeSides> rows, Map<String, MergeSides> contested, Map<String, Optional<TreeFile>> changes)
            throws IOException {
        Map<String, String> ofOurs = renames(rows, contested, true);
        Map<String, String> ofTheirs = renames(rows, contested, false);
        Map<String, MergeSides> moved = new TreeMap<>(contested);
        ofOurs.forEach((path, former) -> {
            MergeSides sides = moved.remove(former);
            moved.put(path, new MergeSides(sides.base(), rows.get(path).ours(), sides.theirs()));
        });
        ofTheirs.forEach((path, former) -> {
            MergeSides sides = moved.remove(former);
            moved.put(
                    path,
                    new MergeSides(sides.base(), sides.ours(), rows.get(path).theirs()));
            changes.remove(path);
            changes.put(former, Optional.empty());
        });
        return moved;
    }

    /** The files that one side has renamed, the other has changed or removed, by their new paths. */
    private Map<String, String> renames(Map<String, MergeSides> rows, Map<String, MergeSides> contested, boolean isOurs)
            throws IOException {
        Map<String, ObjectId> removed = new TreeMap<>();
        contested.forEach((path, sides) -> {
            if (side(sides, isOurs).isEmpty()) {
                sides.base().filter(TreeFile::isFile).ifPresent(file -> removed.put(path, file.id()));
            }
        });
        Map<String, ObjectId> added = new TreeMap<>();
        rows.forEach((path, sides) -> {
            if (sides.base().isEmpty() && side(sides, !isOurs).isEmpty()) {
                side(sides, isOurs).filter(TreeFile::isFile).ifPresent(file -> added.put(path, file.id()));
            }
        });
        return new RenamedFiles(trees.repository()).among(removed, added);
    }

    private static Optional<TreeFile> side(MergeSides sides, boolean isOurs) {
        return isOurs ? sides.ours() : sides.theirs();
    }

    /** Merges one file; empty if somebody has to decide. */
    Optional<TreeFile> merged(MergeSides sides) throws IOException {
        if (sides.ours().equals(sides.theirs())) {
            return sides.ours();
        }
        if (sides.base().isEmpty()
                || sides.ours().filter(TreeFile::isFile).isEmpty()
                || sides.theirs().filter(TreeFile::isFile).isEmpty()) {
            return Optional.empty();
        }
        Optional<byte[]> text = TextMerge.of(
                trees.content(sides.base().get()),
                trees.content(sides.ours().get()),
                trees.content(sides.theirs().get()));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        TreeFile ours = sides.ours().get();
        boolean isModeTheirs = ours.mode().equals(sides.base().get().mode());
        return Optional.of(
                new TreeFile(isModeTheirs ? sides.theirs().get().mode() : ours.mode(), trees.store(text.get())));
    }

    /** The paths of a merged tree at which a file is where a folder has to be. */
    static List<String> obstacles(Set<String> kept, Map<String, Optional<TreeFile>> changes) {
        Set<String> files = new HashSet<>(kept);
        changes.forEach((path, file) -> {
            if (file.isPresent()) {
                files.add(path);
            } else {
                files.remove(path);
            }
        });
        List<String> wrong = new ArrayList<>();
        for (String path : changes.keySet()) {
            for (int at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
                if (files.contains(path) && files.contains(path.substring(0, at))) {
                    wrong.add(path.substring(0, at));
                }
            }
        }
        return wrong;
    }

    /** Merges two changes of a file by lines. */
    private static final class TextMerge {

        /** Returns the merged content; empty if both sides changed the same place, or the content is binary. */
        static Optional<byte[]> of(byte[] base, byte[] ours, byte[] theirs) {
            if (Arrays.equals(ours, theirs) || Arrays.equals(base, theirs)) {
                return Optional.of(ours);
            }
            if (Arrays.equals(base, ours)) {
                return Optional.of(theirs);
            }
            if (isBinary(base) || isBinary(ours) || isBinary(theirs)) {
                return Optional.empty();
            }
            MergeResult<RawText> merged = new MergeAlgorithm()
                    .merge(RawTextComparator.DEFAULT, new RawText(base), new RawText(ours), new RawText(theirs));
            if (merged.containsConflicts()) {
                return Optional.empty();
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream(ours.length + theirs.length);
            try {
                new MergeFormatter().formatMerge(out, merged, List.of("", "", ""), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new AssertionError("memory can be written", e);
            }
            return Optional.of(out.toByteArray());
        }

        private static boolean isBinary(byte[] content) {
            return RawText.isBinary(content, content.length, true);
        }
    }
}
