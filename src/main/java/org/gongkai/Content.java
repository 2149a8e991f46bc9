package org.gongkai;

import java.util.List;
import java.util.Map;
import org.gongkai.config.SiteConfig;
import org.gongkai.entry.Entry;
import org.gongkai.revision.Lives;

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
record Content(
        Settings settings,
        String looks,
        List<Entry> entries,
        Past past,
        Lives lives,
        Map<String, String> formerNumbers) {

    /** The same of a site that has the readers of another one. */
    Content forReadersOf(SiteConfig other) {
        return new Content(settings.forReadersOf(other), looks, entries, past, lives, formerNumbers);
    }
}
