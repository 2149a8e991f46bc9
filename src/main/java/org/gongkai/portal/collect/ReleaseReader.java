package org.gongkai.portal.collect;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.feature.search.index.IndexReader;
import org.gongkai.input.config.SiteConfig.Audience;
import org.gongkai.io.Digests;
import org.gongkai.io.FileLimit;
import org.gongkai.io.HeapBudget;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;
import org.gongkai.io.PlainFailure;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.portal.collect.Collector.UnreadableSite;
import org.gongkai.portal.collect.RecordFile.Whole;
import org.gongkai.publish.release.FolderContents;
import org.gongkai.publish.release.ledger.AddressList;
import org.gongkai.publish.release.ledger.Ledger;
import org.gongkai.site.SearchDocument;
import org.gongkai.site.identity.EntryMarks;

/** Reads a verified release. What it says of itself is only used where it has the form that this program writes. */
final class ReleaseReader {

    private static final String DESCRIPTION = "site.json";

    /** A path below the site: no scheme, no host and nothing above the site. */
    private static final Pattern ADDRESS = Pattern.compile("(?!/)(?!.*(?:^|/)\\.\\.?(?:/|$))[^:\\\\\\p{Cntrl}]+");

    private static final Pattern URL = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+/[A-Za-z0-9._~/-]*");

    private static final int DAY = "2025-03-14".length();

    private final String code;
    private final String audience;
    private final HeapBudget heap;
    private final FileLimit limit;
    private long characters;

    /** @param audience the folder of the audience; empty if the site has one */
    ReleaseReader(String code, String audience, HeapBudget heap) {
        this.heap = heap;
        this.limit = FileLimit.in(heap);
        this.code = code;
        this.audience = audience;
    }

    /**
     * Reads a release into a file.
     *
     * @param folder its folder
     * @param addresses the addresses of its entries with their marks
     * @param state identifies what was done to it
     * @throws UnreadableSite if it has no index of its entries
     * @throws RuntimeException if a file is not as this program writes it
     */
    void read(Path folder, Ledger.Release release, AddressList addresses, String state, RecordFile into)
            throws IOException {
        List<String> files = FolderContents.manifest(folder).map(Manifest::files).orElse(List.of()).stream()
                .map(OutputFile::path)
                .toList();
        if (!IndexReader.isIn(files)) {
            throw new UnreadableSite("没有搜索用的文件，读不出有哪些内容");
        }
        List<Whole> entries = new ArrayList<>();
        new IndexReader(folder).visit(files, document -> {
            if (!document.isHelp()) {
                entries.add(entry(document, addresses));
            }
        });
        entries.sort(Comparator.comparing(Whole::entry, CollectedEntry.OLDEST_FIRST));
        Optional<JsonObject> description =
                files.contains(DESCRIPTION) ? Json.object(limit.text(folder.resolve(DESCRIPTION))) : Optional.empty();
        String url = description.map(it -> it.text("url")).orElse("");
        into.write(
                new CollectedSite(
                        code,
                        description.map(it -> it.text("name")).orElse(""),
                        new Audience(
                                description.map(it -> it.text("audience")).orElse(""),
                                description.map(it -> it.texts("scopes")).orElse(List.of()),
                                audience,
                                URL.matcher(url).matches() ? url : ""),
                        new CollectedSite.Release(
                                release.id(), release.record().at().toString(), state),
                        entries.size(),
                        PublishedFigures.of(
                                folder,
                                files,
                                limit,
                                entries.stream().findFirst().map(it -> it.entry()
                                        .day()))),
                entries);
    }

    /** Throws an {@link IllegalArgumentException} unless a text is the address of a page below the site. */
    static void requireAddress(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            throw new IllegalArgumentException("no address of a site: " + text);
        }
    }

    /** The marks of an entry, which are those of this site alone: two sites may have files of the same name. */
    private String marks(Set<String> own) {
        return own.stream()
                .filter(EntryMarks::isOwn)
                .map(mark -> EntryMarks.ofPath(code + " " + mark))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private Whole entry(IndexReader.Document document, AddressList addresses) throws IOException {
        SearchDocument text = document.text();
        requireAddress(text.address());
        document.years().forEach(Year::parse);
        String lines = text.lines();
        characters += lines.length();
        if (characters * Character.BYTES > heap.bytes() / 2) {
            throw new PlainFailure("内容太多，内存里放不下，请给程序更多内存（-Xmx）");
        }
        return new Whole(
                new CollectedEntry(
                        code,
                        LocalDate.parse(text.day().substring(0, DAY)).toString(),
                        text.address(),
                        text.title(),
                        new CollectedEntry.Listing(document.columns(), document.years(), document.kinds()),
                        document.notice().map(it -> new CollectedEntry.Period(it.from(), it.to())),
                        marks(addresses.at(text.address())),
                        Digests.sha256(lines)),
                lines);
    }
}
