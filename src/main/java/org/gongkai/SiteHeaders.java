package org.gongkai;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gongkai.calendar.WorkCalendar;
import org.gongkai.check.ExemptionReader;
import org.gongkai.check.RuleSet;
import org.gongkai.config.SiteConfig;
import org.gongkai.data.YamlReader;
import org.gongkai.entry.Entry;
import org.gongkai.entry.EntryReader;
import org.gongkai.entry.HeaderParser;
import org.gongkai.entry.KeptEntries;
import org.gongkai.entry.Kinds;
import org.gongkai.jbake.EnginesOfOthers;
import org.gongkai.kept.KeptRecords;
import org.gongkai.markup.Converters;
import org.gongkai.markup.IncludedTexts;
import org.gongkai.revision.Lives;
import org.gongkai.site.SiteBuilder;
import org.gongkai.site.Slugs;
import org.gongkai.source.FolderSource;
import org.gongkai.source.SourceFile;
import org.gongkai.source.SourceTree;
import org.gongkai.source.Texts;

/**
 * What a site says in its settings and headers, for commands that write into its source. Mistakes are left for a check
 * to tell.
 *
 * @param config its settings
 * @param kinds the kinds that entries may name
 * @param today the day that it is in the site's time zone
 * @param calendar the working days
 * @param entries every entry whose header could be read, sorted by path
 * @param unread texts of the entries whose header could not, in the order of their paths
 * @param formerNumbers index numbers that entries bore in former commits
 */
public record SiteHeaders(
        SiteConfig config,
        Kinds kinds,
        LocalDate today,
        WorkCalendar calendar,
        List<Entry> entries,
        List<String> unread,
        Set<String> formerNumbers) {

    public SiteHeaders {
        entries = List.copyOf(entries);
        unread = List.copyOf(unread);
        formerNumbers = Set.copyOf(formerNumbers);
    }

    /**
     * Reads a site.
     *
     * @param root its root
     * @throws IOException if the machine fails
     * @throws java.io.UncheckedIOException likewise
     */
    public static SiteHeaders of(Path root, Clock clock) throws IOException {
        Findings findings = new Findings();
        YamlReader yaml = new YamlReader();
        SourceTree source = new FolderSource(root, List.of("content"));
        Settings settings = new SettingsReader(yaml, clock, findings).read(source, Optional.empty());
        Texts texts = new Texts(source);
        try (WorkPool pool = new WorkPool(Runtime.getRuntime().availableProcessors());
                SiteSource site = SiteSource.open(root, Optional.empty());
                Converters converters = new Converters(IncludedTexts.NONE, new EnginesOfOthers(root))) {
            EntryReader headers =
                    new EntryReader(new HeaderParser(yaml), settings.kinds(), EntryReader.Strictness.STRICT);
            // Without rules there is nothing worth keeping.
            KeptEntries kept = new KeptEntries(KeptRecords.NONE, settings.kinds());
            ContentReader reader = new ContentReader(
                    headers, RuleSet.NONE, settings.asOf(), kept, new ExemptionReader(yaml), converters, findings);
            List<Entry> entries = reader.read(source, texts, pool);
            Set<String> read = new HashSet<>();
            entries.forEach(entry -> read.add(entry.path()));
            List<String> unread = new ArrayList<>();
            for (SourceFile file : reader.entryFiles(source)) {
                if (!read.contains(file.path())) {
                    unread.add(texts.again(file));
                }
            }
            ZoneId zone = settings.config().zone();
            Past past = Past.read(site, source, true, new Timings());
            Lives lives = past.lives(entries, headers, kept, zone, settings.asOf(), pool, note -> {});
            return new SiteHeaders(
                    settings.config(),
                    settings.kinds(),
                    settings.asOf(),
                    settings.calendar(),
                    entries,
                    unread,
                    past.formerNumbers(entries, lives, headers, kept, zone, settings.asOf())
                            .keySet());
        }
    }

    /** The addresses under which readers find entries today, by the paths of the entries. */
    public Map<String, String> addresses() {
        List<String> scopes = config.audiences().stream()
                .flatMap(audience -> audience.scopes().stream())
                .distinct()
                .toList();
        Map<String, String> addresses = new TreeMap<>();
        new SiteBuilder(kinds, new Slugs(), problem -> {})
                .build(config, entries, scopes, today, false)
                .items()
                .forEach(item -> addresses.put(item.entry().path(), item.address()));
        return addresses;
    }
}
