package org.gongkai.pipeline.read;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Consumer;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CachedRecords;
import org.gongkai.history.versions.EntryHistories;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.EntryReader;
import org.gongkai.input.entry.EntryReading;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.Timings;
import org.gongkai.pipeline.BuildContext;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.cache.CacheFolder;

/**
 * Reads the content of a site: its settings, its history and the headers of its entries.
 *
 * @param clock determines the day of a build whose request names none
 * @param notes receives remarks that are not problems
 */
public record SiteReader(BuildContext context, Clock clock, Consumer<String> notes) {

    /** Reads a site whose bodies will be converted next. */
    public SiteContent read(BuildRequest request, SiteSource from) throws IOException {
        return read(request, from, true);
    }

    /** Reads a site whose bodies will not be converted. */
    public SiteContent readWithoutBodies(BuildRequest request, SiteSource from) throws IOException {
        return read(request, from, false);
    }

    private SiteContent read(BuildRequest request, SiteSource from, boolean bodies) throws IOException {
        SourceTree source = context.source();
        Timings timings = context.timings();
        ForkJoinTask<SiteSettings> pending = context.pool()
                .begin(() ->
                        timings.time("读设置", () -> new SiteSettingsReader(context.shared(), clock, context.problems())
                                .read(source, request.asOf())));
        String settingsDigest = CacheFolder.digest(source, "content/_data");
        SiteHistory history = SiteHistory.read(
                from,
                source,
                request.previous().published(),
                request.reuse() != BuildRequest.Reuse.NONE,
                timings.time("读文件头", () -> context.cache().openShared("revisions", settingsDigest)),
                timings);
        context.cache().refusal().ifPresent(notes);
        context.problems().addAll(source);
        String appearance = settingsDigest + CacheFolder.digest(source, "templates");
        SiteSettings settings = pending.join();
        EntryReader reader = entryReader(settings);
        CacheStore headers = timings.time("读文件头", () -> context.cache().open("headers", settingsDigest));
        CachedRecords<EntryReading> cache = EntryReading.cached(headers, settings.kinds());
        if (bodies) {
            warmUp(cache);
        }
        List<Entry> entries = timings.time(
                "读文件头", () -> new ContentReader(reader, settings, cache, context.converters(), context.problems())
                        .read(source, context.texts(), context.pool()));
        EntryHistories histories = history.histories(entries, reader, settings, context.pool(), notes);
        if (bodies) {
            history.checkApprovals(from, entries, reader, context, settings);
        }
        timings.time("读文件头", headers::save);
        return new SiteContent(settings, appearance, entries, history, histories);
    }

    /**
     * Reads one entry of a site again. Its versions in git remain those of the last complete reading.
     *
     * @param before the site as it was read last
     * @param file the file of the entry, among those of the context
     * @return the site with the entry as it is now, or without it if it cannot be read
     */
    public SiteContent reread(SiteContent before, SourceFile file) {
        SiteSettings settings = before.settings();
        Optional<Entry> read = new ContentReader(
                        entryReader(settings),
                        settings,
                        EntryReading.cached(CacheStore.NONE, settings.kinds()),
                        context.converters(),
                        context.problems())
                .readOne(file, context.texts());
        TreeMap<String, Entry> entries = new TreeMap<>();
        before.entries().forEach(entry -> entries.put(entry.path(), entry));
        entries.remove(file.path());
        read.ifPresent(entry -> entries.put(entry.path(), entry));
        return before.with(List.copyOf(entries.values()));
    }

    private EntryReader entryReader(SiteSettings settings) {
        return new EntryReader(new HeaderParser(yaml()), settings.headerContext(), EntryReader.Strictness.STRICT);
    }

    /** Starts the slow AsciiDoc converter in the background if an AsciiDoc entry has changed. */
    private void warmUp(CachedRecords<EntryReading> cache) {
        if (context.source().content().stream()
                .filter(file -> HeaderParser.isAsciiDoc(file.ending()) && EntryFormat.isEntry(file.path()))
                .anyMatch(file ->
                        cache.find(file.path(), context.source().version(file)).isEmpty())) {
            context.converters().warmUpAsciiDoc();
        }
    }

    private YamlReader yaml() {
        return context.shared().yaml();
    }
}
