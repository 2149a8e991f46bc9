package org.gongkai.pipeline.read;

import java.util.List;
import org.gongkai.history.versions.EntryHistories;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.entry.Entry;

/**
 * The content of a site, independent of audiences.
 *
 * @param settings its settings
 * @param appearanceDigest a digest of the settings and templates, which every page depends on
 * @param entries the entries that could be read, sorted by path
 * @param history its history in git
 * @param histories the versions of all entries
 */
public record SiteContent(
        SiteSettings settings,
        String appearanceDigest,
        List<Entry> entries,
        SiteHistory history,
        EntryHistories histories) {

    /** This content with other entries, sorted by path. */
    SiteContent with(List<Entry> others) {
        return new SiteContent(settings, appearanceDigest, others, history, histories);
    }

    /** This content with the audiences of another site. */
    public SiteContent forReadersOf(SiteConfig other) {
        return new SiteContent(settings.forReadersOf(other), appearanceDigest, entries, history, histories);
    }
}
