package org.gongkai.build.read;

import java.util.List;
import java.util.Map;
import org.gongkai.history.versions.EntryHistories;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.entry.Entry;

/**
 * All that was read of a site, before it is known for whom it is built.
 *
 * @param settings what it says of itself
 * @param looks a digest of its settings and templates, on which every page depends
 * @param entries every entry that could be read, sorted by path
 * @param past what git knows of it
 * @param lives the versions of all entries
 * @param formerNumbers index numbers that entries bore in former commits, and whose they are
 */
public record SiteContent(
        SiteSettings settings,
        String appearanceDigest,
        List<Entry> entries,
        SiteHistory history,
        EntryHistories histories,
        Map<String, String> previousNumbers) {

    /** The same of a site that has the readers of another one. */
    public SiteContent forReadersOf(SiteConfig other) {
        return new SiteContent(
                settings.forReadersOf(other), appearanceDigest, entries, history, histories, previousNumbers);
    }
}
