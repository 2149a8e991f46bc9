package org.gongkai.history.diff.write;

import org.gongkai.history.diff.align.PlainWords;

/** Counts changes while they are marked. */
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
        inserted += PlainWords.count(text);
    }

    void delete(String text) {
        deleted += PlainWords.count(text);
    }

    public ChangeSize amount(boolean differs) {
        return new ChangeSize(inserted, deleted, changed, moved, movedSentences, split, joined, links, differs);
    }
}
