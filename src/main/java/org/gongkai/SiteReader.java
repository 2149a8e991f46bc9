package org.gongkai;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Consumer;
import org.gongkai.check.ExemptionReader;
import org.gongkai.data.YamlReader;
import org.gongkai.entry.Entry;
import org.gongkai.entry.EntryReader;
import org.gongkai.entry.HeaderParser;
import org.gongkai.entry.KeptEntries;
import org.gongkai.revision.Lives;
import org.gongkai.source.SourceTree;

/** Reads what a site says: its settings, its history, the headers of its entries. */
final class SiteReader {

    private final Tools tools;
    private final Clock clock;
    private final Consumer<String> notes;
    private final YamlReader yaml = new YamlReader();

    /**
     * @param clock tells today, for a build that is asked for no day
     * @param notes told what is worth knowing and no mistake of a writer
     */
    SiteReader(Tools tools, Clock clock, Consumer<String> notes) {
        this.tools = tools;
        this.clock = clock;
        this.notes = notes;
    }

    /** Reads a site whose bodies are converted next. */
    Content read(BuildRequest request, SiteSource from) throws IOException {
        return read(request, from, true);
    }

    /** Reads a site that is not built. */
    Content readOnly(BuildRequest request, SiteSource from) throws IOException {
        return read(request, from, false);
    }

    private Content read(BuildRequest request, SiteSource from, boolean bodies) throws IOException {
        SourceTree source = tools.source();
        Timings timings = tools.timings();
        ForkJoinTask<Settings> begun = tools.pool()
                .begin(() -> timings.time(
                        "读设置", () -> new SettingsReader(yaml, clock, tools.findings()).read(source, request.asOf())));
        Past past = Past.read(from, source, request.reuse() != BuildRequest.Reuse.NOTHING, timings);
        source.problems().forEach(tools.findings());
        String said = KeptFolder.digest(source, "content/_data");
        String looks = said + KeptFolder.digest(source, "templates");
        Settings settings = begun.join();
        EntryReader reader = new EntryReader(new HeaderParser(yaml), settings.kinds(), EntryReader.Strictness.STRICT);
        KeptReadings kept = timings.time("读文件头", () -> KeptReadings.of(tools.kept(), said, settings.kinds()));
        if (bodies) {
            warmUp(kept.files());
        }
        List<Entry> entries =
                timings.time("读文件头", () -> headers(reader, settings, kept).read(source, tools.texts(), tools.pool()));
        ZoneId zone = settings.config().zone();
        Lives lives = past.lives(entries, reader, kept.revisions(), zone, settings.asOf(), tools.pool(), notes);
        Map<String, String> formerNumbers =
                past.formerNumbers(entries, lives, reader, kept.revisions(), zone, settings.asOf());
        timings.time("读文件头", kept::save);
        return new Content(settings, looks, entries, past, lives, formerNumbers);
    }

    /** AsciiDoc takes its time to start; meanwhile headers can be read. Of what did not change nothing has to be converted. */
    private void warmUp(KeptEntries known) {
        if (tools.source().files("content").stream()
                .filter(file -> HeaderParser.isAsciiDoc(file.ending()))
                .anyMatch(file -> !known.knows(file.path(), tools.source().version(file)))) {
            tools.converters().warmUpAsciiDoc();
        }
    }

    private ContentReader headers(EntryReader reader, Settings settings, KeptReadings kept) {
        return new ContentReader(
                reader,
                settings.rules(),
                settings.asOf(),
                kept.files(),
                new ExemptionReader(yaml),
                tools.converters(),
                tools.findings());
    }
}
