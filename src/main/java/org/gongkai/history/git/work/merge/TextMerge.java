package org.gongkai.history.git.work.merge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeFormatter;
import org.eclipse.jgit.merge.MergeResult;

/** Merges two changes of a file by lines. */
final class TextMerge {

    private TextMerge() {}

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
