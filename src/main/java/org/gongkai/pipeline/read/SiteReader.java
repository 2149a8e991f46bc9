package org.gongkai.pipeline.read;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Consumer;
import org.gongkai.cache.CacheStore;
import org.gongkai.history.versions.EntryHistories;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.EntryCache;
import org.gongkai.input.entry.EntryReader;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.Timings;
import org.gongkai.pipeline.BuildContext;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.cache.CacheFolder;

/** Reads the content of a site: its settings, its history and the headers of its entries. */
public final class SiteReader {

    private final BuildContext context;
    private final Clock clock;
    private final Consumer<String> notes;
    private final YamlReader yaml;

    /**
     * @param clock determines the day of a build whose request names none
     * @param notes receives remarks that are not problems
     */
    public SiteReader(BuildContext context, Clock clock, Consumer<String> notes) {
        this.context = context;
        this.yaml = context.shared().yaml();
        this.clock = clock;
        this.notes = notes;
    }

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
        SiteHistory history = SiteHistory.read(from, source, request.reuse() != BuildRequest.Reuse.NONE, timings);
        context.problems().addAll(source);
        String settingsDigest = CacheFolder.digest(source, "content/_data");
        String appearance = settingsDigest + CacheFolder.digest(source, "templates");
        SiteSettings settings = pending.join();
        EntryReader reader = entryReader(settings);
        EntryCaches cache =
                timings.time("读文件头", () -> EntryCaches.of(context.cache(), settingsDigest, settings.kinds()));
        if (bodies) {
            warmUp(cache.files());
        }
        List<Entry> entries = timings.time("读文件头", () -> new ContentReader(
                        reader, settings, cache.files(), context.converters(), context.problems())
                .read(source, context.texts(), context.pool()));
        EntryHistories histories =
                history.histories(entries, reader, cache.revisions(), settings, context.pool(), notes);
        if (bodies) {
            CacheStore found = context.cache().openShared("approvals", settingsDigest);
            history.checkApprovals(from, entries, reader, cache.revisions(), found, context, settings);
        }
        timings.time("读文件头", cache::save);
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
                        new EntryCache(CacheStore.NONE, settings.kinds()),
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
        return new EntryReader(new HeaderParser(yaml), settings.headerContext(), EntryReader.Strictness.STRICT);
    }

    /** Starts the slow AsciiDoc converter in the background if an AsciiDoc entry has changed. */
    private void warmUp(EntryCache cache) {
        if (context.source().files("content").stream()
                .filter(file -> HeaderParser.isAsciiDoc(file.ending()))
                .anyMatch(file -> !cache.contains(file.path(), context.source().version(file)))) {
            context.converters().warmUpAsciiDoc();
        }
    }

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
}
