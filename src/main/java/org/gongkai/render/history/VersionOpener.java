package org.gongkai.render.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gongkai.cache.CacheStore;
import org.gongkai.history.versions.DisclosedVersion;
import org.gongkai.history.versions.DisclosedVersions;
import org.gongkai.history.versions.PublicHistory;
import org.gongkai.history.versions.Version;
import org.gongkai.history.versions.Versions;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.input.source.SourceTree;
import org.gongkai.markup.Body;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.Markup;
import org.gongkai.markup.convert.Converters;
import org.gongkai.render.Fingerprint;
import org.gongkai.render.model.SiteModel;
import org.gongkai.render.page.BodyInputs;
import org.gongkai.render.page.FactsTable;
import org.gongkai.render.page.FieldTables;
import org.gongkai.render.page.RecordedLinks;
import org.gongkai.site.Item;
import org.gongkai.site.link.HiddenAttachments;
import org.gongkai.site.link.HistoryLinks;
import org.gongkai.site.link.LinkIndex;
import org.gongkai.site.link.Resource;

/** Opens versions of entries as far as their readers may see them, and converts them. Safe for many threads. */
public final class VersionOpener {

    private static final String INCLUDED = "当时包含的文件现在不向本站的读者公开";

    private final SiteModel model;
    private final LinkIndex index;
    private final HiddenAttachments hidden;
    private final SourceTree source;
    private final Converters converters;
    private final PublicHistory chronicle;
    private final CacheStore kept;

    /**
     * @param index what links can mean
     * @param hidden what no version may include
     * @param kept what is known of versions
     */
    public VersionOpener(
            SiteModel model,
            LinkIndex index,
            HiddenAttachments hidden,
            SourceTree source,
            Converters converters,
            PublicHistory chronicle,
            CacheStore kept) {
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
    OpenedVersion open(Item item, Versions versions, Version version, List<Resource> resources) {
        DisclosedVersions readings = chronicle.disclosedVersions().orElseThrow();
        // What stands today has passed all rules, or nothing would be built.
        boolean passed = !versions.uncommitted() && version == versions.latest().orElseThrow();
        Entry entry = version.entry();
        HistoryLinks links =
                new HistoryLinks(index, entry.path(), item, HistoryPages.address(item, version.number()), resources);
        Optional<CachedVersion> known = kept.find(name(version, passed))
                .map(CachedVersion::of)
                .filter(opened -> opened.inputs().stillHold(version.blob(), source, links));
        if (known.isPresent() && includesHidden(known.get().inputs())) {
            return OpenedVersion.closed(version, INCLUDED);
        }
        if (known.isPresent()) {
            return known.get().withheld().isEmpty()
                    ? shown(version, links, known.get().inputs(), () -> convert(
                                    entry, ((DisclosedVersion.Text) read(readings, version, passed)).text(), links)
                            .html())
                    : OpenedVersion.closed(version, known.get().withheld());
        }
        if (read(readings, version, passed) instanceof DisclosedVersion.Text reading) {
            RecordedLinks asked = new RecordedLinks(links);
            Body body = convert(entry, reading.text(), asked);
            // Engines of others may depend on anything.
            boolean ours = !converters.knowsOther(entry.file().ending());
            BodyInputs inputs = BodyInputs.of(ours ? version.blob() : "", body.included(), asked, source);
            keep(version, passed, new CachedVersion(inputs, ""));
            return includesHidden(inputs)
                    ? OpenedVersion.closed(version, INCLUDED)
                    : shown(version, links, inputs, body::html);
        }
        String reason = ((DisclosedVersion.Withheld) read(readings, version, passed)).reason();
        keep(version, passed, new CachedVersion(new BodyInputs(version.blob(), Map.of(), List.of()), reason));
        return OpenedVersion.closed(version, reason);
    }

    /** Includes show the text of today, and today the file may go with an entry that these readers may not see. */
    private boolean includesHidden(BodyInputs inputs) {
        return inputs.included().keySet().stream().anyMatch(hidden::isAlone);
    }

    /** Goes on knowing what is known of a version. */
    void retain(Version version) {
        kept.find(name(version, true));
        kept.find(name(version, false));
    }

    private void keep(Version version, boolean passed, CachedVersion known) {
        if (known.inputs().areKnown()) {
            kept.put(name(version, passed), known.record());
        }
    }

    private static String name(Version version, boolean passed) {
        return "version " + version.number() + (passed ? " today " : " ")
                + version.entry().path();
    }

    private static DisclosedVersion read(DisclosedVersions readings, Version version, boolean passed) {
        return passed ? readings.today(version) : readings.open(version);
    }

    private OpenedVersion shown(Version version, HistoryLinks links, BodyInputs inputs, Supplier<String> body) {
        Entry entry = version.entry();
        Map<String, String> facts = new LinkedHashMap<>();
        new FactsTable(model.site().config().catalogue(), (label, path) -> links.reference(path.text()))
                .facts(entry)
                .forEach(fact -> facts.merge(fact.label(), fact.value(), (one, other) -> one + "；" + other));
        String tables = FieldTables.html(FactsTable.tables(entry));
        String fingerprint =
                new Fingerprint().add(tables).add(inputs.fingerprint(body)).text();
        return new OpenedVersion(version, entry.title(), () -> tables + body.get(), fingerprint, facts, null);
    }

    private Body convert(Entry entry, String text, LinkResolver links) {
        String ending = entry.file().ending();
        String markup = HeaderParser.markup(text, ending, entry.bodyLine());
        return converters
                .forEnding(ending)
                .orElseThrow()
                .convert(new Markup(entry.path(), markup, entry.bodyLine()), links);
    }
}
