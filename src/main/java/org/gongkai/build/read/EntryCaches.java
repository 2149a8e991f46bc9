package org.gongkai.build.read;

import org.gongkai.build.CacheFolder;
import org.gongkai.input.entry.EntryCache;
import org.gongkai.input.entry.kind.Kinds;

/**
 * What earlier builds read of entries.
 *
 * @param files of the files as they stand, with all that the rules over texts found in them
 * @param revisions of the files as they were committed, the headers alone
 */
public record EntryCaches(EntryCache files, EntryCache revisions) {

    /**
     * Opens what was cache for the settings that a site has now.
     *
     * @param settings a digest of them
     */
    public static EntryCaches of(CacheFolder folder, String settings, Kinds kinds) {
        return new EntryCaches(
                new EntryCache(folder.open("headers", settings), kinds),
                new EntryCache(folder.openShared("revisions", settings), kinds));
    }

    /** Keeps what was asked for; to be called when all was read, for what was not asked for is forgotten. */
    void save() {
        files.save();
        revisions.save();
    }
}
