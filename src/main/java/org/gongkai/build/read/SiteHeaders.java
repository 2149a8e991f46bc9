package org.gongkai.build.read;

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
import org.gongkai.build.ProblemCollector;
import org.gongkai.cache.CacheStore;
import org.gongkai.history.versions.EntryHistories;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.EntryCache;
import org.gongkai.input.entry.EntryReader;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.source.FolderSource;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTexts;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.Timings;
import org.gongkai.io.WorkPool;
import org.gongkai.jbake.engine.ThirdPartyEngines;
import org.gongkai.markup.IncludedTexts;
import org.gongkai.markup.convert.Converters;
import org.gongkai.site.SiteBuilder;
import org.gongkai.site.address.Slugs;

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
        Set<String> previousNumbers) {

    public SiteHeaders {
        entries = List.copyOf(entries);
        unread = List.copyOf(unread);
        previousNumbers = Set.copyOf(previousNumbers);
    }

    /**
     * Reads a site.
     *
     * @param root its root
     * @throws IOException if the machine fails
     * @throws java.io.UncheckedIOException likewise
     */
    public static SiteHeaders of(Path root, Clock clock) throws IOException {
        ProblemCollector problems = new ProblemCollector();
        YamlReader yaml = new YamlReader();
        SourceTree source = new FolderSource(root, List.of("content"));
        SiteSettings settings = new SiteSettingsReader(yaml, clock, problems).read(source, Optional.empty());
        SourceTexts texts = new SourceTexts(source);
        try (WorkPool pool = new WorkPool(Runtime.getRuntime().availableProcessors());
                SiteSource site = SiteSource.open(root, Optional.empty());
                Converters converters = new Converters(IncludedTexts.NONE, new ThirdPartyEngines(root))) {
            EntryReader headers =
                    new EntryReader(new HeaderParser(yaml), settings.kinds(), EntryReader.Strictness.STRICT);
            // Without rules there is nothing worth keeping.
            EntryCache cache = new EntryCache(CacheStore.NONE, settings.kinds());
            ContentReader reader = new ContentReader(headers, settings.withoutRules(), cache, converters, problems);
            List<Entry> entries = reader.read(source, texts, pool);
            Set<String> read = new HashSet<>();
            entries.forEach(entry -> read.add(entry.path()));
            List<String> unread = new ArrayList<>();
            for (SourceFile file : reader.entryFiles(source)) {
                if (!read.contains(file.path())) {
                    unread.add(texts.reread(file));
                }
            }
            ZoneId zone = settings.config().zone();
            SiteHistory past = SiteHistory.read(site, source, true, new Timings());
            EntryHistories lives = past.histories(entries, headers, cache, zone, settings.asOf(), pool, note -> {});
            return new SiteHeaders(
                    settings.config(),
                    settings.kinds(),
                    settings.asOf(),
                    settings.calendar(),
                    entries,
                    unread,
                    past.previousNumbers(entries, lives, headers, cache, zone, settings.asOf())
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
