package org.gongkai.feature.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.gongkai.cache.CachedRecords;
import org.gongkai.history.versions.DisclosedVersions;
import org.gongkai.history.versions.DisclosedVersions.DisclosedVersion;
import org.gongkai.history.versions.PublicHistory;
import org.gongkai.history.versions.Versions;
import org.gongkai.history.versions.Versions.Version;
import org.gongkai.input.entry.Entry;
import org.gongkai.io.Memoized;
import org.gongkai.markup.LinkResolver;
import org.gongkai.render.metadata.FactGroups;
import org.gongkai.render.metadata.FactsTable;
import org.gongkai.render.page.BodyConverter;
import org.gongkai.render.page.BodyConverter.ConvertedBody;
import org.gongkai.render.page.BodyInputs;
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
record VersionOpener(
        LinkIndex index,
        HiddenAttachments hidden,
        BodyConverter bodies,
        PublicHistory history,
        CachedRecords<Withheld> withheld,
        Counts counts) {

    private static final String INCLUDED = "当时包含的文件现在不向本站的读者公开";

    /**
     * @param index possible targets of links of the site
     * @param counts answers the counts that versions ask for, from what is public today
     */
    VersionOpener(RenderContext context, LinkIndex index, PublicHistory history, Counts counts) {
        this(
                index,
                new HiddenAttachments(index),
                new BodyConverter(context),
                history,
                context.cache().records("version ", Withheld.class),
                counts);
    }

    /**
     * Opens a version.
     *
     * @param resources the files that the current version names
     */
    OpenedVersion open(Item item, Versions versions, Version version, List<Resource> resources) {
        DisclosedVersions disclosed = history.disclosedVersions().orElseThrow();
        // The current version has passed all rules, or nothing would be built.
        boolean passed = !versions.uncommitted() && version == versions.latest().orElseThrow();
        Entry entry = version.entry();
        String page = HistoryAddresses.version(item, version.number());
        HistoryLinks own = new HistoryLinks(index, entry.path(), item, page, resources);
        Counts then =
                passed ? counts : (typed, text) -> counts.answer(typed, text).ofFormer();
        LinkResolver links = new CountLinks(own, then, entry, page, problem -> {});
        Supplier<DisclosedVersion> opened =
                new Memoized<>(() -> passed ? disclosed.today(version) : disclosed.open(version));
        String name = name(version, passed);
        String reason = withheld.of(name, version.blob(), () -> new Withheld(opened.get()))
                .reason();
        if (!reason.isEmpty()) {
            return OpenedVersion.closed(version, reason);
        }
        ConvertedBody body = bodies.convert(
                name, entry, version.blob(), () -> ((DisclosedVersion.Text) opened.get()).text(), links, () -> links);
        return includesHidden(body.cached().inputs())
                ? OpenedVersion.closed(version, INCLUDED)
                : shown(version, own, body);
    }

    /** Included files have their current text, and may now be attachments of entries that these readers may not see. */
    private boolean includesHidden(BodyInputs inputs) {
        return inputs.included().keySet().stream().anyMatch(hidden::isAlone);
    }

    /** Retains the cached results of a version. */
    void retain(Version version) {
        for (boolean passed : List.of(true, false)) {
            withheld.retain(name(version, passed));
            bodies.retain(name(version, passed));
        }
    }

    private static String name(Version version, boolean passed) {
        return version.number() + (passed ? " today " : " ") + version.entry().path();
    }

    private OpenedVersion shown(Version version, HistoryLinks links, ConvertedBody body) {
        Entry entry = version.entry();
        Map<String, String> facts = new LinkedHashMap<>();
        FactGroups groups =
                new FactsTable(index.site().config(), (label, path) -> links.reference(path.text())).facts(entry);
        groups.all().forEach(fact -> facts.merge(fact.label(), fact.value(), (one, other) -> one + "；" + other));
        // The title is compared like a field.
        Map<String, String> header = new LinkedHashMap<>();
        header.put("标题", entry.title());
        header.putAll(facts);
        List<String> attachments = entry.header().attachments().stream()
                .map(attachment -> attachment.path().text())
                .toList();
        return new OpenedVersion(
                version, Comparisons.Text.of(entry, body, header, attachments), facts, groups.first(), null);
    }

    /** @param reason why a previous version is not shown; empty if it is shown */
    private record Withheld(String reason) {

        Withheld(DisclosedVersion version) {
            this(version instanceof DisclosedVersion.Withheld withheld ? withheld.reason() : "");
        }
    }

    /**
     * A version that is shown, or the reason why it is withheld.
     *
     * @param version the version
     * @param text its tables and its text for comparison, with its fields; null if it is not shown
     * @param facts the rows of its metadata table
     * @param first the labels of those that the page of the entry shows first
     * @param withheld reason why it is not shown; null if it is shown
     */
    record OpenedVersion(
            Version version, Comparisons.Text text, Map<String, String> facts, Set<String> first, String withheld) {

        /** Returns a version that is not shown. */
        static OpenedVersion closed(Version version, String reason) {
            return new OpenedVersion(version, null, Map.of(), Set.of(), reason);
        }

        boolean isShown() {
            return withheld == null;
        }
    }
}
