package org.gongkai;

import org.gongkai.entry.KeptEntries;
import org.gongkai.entry.Kinds;

/**
 * What earlier builds read of entries.
 *
 * @param files of the files as they stand, with all that the rules over texts found in them
 * @param revisions of the files as they were committed, the headers alone
 */
record KeptReadings(KeptEntries files, KeptEntries revisions) {

    /**
     * Opens what was kept for the settings that a site has now.
     *
     * @param settings a digest of them
     */
    static KeptReadings of(KeptFolder folder, String settings, Kinds kinds) {
        return new KeptReadings(
                new KeptEntries(folder.open("headers", settings), kinds),
                new KeptEntries(folder.shared("revisions", settings), kinds));
    }

    /** Keeps what was asked for; to be called when all was read, for what was not asked for is forgotten. */
    void save() {
        files.save();
        revisions.save();
    }
}
