package org.gongkai.feature.search.key;

import java.util.List;
import org.gongkai.feature.search.key.KeyEntry.Kind;

/**
 * Decides which divided keys get a summary: those for which a reader would have to load much.
 *
 * @param roundedDocuments see {@link DocumentCodes#rounded}
 */
record KeySummaries(int roundedDocuments) {

    /** The most bits of entries below a key without a summary. */
    private static final long MAX_BITS = 8 * 8_000;
    /** The most references below a key without a summary: each is looked up elsewhere. */
    private static final int MAX_REFERENCES = 3;
    /** About how many bits an entry takes without its documents. */
    private static final int ENTRY_BITS = 20;

    /** Whether a key is summarized, by the entries below it. */
    boolean isNeeded(List<KeyEntry> entries) {
        long bits = 0;
        int references = 0;
        KeyEntry summary = null;
        for (KeyEntry entry : entries) {
            bits += ENTRY_BITS + DocumentCodes.bits(roundedDocuments, entry.documents().length);
            if (entry.kind() == Kind.REFERENCE && !isBelow(summary, entry)) {
                references++;
            } else if (entry.kind() == Kind.SUMMARY && !isBelow(summary, entry)) {
                summary = entry;
            }
        }
        return bits > MAX_BITS || references > MAX_REFERENCES;
    }

    private static boolean isBelow(KeyEntry summary, KeyEntry entry) {
        return summary != null && entry.key().startsWith(summary.key());
    }
}
