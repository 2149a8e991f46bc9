package org.gongkai.pipeline.read;

import org.gongkai.input.entry.EntryCache;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.pipeline.cache.CacheFolder;

/**
 * The entries that earlier runs read.
 *
 * @param files the current entries, with the problems that the text rules found in them
 * @param revisions the headers of committed revisions
 */
public record EntryCaches(EntryCache files, EntryCache revisions) {

    /**
     * Opens the caches for the current settings of a site.
     *
     * @param settings a digest of the settings
     */
    public static EntryCaches of(CacheFolder folder, String settings, Kinds kinds) {
        return new EntryCaches(
                new EntryCache(folder.open("headers", settings), kinds),
                new EntryCache(folder.openShared("revisions", settings), kinds));
    }

    /** Saves the records that were requested and drops all others; to be called after everything was read. */
    void save() {
        files.save();
        revisions.save();
    }
}
