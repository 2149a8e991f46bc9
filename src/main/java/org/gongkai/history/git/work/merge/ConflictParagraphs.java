package org.gongkai.history.git.work.merge;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/**
 * Shows two changes of a text side by side, paragraph by paragraph. A paragraph begins with the blank lines above it;
 * nothing is added or lost: all our sides joined are our text, and likewise theirs.
 */
public final class ConflictParagraphs {

    /** Who changed a passage. */
    public enum Kind {
        SAME,
        OURS_ONLY,
        THEIRS_ONLY,
        BOTH
    }

    /** A passage of some paragraphs; empty where a side, or what both were made from, does not have it. */
    public record Passage(Kind kind, String base, String ours, String theirs) {}

    private ConflictParagraphs() {}

    /** Compares two changed texts; a text without a common ancestor has an empty one. */
    public static List<Passage> of(String base, String ours, String theirs) {
        Paragraphs first = Paragraphs.of(base);
        Side mine = new Side(first, Paragraphs.of(ours));
        Side other = new Side(first, Paragraphs.of(theirs));
        List<Passage> passages = new ArrayList<>();
        int from = 0;
        while (from < first.size() || mine.hasNext() || other.hasNext()) {
            int start = Math.min(mine.nextStart(), other.nextStart());
            int end = start;
            if (start > from) {
                end = Math.min(start, first.size());
            } else {
                int before;
                do {
                    before = end;
                    end = Math.max(mine.consume(start, end), other.consume(start, end));
                } while (end > before);
            }
            passages.add(passage(String.join("", first.all().subList(from, end)), mine.until(end), other.until(end)));
            from = end;
        }
        return passages;
    }

    private static Passage passage(String base, String here, String there) {
        // If both sides made the same change, there is nothing to decide.
        Kind changed = there.equals(base) ? Kind.OURS_ONLY : here.equals(base) ? Kind.THEIRS_ONLY : Kind.BOTH;
        return new Passage(here.equals(there) ? Kind.SAME : changed, base, here, there);
    }

    /** Walks through the changes of one side. */
    private static final class Side {
        private final Paragraphs text;
        private final List<Edit> edits;
        private int next;
        private int at;
        private int shift;

        Side(Paragraphs base, Paragraphs text) {
            this.text = text;
            this.edits = new HistogramDiff().diff(new SameText(), base, text);
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
            }
            return reached;
        }

        /** This side of a passage that ends at a paragraph of the base. */
        String until(int end) {
            int from = at;
            at = end + shift;
            return String.join("", text.all().subList(from, at));
        }
    }

    /** The paragraphs of a text. */
    private static final class Paragraphs extends Sequence {
        private final List<String> all = new ArrayList<>();

        /** A paragraph begins with the blank lines above it, so that the last one is the same where another follows. */
        static Paragraphs of(String text) {
            Paragraphs paragraphs = new Paragraphs();
            StringBuilder paragraph = new StringBuilder();
            boolean isBlankBefore = true;
            for (String line : text.split("(?<=\n)")) {
                if (!isBlankBefore && line.isBlank()) {
                    paragraphs.all.add(paragraph.toString());
                    paragraph.setLength(0);
                }
                isBlankBefore = line.isBlank();
                paragraph.append(line);
            }
            if (!text.isEmpty()) {
                paragraphs.all.add(paragraph.toString());
            }
            return paragraphs;
        }

        List<String> all() {
            return all;
        }

        @Override
        public int size() {
            return all.size();
        }
    }

    private static final class SameText extends SequenceComparator<Paragraphs> {
        @Override
        public boolean equals(Paragraphs a, int i, Paragraphs b, int j) {
            return a.all().get(i).equals(b.all().get(j));
        }

        @Override
        public int hash(Paragraphs a, int i) {
            return a.all().get(i).hashCode();
        }
    }
}
