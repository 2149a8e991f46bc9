package org.gongkai;

import org.gongkai.entry.KeptEntries;
import org.gongkai.entry.Kinds;
import org.gongkai.kept.KeptRecords;
import org.gongkai.source.SourceTree;

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
     * @param committed whether the site is read from a commit: its files have other versions than those of a folder
     */
    static KeptReadings of(KeptFolder folder, SourceTree source, boolean committed, Kinds kinds) {
        if (!folder.keeps()) {
            return none(kinds);
        }
        String settings = KeptFolder.digest(source, "content/_data");
        return new KeptReadings(
                new KeptEntries(folder.open(committed ? "committed" : "headers", settings), kinds),
                new KeptEntries(folder.open("revisions", settings), kinds));
    }

    /** Nothing is known, and nothing will be kept. */
    static KeptReadings none(Kinds kinds) {
        KeptEntries none = new KeptEntries(KeptRecords.NONE, kinds);
        return new KeptReadings(none, none);
    }

    /** Keeps what was asked for; to be called when all was read, for what was not asked for is forgotten. */
    void save() {
        files.save();
        revisions.save();
    }
}
