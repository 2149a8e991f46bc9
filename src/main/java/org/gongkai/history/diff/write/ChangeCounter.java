package org.gongkai.history.diff.write;

/** Counts what is marked while it is marked. */
public final class ChangeCounter {
    int inserted;
    int deleted;
    public int changed;
    public int moved;
    int movedSentences;
    public int split;
    public int joined;
    int links;

    void insert(String text) {
        inserted += characters(text);
    }

    void delete(String text) {
        deleted += characters(text);
    }

    public ChangeSize amount(boolean differs) {
        return new ChangeSize(inserted, deleted, changed, moved, movedSentences, split, joined, links, differs);
    }

    public static int characters(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (Character.isLetterOrDigit(c)) {
                count++;
            }
            i += Character.charCount(c);
        }
        return count;
    }
}
