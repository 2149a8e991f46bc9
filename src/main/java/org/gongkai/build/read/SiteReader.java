package org.gongkai.build.read;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Consumer;
import org.gongkai.build.BuildContext;
import org.gongkai.build.BuildRequest;
import org.gongkai.build.CacheFolder;
import org.gongkai.history.versions.EntryHistories;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.EntryCache;
import org.gongkai.input.entry.EntryReader;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.Timings;

/** Reads what a site says: its settings, its history, the headers of its entries. */
public final class SiteReader {

    private final BuildContext context;
    private final Clock clock;
    private final Consumer<String> notes;
    private final YamlReader yaml = new YamlReader();

    /**
     * @param clock tells today, for a build that is asked for no day
     * @param notes told what is worth knowing and no mistake of a writer
     */
    public SiteReader(BuildContext context, Clock clock, Consumer<String> notes) {
        this.context = context;
        this.clock = clock;
        this.notes = notes;
    }

    /** Reads a site whose bodies are converted next. */
    public SiteContent read(BuildRequest request, SiteSource from) throws IOException {
        return read(request, from, true);
    }

    /** Reads a site that is not built. */
    public SiteContent readWithoutBodies(BuildRequest request, SiteSource from) throws IOException {
        return read(request, from, false);
    }

    private SiteContent read(BuildRequest request, SiteSource from, boolean bodies) throws IOException {
        SourceTree source = context.source();
        Timings timings = context.timings();
        ForkJoinTask<SiteSettings> begun = context.pool()
                .begin(() -> timings.time("读设置", () -> new SiteSettingsReader(yaml, clock, context.problems())
                        .read(source, request.asOf())));
        SiteHistory past = SiteHistory.read(from, source, request.reuse() != BuildRequest.Reuse.NONE, timings);
        source.problems().forEach(context.problems());
        String said = CacheFolder.digest(source, "content/_data");
        String looks = said + CacheFolder.digest(source, "templates");
        SiteSettings settings = begun.join();
        EntryReader reader = new EntryReader(new HeaderParser(yaml), settings.kinds(), EntryReader.Strictness.STRICT);
        EntryCaches cache = timings.time("读文件头", () -> EntryCaches.of(context.cache(), said, settings.kinds()));
        if (bodies) {
            warmUp(cache.files());
        }
        List<Entry> entries = timings.time("读文件头", () -> new ContentReader(
                        reader, settings, cache.files(), context.converters(), context.problems())
                .read(source, context.texts(), context.pool()));
        ZoneId zone = settings.config().zone();
        EntryHistories lives =
                past.histories(entries, reader, cache.revisions(), zone, settings.asOf(), context.pool(), notes);
        Map<String, String> formerNumbers =
                past.previousNumbers(entries, lives, reader, cache.revisions(), zone, settings.asOf());
        timings.time("读文件头", cache::save);
        return new SiteContent(settings, looks, entries, past, lives, formerNumbers);
    }

    /** AsciiDoc takes its time to start; meanwhile headers can be read. Of what did not change nothing has to be converted. */
    private void warmUp(EntryCache known) {
        if (context.source().files("content").stream()
                .filter(file -> HeaderParser.isAsciiDoc(file.ending()))
                .anyMatch(file -> !known.contains(file.path(), context.source().version(file)))) {
            context.converters().warmUpAsciiDoc();
        }
    }
}
