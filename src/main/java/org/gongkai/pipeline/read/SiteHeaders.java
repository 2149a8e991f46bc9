package org.gongkai.pipeline.read;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gongkai.cache.CacheStore;
import org.gongkai.history.versions.EntryHistories;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.EntryReader;
import org.gongkai.input.entry.EntryReading;
import org.gongkai.input.entry.HeaderContext;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTexts;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.Timings;
import org.gongkai.io.WorkPool;
import org.gongkai.markup.IncludedTexts;
import org.gongkai.markup.convert.Converters;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.ProblemCollector;
import org.gongkai.pipeline.SharedParts;
import org.gongkai.site.FurtherRestrictions;
import org.gongkai.site.Site;
import org.gongkai.site.SiteBuilder;
import org.gongkai.site.address.Slugs;

/**
 * The settings and headers of a site, for commands that write to its source. Problems are ignored; a check reports
 * them.
 *
 * @param settings its settings, as of the current day in its time zone
 * @param entries the entries whose header could be read, sorted by path
 * @param unread the texts of the entries whose header could not be read, sorted by path
 * @param previousNumbers the index numbers of entries in earlier commits
 */
public record SiteHeaders(
        SiteSettings settings, List<Entry> entries, List<String> unread, Set<String> previousNumbers) {

    /**
     * Reads a site.
     *
     * @param request says which site; nothing else of it is used
     * @param shared what all builds of this process share
     * @throws IOException if a file cannot be read
     * @throws java.io.UncheckedIOException in the same case
     */
    public static SiteHeaders of(BuildRequest request, Clock clock, SharedParts shared) throws IOException {
        ProblemCollector problems = new ProblemCollector();
        YamlReader yaml = shared.yaml();
        try (WorkPool pool = new WorkPool(Runtime.getRuntime().availableProcessors());
                SiteSource site = SiteSource.open(request);
                Converters converters = shared.converters()
                        .of(IncludedTexts.NONE, shared.projects().markup(request.source()))) {
            SourceTree source = site.tree(SourceTree.FOLDERS);
            SiteSettings settings = new SiteSettingsReader(shared, clock, problems).read(source, Optional.empty());
            SourceTexts texts = new SourceTexts(source);
            EntryReader headers =
                    new EntryReader(new HeaderParser(yaml), settings.headerContext(), EntryReader.Strictness.STRICT);
            // Without rules there is nothing worth caching.
            ContentReader reader = new ContentReader(
                    headers,
                    settings.withoutRules(),
                    EntryReading.cached(CacheStore.NONE, settings.kinds()),
                    converters,
                    problems);
            List<Entry> entries = reader.read(source, texts, pool);
            Set<String> read = new HashSet<>();
            entries.forEach(entry -> read.add(entry.path()));
            List<String> unread = new ArrayList<>();
            for (SourceFile file : reader.entryFiles(source)) {
                if (!read.contains(file.path())) {
                    unread.add(texts.reread(file));
                }
            }
            SiteHistory history = SiteHistory.read(site, source, List.of(), true, CacheStore.NONE, new Timings());
            EntryHistories histories = history.histories(entries, headers, settings, pool, note -> {});
            return new SiteHeaders(
                    settings, entries, unread, histories.numbers().keySet());
        }
    }

    public SiteConfig config() {
        return settings.config();
    }

    public Kinds kinds() {
        return settings.kinds();
    }

    /** The current day in the site's time zone. */
    public LocalDate today() {
        return settings.asOf();
    }

    /** What the headers of the site mean. */
    public HeaderContext headerContext() {
        return settings.headerContext();
    }

    /** The published entries of all audiences together. */
    public Site site() {
        return new SiteBuilder(kinds(), new Slugs(), problem -> {})
                .build(config(), entries, config().readers().scopes(), today(), false, FurtherRestrictions.NONE);
    }

    /** The current addresses of published entries, by path. */
    public Map<String, String> addresses() {
        Map<String, String> addresses = new TreeMap<>();
        site().items().forEach(item -> addresses.put(item.entry().path(), item.address()));
        return addresses;
    }
}
