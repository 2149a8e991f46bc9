package org.gongkai.feature.search.key;

import org.gongkai.feature.search.pack.BitReader;
import org.gongkai.feature.search.pack.BitWriter;

/**
 * Packs lists of documents: the differences between ids in Rice codes, whose width follows from the length of the
 * list.
 */
public final class DocumentCodes {

    private DocumentCodes() {}

    /** Rounds a number of documents up to three significant bits, so that one more document changes few widths. */
    public static int rounded(int documents) {
        int shift = Math.max(0, 29 - Integer.numberOfLeadingZeros(Math.max(1, documents)));
        return documents + (1 << shift) - 1 >> shift << shift;
    }

    /** Returns the number of low bits of each code. */
    static int width(int roundedDocuments, int count) {
        int width = 0;
        while ((long) count << width + 1 <= roundedDocuments * 2L / 3) {
            width++;
        }
        return width;
    }

    /** Returns about how many bits a list of so many documents takes. */
    static long bits(int roundedDocuments, int count) {
        return count == 0 ? 0 : count * (width(roundedDocuments, count) + 1L);
    }

    static void write(BitWriter out, int[] documents, int roundedDocuments) {
        int width = width(roundedDocuments, documents.length);
        int last = -1;
        for (int document : documents) {
            out.rice(document - last - 1, width);
            last = document;
        }
    }

    static int[] read(BitReader in, int count, int roundedDocuments) {
        int width = width(roundedDocuments, count);
        int[] documents = new int[count];
        int last = -1;
        for (int i = 0; i < count; i++) {
            last += 1 + in.rice(width);
            documents[i] = last;
        }
        return documents;
    }
}
