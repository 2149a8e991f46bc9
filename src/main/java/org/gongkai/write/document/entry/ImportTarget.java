package org.gongkai.write.document.entry;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.write.IndexNumbers;
import org.gongkai.write.form.EntryPresets;

/**
 * The site that documents are imported into.
 *
 * @param root its root
 * @param config its settings
 * @param kinds the kinds of entries
 * @param entries its entries
 * @param numbers the index numbers; each import takes the next one
 * @param today the current day in the site's time zone
 * @param imported the entries that were imported before, by the fingerprint of their originals
 */
public record ImportTarget(
        Path root,
        SiteConfig config,
        Kinds kinds,
        List<Entry> entries,
        IndexNumbers numbers,
        LocalDate today,
        Map<String, String> imported) {

    public ImportTarget {
        entries = List.copyOf(entries);
    }

    /** What entries take over from the site. */
    EntryPresets presets() {
        return new EntryPresets(config, entries);
    }

    /** Returns the target with other entries that were imported before. */
    ImportTarget knowing(Map<String, String> originals) {
        return new ImportTarget(root, config, kinds, entries, numbers, today, originals);
    }

    /** The next index number of a year; empty if the site has no code or entries of the kind have none. */
    Optional<String> number(Kind kind, int year) {
        boolean isNumbered =
                !kind.name().equals(Kinds.DEFAULT) && !config.code().isEmpty();
        return isNumbered ? Optional.of(numbers.next(year)) : Optional.empty();
    }
}
