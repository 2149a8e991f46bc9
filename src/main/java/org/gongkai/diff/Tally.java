package org.gongkai.diff;

/** Counts what is marked while it is marked. */
final class Tally {
    int inserted;
    int deleted;
    int changed;
    int moved;
    int movedSentences;
    int split;
    int joined;
    int links;

    void insert(String text) {
        inserted += characters(text);
    }

    void delete(String text) {
        deleted += characters(text);
    }

    Amount amount(boolean differs) {
        return new Amount(inserted, deleted, changed, moved, movedSentences, split, joined, links, differs);
    }

    static int characters(String text) {
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
