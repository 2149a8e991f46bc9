package org.gongkai.pipeline;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gongkai.cache.RecordCodec;
import org.gongkai.input.config.SiteConfig.Audience;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.EntryReading;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.Digests;
import org.gongkai.pipeline.read.SiteContent;
import org.gongkai.site.Editions;
import org.gongkai.site.Item;

/**
 * Identifies everything that pages show of a site, but for its settings and templates, the texts of entries and their
 * versions: the headers of all entries, all other files, and who sees the site on which day. Whoever edits the text of
 * an entry changes none of it.
 */
final class SiteInputs {

    private SiteInputs() {}

    /** Everything about entries but their texts: what other entries, lists and registers may show of them. */
    private record Headers(List<Entry> entries) {}

    /**
     * Returns a digest of what an audience may see of the source.
     *
     * @param drafts whether drafts are shown
     * @return empty if a file has changed so recently that it might change again unnoticed
     */
    static String of(SourceTree source, SiteContent content, Audience audience, boolean drafts) {
        MessageDigest digest = Digests.sha256();
        Digests.addLine(
                digest, audience + " " + drafts + " " + content.settings().asOf());
        Kinds kinds = content.settings().kinds();
        digest.update(new RecordCodec<>(Headers.class, EntryReading.named(kinds))
                .encode(new Headers(
                        content.entries().stream().map(Entry::withoutText).toList())));
        TreeSet<String> entries = new TreeSet<>();
        content.entries().forEach(entry -> entries.add(entry.path()));
        for (SourceFile file : files(source)) {
            String version = entries.contains(file.path()) ? "entry" : source.version(file);
            if (version.isEmpty()) {
                return "";
            }
            Digests.addLine(digest, file.path() + "\n" + version);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Returns a digest of everything that pages show of a site.
     *
     * @param editions the other editions that the site links to
     * @param previous the entries by their previous addresses
     * @return empty if the inputs of the site are not known
     */
    static String of(PlacedSite placed, Editions editions, Map<String, Item> previous) {
        if (placed.inputs().isEmpty()) {
            return "";
        }
        MessageDigest digest = Digests.sha256();
        Digests.addLine(digest, placed.inputs());
        Digests.addLine(
                digest,
                editions.own() + " " + editions.interventions() + " "
                        + editions.others().size());
        editions.others()
                .forEach(edition -> Digests.addLine(
                        digest, edition.name() + " " + edition.day() + "\n" + new TreeSet<>(edition.pages())));
        new TreeMap<>(previous)
                .forEach((address, item) ->
                        Digests.addLine(digest, address + "\n" + item.entry().path()));
        new TreeMap<>(placed.content().histories().formerPaths())
                .forEach((path, former) -> Digests.addLine(digest, path + "\n" + new TreeSet<>(former)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<SourceFile> files(SourceTree source) {
        return SourceTree.FOLDERS.stream()
                .flatMap(folder -> source.files(folder).stream())
                .toList();
    }
}
