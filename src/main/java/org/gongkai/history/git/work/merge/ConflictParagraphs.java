package org.gongkai.history.git.work.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/**
 * Shows two changes of a text side by side, paragraph by paragraph. A paragraph ends with the blank lines after it;
 * nothing is added or lost: all our sides joined are our text, byte by byte, and likewise theirs.
 */
public final class ConflictParagraphs {

    /** Who changed a passage. */
    public enum Kind {
        SAME,
        OURS_ONLY,
        THEIRS_ONLY,
        BOTH
    }

    /** A passage of some paragraphs as it was and as it is on both sides; empty where a side does not have it. */
    public record Passage(Kind kind, byte[] base, byte[] ours, byte[] theirs) {}

    private ConflictParagraphs() {}

    /** Compares two changed texts; a text without a common ancestor has an empty one. */
    public static List<Passage> of(byte[] base, byte[] ours, byte[] theirs) {
        Paragraphs first = new Paragraphs(base);
        Side mine = new Side(first, new Paragraphs(ours));
        Side other = new Side(first, new Paragraphs(theirs));
        List<Passage> passages = new ArrayList<>();
        int from = 0;
        while (from < first.size() || mine.hasNext() || other.hasNext()) {
            int start = Math.min(mine.nextStart(), other.nextStart());
            int end = start;
            if (start > from) {
                end = Math.min(start, first.size());
                add(passages, Kind.SAME, first.range(from, end), mine.until(end), other.until(end));
            } else {
                int before;
                do {
                    before = end;
                    end = Math.max(mine.consume(start, end), other.consume(start, end));
                } while (end > before);
                Kind kind = !other.isChanged() ? Kind.OURS_ONLY : !mine.isChanged() ? Kind.THEIRS_ONLY : Kind.BOTH;
                add(passages, kind, first.range(start, end), mine.until(end), other.until(end));
            }
            from = end;
        }
        return passages;
    }

    /** If both sides made the same change, there is nothing to decide. */
    private static void add(List<Passage> passages, Kind kind, byte[] base, byte[] ours, byte[] theirs) {
        Kind seen = kind == Kind.BOTH && Arrays.equals(ours, theirs) ? Kind.SAME : kind;
        passages.add(new Passage(seen, base, ours, theirs));
    }

    /** Walks through the changes of one side. */
    private static final class Side {
        private final Paragraphs text;
        private final List<Edit> edits;
        private int next;
        private int at;
        private int shift;
        private boolean isChanged;

        Side(Paragraphs base, Paragraphs text) {
            this.text = text;
            this.edits = new HistogramDiff().diff(new SameBytes(), base, text);
        }

        boolean hasNext() {
            return next < edits.size();
        }

        /** Where the next change begins in the base. */
        int nextStart() {
            return hasNext() ? edits.get(next).getBeginA() : Integer.MAX_VALUE;
        }

        /** Takes the changes that begin where a passage begins, or before it ends; returns where it ends then. */
        int consume(int start, int end) {
            int reached = end;
            while (hasNext() && (nextStart() == start || nextStart() < reached)) {
                Edit edit = edits.get(next++);
                reached = Math.max(reached, edit.getEndA());
                shift = edit.getEndB() - edit.getEndA();
                isChanged = true;
            }
            return reached;
        }

        boolean isChanged() {
            return isChanged;
        }

        /** This side of a passage that ends at a paragraph of the base. */
        byte[] until(int end) {
            int from = at;
            at = end + shift;
            isChanged = false;
            return text.range(from, at);
        }
    }

    /** Paragraphs of a text, as ranges of its bytes. */
    private static final class Paragraphs extends Sequence {
        private final byte[] text;
        private final int[] ends;

        Paragraphs(byte[] text) {
            this.text = text;
            this.ends = ends(text);
        }

        /** A paragraph ends where a line that is not blank follows a blank one. */
        private static int[] ends(byte[] text) {
            List<Integer> ends = new ArrayList<>();
            boolean isBlankBefore = false;
            int line = 0;
            for (int i = 0; i < text.length; i++) {
                if (text[i] == '\n' || i == text.length - 1) {
                    boolean isBlank = isBlank(text, line, i + 1);
                    if (isBlankBefore && !isBlank && line > 0) {
                        ends.add(line);
                    }
                    isBlankBefore = isBlank;
                    line = i + 1;
                }
            }
            if (text.length > 0) {
                ends.add(text.length);
            }
            return ends.stream().mapToInt(Integer::intValue).toArray();
        }

        private static boolean isBlank(byte[] text, int from, int to) {
            for (int i = from; i < to; i++) {
                if (text[i] > ' ' || text[i] < 0) {
                    return false;
                }
            }
            return true;
        }

        int start(int paragraph) {
            return paragraph == 0 ? 0 : ends[paragraph - 1];
        }

        byte[] range(int from, int to) {
            return Arrays.copyOfRange(text, start(from), start(to));
        }

        @Override
        public int size() {
            return ends.length;
        }
    }

    private static final class SameBytes extends SequenceComparator<Paragraphs> {
        @Override
        public boolean equals(Paragraphs a, int i, Paragraphs b, int j) {
            return Arrays.equals(a.text, a.start(i), a.start(i + 1), b.text, b.start(j), b.start(j + 1));
        }

        @Override
        public int hash(Paragraphs a, int i) {
            return Arrays.hashCode(a.range(i, i + 1));
        }
    }
}
