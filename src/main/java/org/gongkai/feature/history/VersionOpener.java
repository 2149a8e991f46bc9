package org.gongkai.feature.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.gongkai.cache.CachedRecords;
import org.gongkai.history.versions.DisclosedVersions;
import org.gongkai.history.versions.DisclosedVersions.DisclosedVersion;
import org.gongkai.history.versions.PublicHistory;
import org.gongkai.history.versions.Versions;
import org.gongkai.history.versions.Versions.Version;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.source.SourceTexts;
import org.gongkai.input.source.SourceTree;
import org.gongkai.markup.Body;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.convert.Converters;
import org.gongkai.render.metadata.FactGroups;
import org.gongkai.render.metadata.FactsTable;
import org.gongkai.render.metadata.FieldTables;
import org.gongkai.render.model.Fingerprint;
import org.gongkai.render.model.HistoryAddresses;
import org.gongkai.render.page.BodyInputs;
import org.gongkai.render.page.BodyInputs.RecordedLinks;
import org.gongkai.render.page.CountLinks;
import org.gongkai.render.page.RenderContext;
import org.gongkai.site.Item;
import org.gongkai.site.link.BodyFacts.Resource;
import org.gongkai.site.link.Counts;
import org.gongkai.site.link.HiddenAttachments;
import org.gongkai.site.link.HistoryLinks;
import org.gongkai.site.link.LinkIndex;

/**
 * Converts previous versions of entries that readers may see, and returns why others are withheld. Safe for many
 * threads.
 */
final class VersionOpener {

    private static final String INCLUDED = "当时包含的文件现在不向本站的读者公开";

    private final LinkIndex index;
    private final HiddenAttachments hidden;
    private final SourceTree source;
    private final SourceTexts texts;
    private final Converters converters;
    private final PublicHistory history;
    private final CachedRecords<CachedVersion> cache;
    private final Counts counts;

    /**
     * @param index possible targets of links of the site
     * @param counts answers the counts that versions ask for, from what is public today
     */
    VersionOpener(RenderContext context, LinkIndex index, PublicHistory history, Counts counts) {
        this.index = index;
        this.hidden = new HiddenAttachments(index);
        this.source = context.source();
        this.texts = context.texts();
        this.converters = context.converters();
        this.history = history;
        this.cache = context.cache().records("version ", CachedVersion.class);
        this.counts = counts;
    }

    /**
     * Opens a version.
     *
     * @param resources the files that the current version names
     */
    OpenedVersion open(Item item, Versions versions, Version version, List<Resource> resources) {
        // The current version has passed all rules, or nothing would be built.
        boolean passed = !versions.uncommitted() && version == versions.latest().orElseThrow();
        Entry entry = version.entry();
        String page = HistoryAddresses.version(item, version.number());
        HistoryLinks own = new HistoryLinks(index, entry.path(), item, page, resources);
        LinkResolver links = new CountLinks(own, counts, entry, page, problem -> {});
        DisclosedVersions disclosed = history.disclosedVersions().orElseThrow();
        Converted converted = convert(
                name(version, passed),
                entry,
                version.blob(),
                () -> passed ? disclosed.today(version) : disclosed.open(version),
                links);
        if (!converted.withheld().isEmpty()) {
            return OpenedVersion.closed(version, converted.withheld());
        }
        return includesHidden(converted.inputs())
                ? OpenedVersion.closed(version, INCLUDED)
                : shown(version, own, converted);
    }

    /**
     * Returns the tables and the body of a current entry, for another page than its own.
     *
     * @param page address of the page that shows them
     * @param resources the files that the page may show
     */
    Comparisons.Text current(Item item, String page, List<Resource> resources) {
        Entry entry = item.entry();
        LinkResolver links = new CountLinks(
                new HistoryLinks(index, entry.path(), item, page, resources), counts, entry, page, problem -> {});
        Converted converted = convert(
                name(item, page),
                entry,
                source.version(entry.file()),
                () -> new DisclosedVersion.Text(texts.reread(entry.file())),
                links);
        String tables = FieldTables.html(FactsTable.tables(entry));
        return new Comparisons.Text(
                converted.fingerprint(tables),
                Map.of(),
                List.of(),
                () -> tables + converted.body().get());
    }

    /**
     * A body as HTML.
     *
     * @param inputs what its conversion depended on
     * @param withheld reason why it is not shown; empty if it is shown
     */
    private record Converted(BodyInputs inputs, String withheld, Supplier<String> body) {

        /** Returns the fingerprint of the body below some tables. */
        String fingerprint(String tables) {
            return new Fingerprint().add(tables).add(inputs.fingerprint(body)).text();
        }
    }

    /**
     * Converts a body, unless it is known what came of it.
     *
     * @param version identifies the text
     * @param text opens it; called when its HTML is needed, or the cache has none
     */
    private Converted convert(
            String name, Entry entry, String version, Supplier<DisclosedVersion> text, LinkResolver links) {
        Optional<CachedVersion> cached =
                cache.find(name).filter(found -> found.inputs().match(version, source, links));
        if (cached.isPresent()) {
            return new Converted(cached.get().inputs(), cached.get().withheld(), () -> converters
                    .body(entry, ((DisclosedVersion.Text) text.get()).text(), links)
                    .html());
        }
        Converted fresh;
        DisclosedVersion opened = text.get();
        if (opened instanceof DisclosedVersion.Text disclosed) {
            RecordedLinks recorded = new RecordedLinks(links);
            Body body = converters.body(entry, disclosed.text(), recorded);
            // The results of third-party engines may depend on anything.
            boolean builtIn = !converters.knowsOther(entry.file().ending());
            fresh = new Converted(
                    BodyInputs.of(builtIn ? version : "", body.included(), recorded, source), "", body::html);
        } else {
            fresh = new Converted(
                    new BodyInputs(version, Map.of(), List.of()),
                    ((DisclosedVersion.Withheld) opened).reason(),
                    () -> "");
        }
        if (fresh.inputs().areCacheable()) {
            cache.put(name, new CachedVersion(fresh.inputs(), fresh.withheld()));
        }
        return fresh;
    }

    /** Included files have their current text, and may now be attachments of entries that these readers may not see. */
    private boolean includesHidden(BodyInputs inputs) {
        return inputs.included().keySet().stream().anyMatch(hidden::isAlone);
    }

    /** Retains the cached results of a version. */
    void retain(Version version) {
        cache.retain(name(version, true));
        cache.retain(name(version, false));
    }

    /** Retains the cached results of a current entry. */
    void retain(Item item, String page) {
        cache.retain(name(item, page));
    }

    private static String name(Version version, boolean passed) {
        return version.number() + (passed ? " today " : " ") + version.entry().path();
    }

    private static String name(Item item, String page) {
        return "compared " + page + " " + item.entry().path();
    }

    private OpenedVersion shown(Version version, HistoryLinks links, Converted converted) {
        Entry entry = version.entry();
        Map<String, String> facts = new LinkedHashMap<>();
        FactGroups groups =
                new FactsTable(index.site().config(), (label, path) -> links.reference(path.text())).facts(entry);
        groups.all().forEach(fact -> facts.merge(fact.label(), fact.value(), (one, other) -> one + "；" + other));
        String tables = FieldTables.html(FactsTable.tables(entry));
        return new OpenedVersion(
                version,
                entry.title(),
                () -> tables + converted.body().get(),
                converted.fingerprint(tables),
                facts,
                groups.first(),
                null);
    }

    /**
     * The cached results of a previous version.
     *
     * @param inputs what its conversion depended on
     * @param withheld reason why it is not shown; empty if it is shown
     */
    private record CachedVersion(BodyInputs inputs, String withheld) {}

    /**
     * A version that is shown, or the reason why it is withheld.
     *
     * @param version the version
     * @param title its title
     * @param body converts its tables and its text to HTML
     * @param fingerprint of that HTML
     * @param facts the rows of its metadata table
     * @param first the labels of those that the page of the entry shows first
     * @param withheld reason why it is not shown; null if it is shown
     */
    record OpenedVersion(
            Version version,
            String title,
            Supplier<String> body,
            String fingerprint,
            Map<String, String> facts,
            Set<String> first,
            String withheld) {

        /** Returns a version that is not shown. */
        static OpenedVersion closed(Version version, String reason) {
            return new OpenedVersion(version, "", () -> "", "", Map.of(), Set.of(), reason);
        }

        boolean isShown() {
            return withheld == null;
        }

        /** Returns its fields, including the title, for comparison. */
        private Map<String, String> header() {
            Map<String, String> header = new LinkedHashMap<>();
            header.put("标题", title);
            header.putAll(facts);
            return header;
        }

        /** Returns it for comparison, with its fields. */
        Comparisons.Text compared() {
            return new Comparisons.Text(
                    fingerprint,
                    header(),
                    version.entry().attachments().stream()
                            .map(attachment -> attachment.path().text())
                            .toList(),
                    body);
        }
    }
}
