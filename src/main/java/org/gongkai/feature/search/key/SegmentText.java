package org.gongkai.feature.search.key;

import java.util.Arrays;
import java.util.List;
import org.gongkai.feature.search.index.FoldedDocument;
import org.gongkai.feature.search.index.TextFolding;

/** The folded texts of the documents of a segment in one array, each unit replaced by its rank among all that occur. */
final class SegmentText {

    /** The rank of {@link TextFolding#BREAK}, which is the lowest. */
    static final char BREAK_RANK = 0;

    private static final int COARSE_BITS = 8;

    private final char[] ranks;
    private final char[] units;
    private final int length;
    private final int[] starts;
    private final int[] coarse;

    /**
     * @param text index 0 is a break; from index 1 the texts follow each other; after them {@code padding} breaks or
     * more. The array is taken over.
     * @param starts the index of the first unit of each document, then the index after the last
     */
    SegmentText(char[] text, int[] starts) {
        this.ranks = text;
        this.starts = starts;
        this.length = starts[starts.length - 1];
        this.units = rank(text);
        this.coarse = new int[(length >> COARSE_BITS) + 2];
        int document = 0;
        for (int i = 0; i < coarse.length; i++) {
            while (document < documents() - 1 && starts[document + 1] <= i << COARSE_BITS) {
                document++;
            }
            coarse[i] = document;
        }
    }

    /** Puts texts into one array. */
    static SegmentText of(List<FoldedDocument> documents, int padding) {
        int[] starts = new int[documents.size() + 1];
        starts[0] = 1;
        for (int i = 0; i < documents.size(); i++) {
            starts[i + 1] = starts[i] + documents.get(i).text().length;
        }
        char[] text = new char[starts[documents.size()] + padding];
        Arrays.fill(text, TextFolding.BREAK);
        for (int i = 0; i < documents.size(); i++) {
            char[] from = documents.get(i).text();
            System.arraycopy(from, 0, text, starts[i], from.length);
        }
        return new SegmentText(text, starts);
    }

    /** Replaces units by ranks, and returns the unit of each rank. */
    private static char[] rank(char[] text) {
        boolean[] occurs = new boolean[0x10000];
        for (char unit : text) {
            occurs[unit] = true;
        }
        char[] rankOf = new char[0x10000];
        char[] units = new char[0x10000];
        units[BREAK_RANK] = TextFolding.BREAK;
        int count = 1;
        for (int unit = 0; unit < occurs.length; unit++) {
            if (occurs[unit] && unit != TextFolding.BREAK) {
                rankOf[unit] = (char) count;
                units[count++] = (char) unit;
            }
        }
        for (int i = 0; i < text.length; i++) {
            text[i] = rankOf[text[i]];
        }
        return Arrays.copyOf(units, count);
    }

    int documents() {
        return starts.length - 1;
    }

    /** Index after the last unit; the first is at 1. */
    int length() {
        return length;
    }

    /** The number of different units. */
    int alphabet() {
        return units.length;
    }

    /** The rank at each position, and breaks after the last; the array is not copied. */
    char[] ranks() {
        return ranks;
    }

    char rank(int position) {
        return ranks[position];
    }

    char unit(int rank) {
        return units[rank];
    }

    /** The rank of a unit; negative if it does not occur. */
    int rankOf(char unit) {
        if (unit == TextFolding.BREAK) {
            return BREAK_RANK;
        }
        int rank = Arrays.binarySearch(units, 1, units.length, unit);
        return rank < 0 ? -1 : rank;
    }

    int document(int position) {
        int document = coarse[position >> COARSE_BITS];
        while (position >= starts[document + 1]) {
            document++;
        }
        return document;
    }

    int start(int document) {
        return starts[document];
    }
}
