package org.gongkai.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gongkai.entry.Entry;
import org.gongkai.entry.HeaderParser;
import org.gongkai.kept.KeptRecords;
import org.gongkai.markup.Body;
import org.gongkai.markup.Converters;
import org.gongkai.markup.Links;
import org.gongkai.markup.Markup;
import org.gongkai.revision.Chronicle;
import org.gongkai.revision.Reading;
import org.gongkai.revision.Readings;
import org.gongkai.revision.Version;
import org.gongkai.revision.Versions;
import org.gongkai.site.HiddenAttachments;
import org.gongkai.site.HistoryLinks;
import org.gongkai.site.Item;
import org.gongkai.site.LinkIndex;
import org.gongkai.site.Resource;
import org.gongkai.source.SourceTree;

/** Opens versions of entries as far as their readers may see them, and converts them. Safe for many threads. */
final class VersionOpener {

    private static final String INCLUDED = "当时包含的文件现在不向本站的读者公开";

    private final SiteModel model;
    private final LinkIndex index;
    private final HiddenAttachments hidden;
    private final SourceTree source;
    private final Converters converters;
    private final Chronicle chronicle;
    private final KeptRecords kept;

    /**
     * @param index what links can mean
     * @param hidden what no version may include
     * @param kept what is known of versions
     */
    VersionOpener(
            SiteModel model,
            LinkIndex index,
            HiddenAttachments hidden,
            SourceTree source,
            Converters converters,
            Chronicle chronicle,
            KeptRecords kept) {
        this.model = model;
        this.index = index;
        this.hidden = hidden;
        this.source = source;
        this.converters = converters;
        this.chronicle = chronicle;
        this.kept = kept;
    }

    /**
     * Opens a version.
     *
     * @param resources the files that the entry of today names
     */
    OpenVersion open(Item item, Versions versions, Version version, List<Resource> resources) {
        Readings readings = chronicle.readings().orElseThrow();
        // What stands today has passed all rules, or nothing would be built.
        boolean passed = !versions.uncommitted() && version == versions.latest().orElseThrow();
        Entry entry = version.entry();
        HistoryLinks links =
                new HistoryLinks(index, entry.path(), item, HistoryPages.address(item, version.number()), resources);
        Optional<KnownVersion> known = kept.find(name(version, passed))
                .map(KnownVersion::of)
                .filter(opened -> opened.inputs().stillHold(version.blob(), source, links));
        if (known.isPresent() && includesHidden(known.get().inputs())) {
            return OpenVersion.closed(version, INCLUDED);
        }
        if (known.isPresent()) {
            return known.get().withheld().isEmpty()
                    ? shown(version, links, known.get().inputs(), () -> convert(
                                    entry, ((Reading.Text) read(readings, version, passed)).text(), links)
                            .html())
                    : OpenVersion.closed(version, known.get().withheld());
        }
        if (read(readings, version, passed) instanceof Reading.Text reading) {
            AskedLinks asked = new AskedLinks(links);
            Body body = convert(entry, reading.text(), asked);
            // Engines of others may depend on anything.
            boolean ours = !converters.knowsOther(entry.file().ending());
            Inputs inputs = Inputs.of(ours ? version.blob() : "", body.included(), asked, source);
            keep(version, passed, new KnownVersion(inputs, ""));
            return includesHidden(inputs)
                    ? OpenVersion.closed(version, INCLUDED)
                    : shown(version, links, inputs, body::html);
        }
        String reason = ((Reading.Withheld) read(readings, version, passed)).reason();
        keep(version, passed, new KnownVersion(new Inputs(version.blob(), Map.of(), List.of()), reason));
        return OpenVersion.closed(version, reason);
    }

    /** Includes show the text of today, and today the file may go with an entry that these readers may not see. */
    private boolean includesHidden(Inputs inputs) {
        return inputs.included().keySet().stream().anyMatch(hidden::isAlone);
    }

    /** Goes on knowing what is known of a version. */
    void retain(Version version) {
        kept.find(name(version, true));
        kept.find(name(version, false));
    }

    private void keep(Version version, boolean passed, KnownVersion known) {
        if (known.inputs().areKnown()) {
            kept.keep(name(version, passed), known.record());
        }
    }

    private static String name(Version version, boolean passed) {
        return "version " + version.number() + (passed ? " today " : " ")
                + version.entry().path();
    }

    private static Reading read(Readings readings, Version version, boolean passed) {
        return passed ? readings.today(version) : readings.open(version);
    }

    private OpenVersion shown(Version version, HistoryLinks links, Inputs inputs, Supplier<String> body) {
        Entry entry = version.entry();
        Map<String, String> facts = new LinkedHashMap<>();
        new FactsTable(model.site().config().catalogue(), (label, path) -> links.reference(path.text()))
                .facts(entry)
                .forEach(fact -> facts.merge(fact.label(), fact.value(), (one, other) -> one + "；" + other));
        String tables = TypedTables.html(FactsTable.tables(entry));
        String fingerprint =
                new Fingerprint().add(tables).add(inputs.fingerprint(body)).text();
        return new OpenVersion(version, entry.title(), () -> tables + body.get(), fingerprint, facts, null);
    }

    private Body convert(Entry entry, String text, Links links) {
        String ending = entry.file().ending();
        String markup = HeaderParser.markup(text, ending, entry.bodyLine());
        return converters
                .forEnding(ending)
                .orElseThrow()
                .convert(new Markup(entry.path(), markup, entry.bodyLine()), links);
    }
}
