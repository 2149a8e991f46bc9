package org.gongkai.pipeline;

import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CachedRecords;
import org.gongkai.cache.RecordCodec;
import org.gongkai.input.config.SiteConfig.Audience;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.EntryReading;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.source.EntryFormat;
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
final class SiteFingerprint {

    private SiteFingerprint() {}

    /** Identifies everything about an entry but its text: what other entries, lists and registers may show of it. */
    private record Header(String digest) {}

    /**
     * Returns digests of what an audience may see of the source: of all but entries, and of their headers.
     *
     * @param drafts whether drafts are shown
     * @param cache what earlier builds recorded of the site of the audience
     * @return empty if a file has changed so recently that it might change again unnoticed
     */
    static String of(SourceTree source, SiteContent content, Audience audience, boolean drafts, CacheStore cache) {
        MessageDigest digest = Digests.sha256();
        Digests.addLine(
                digest, audience + " " + drafts + " " + content.settings().asOf());
        Kinds kinds = content.settings().kinds();
        MessageDigest all = Digests.sha256();
        RecordCodec<Entry> codec = new RecordCodec<>(Entry.class, EntryReading.named(kinds));
        CachedRecords<Header> headers = cache.records("header ", Header.class);
        Set<String> entries = new HashSet<>();
        for (Entry entry : content.entries()) {
            entries.add(entry.path());
            // The header of a file of another engine may depend on more than the file.
            String version = EntryFormat.isEntry(entry.path())
                    ? source.version(entry.source().file())
                    : "";
            Digests.addLine(
                    all,
                    headers.of(
                                    entry.path(),
                                    version,
                                    () -> new Header(Digests.sha256(codec.encode(entry.withoutText()))))
                            .digest());
        }
        for (SourceFile file : files(source)) {
            String version = entries.contains(file.path()) ? "entry" : source.version(file);
            if (version.isEmpty()) {
                return "";
            }
            Digests.addLine(digest, file.path() + "\n" + version);
        }
        return hex(digest) + hex(all);
    }

    /**
     * Returns digests of everything that pages show of a site: of all but entries, and of entries.
     *
     * @param editions the other editions that the site links to
     * @param previous the entries by their previous addresses
     * @return empty if the inputs of the site are not known
     */
    static String of(AudienceSite placed, Editions editions, Map<String, Item> previous) {
        String inputs = placed.earlier().inputs();
        if (inputs.isEmpty()) {
            return "";
        }
        MessageDigest digest = Digests.sha256();
        Digests.addLine(digest, inputs.substring(0, inputs.length() / 2));
        Digests.addLine(
                digest,
                editions.own() + " " + editions.interventions() + " "
                        + editions.others().size());
        editions.others()
                .forEach(edition -> Digests.addLine(
                        digest, edition.name() + " " + edition.day() + "\n" + new TreeSet<>(edition.pages())));
        MessageDigest entries = Digests.sha256();
        Digests.addLine(entries, inputs);
        new TreeMap<>(previous)
                .forEach((address, item) ->
                        Digests.addLine(entries, address + "\n" + item.entry().path()));
        new TreeMap<>(placed.content().histories().formerPaths())
                .forEach((path, former) -> Digests.addLine(entries, path + "\n" + new TreeSet<>(former)));
        return hex(digest) + hex(entries);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<SourceFile> files(SourceTree source) {
        return SourceTree.FOLDERS.stream()
                .flatMap(folder -> source.files(folder).stream())
                .toList();
    }
}
