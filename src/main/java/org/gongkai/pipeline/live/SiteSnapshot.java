package org.gongkai.pipeline.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.cache.CacheStore;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.source.OverlaidSource;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.io.FileTrees;
import org.gongkai.io.Lazy;
import org.gongkai.io.Memoized;
import org.gongkai.output.MemoryOutput;
import org.gongkai.pipeline.AudienceBuild;
import org.gongkai.pipeline.AudienceSite;
import org.gongkai.pipeline.BuildContext;
import org.gongkai.pipeline.feature.EntryCollector;
import org.gongkai.pipeline.feature.EntryCollector.CollectorContext;
import org.gongkai.pipeline.read.SiteContent;
import org.gongkai.pipeline.read.SiteHeaders;
import org.gongkai.problem.Problem;
import org.gongkai.render.SiteFiles;
import org.gongkai.render.SiteFiles.EntryFiles;
import org.gongkai.render.page.EntryCountQuestions;
import org.gongkai.render.theme.PageRenderer;
import org.gongkai.render.theme.PageRenderer.BrokenTemplate;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.SiteFile;
import org.gongkai.site.link.BodyFacts;
import org.gongkai.site.link.Counts;

/**
 * The site of one audience as it is at one moment. Safe for use by multiple threads.
 *
 * <p>A page is made anew each time it is asked for. If a file has changed since it was listed, that may fail with an
 * {@link java.io.UncheckedIOException}; then the file must be read again.
 */
public final class SiteSnapshot {

    private final BuildContext context;
    private final AudienceSite placed;
    private final AudienceBuild build;
    private final PageRenderer renderer;
    private final Map<String, Item> byAddress = new HashMap<>();
    private final Supplier<Map<String, Item>> items = new Memoized<>(this::allItems);
    private final Lazy<SiteHeaders> headers = new Lazy<>(this::readHeaders);
    private final Lazy<Map<String, byte[]>> collected = new Lazy<>(this::collect);
    private final Path scratch;

    /**
     * @param known the facts about bodies that are known already; others are determined when a page needs them
     * @param scratch an existing folder for temporary files
     */
    SiteSnapshot(
            BuildContext context,
            AudienceSite placed,
            AudienceBuild build,
            PageRenderer renderer,
            Map<String, BodyFacts> known,
            Path scratch) {
        this.context = context;
        this.placed = placed;
        this.build = build;
        this.renderer = renderer;
        build.files().facts().putAll(known);
        this.scratch = scratch;
        site().items().forEach(item -> byAddress.put(item.address(), item));
    }

    /** The entries in their places. */
    public Site site() {
        return placed.site();
    }

    AudienceSite placed() {
        return placed;
    }

    AudienceBuild build() {
        return build;
    }

    PageRenderer renderer() {
        return renderer;
    }

    BuildContext context() {
        return context;
    }

    /** The problems found so far: those of reading, and those of the pages that were made. */
    public List<Problem> problems() {
        return context.problems().reported();
    }

    /** The problems of one entry; its body is converted to find them. */
    public List<Problem> problems(String path) {
        Item item = items().get(path);
        if (item != null) {
            files().facts().put(path, files().entries().check(item));
        }
        return problems().stream()
                .filter(problem -> problem.path().equals(path))
                .toList();
    }

    /**
     * Writes the figures that an approved text counts into the text, as they are now; those that were signed before,
     * and those that its header exempts from the comparison, remain.
     *
     * @param text the text as it was read
     */
    public String withFigures(String path, String text) {
        Optional<Entry> entry =
                Optional.ofNullable(items().get(path)).map(Item::entry).filter(Entry::isApproved);
        if (entry.isEmpty()) {
            return text;
        }
        EntryCountQuestions figures = EntryCountQuestions.of(
                context.converters(),
                entry.get(),
                context.texts().reread(entry.get().source().file()),
                placed.counts());
        boolean isKept = entry.get().dates().revised().isPresent()
                || String.valueOf(entry.get().values().get(CommonField.EXCEPTIONS))
                        .contains(Counts.Mistake.OTHER);
        return EntryCountQuestions.written(
                text,
                figures.asked().stream()
                        .filter(asked -> !isKept || !asked.isWritten())
                        .toList(),
                done -> {});
    }

    /** All entries that could be read, whether the audience may see them or not, by the path of their source. */
    public Map<String, Item> items() {
        return items.get();
    }

    private Map<String, Item> allItems() {
        Map<String, Item> all = new HashMap<>();
        Stream.concat(site().items().stream(), site().unpublished().all())
                .forEach(item -> all.put(item.entry().path(), item));
        return Map.copyOf(all);
    }

    /** The settings and headers of the site, as writers need them. */
    public SiteHeaders headers() throws IOException {
        return headers.get();
    }

    private SiteHeaders readHeaders() {
        SiteContent content = placed.content();
        Set<String> read = content.entries().stream().map(Entry::path).collect(Collectors.toSet());
        List<String> unread = context.source().content().stream()
                .filter(file -> isEntry(file.path()) && !read.contains(file.path()))
                .map(file -> new TextDecoder()
                        .decode(context.source(), file, problem -> {})
                        .orElse(""))
                .toList();
        return new SiteHeaders(
                content.settings(),
                content.entries(),
                unread,
                content.histories().numbers().keySet());
    }

    /** Whether a file is an entry by its path, in a format of ours or of others. */
    public boolean isEntry(String path) {
        return context.converters().isEntry(path);
    }

    /** Whether the source has a file of this path. */
    public boolean hasSource(String path) {
        return context.source().file(path).isPresent();
    }

    /** Whether a file was read with these bytes; false if that is not known. */
    public boolean hasSource(String path, byte[] bytes) {
        return context.source() instanceof OverlaidSource edited && edited.holds(path, bytes);
    }

    /** The bytes of a file of the source; empty if there is none. */
    public Optional<byte[]> source(String path) {
        return context.source().file(path).map(context.source()::bytes);
    }

    /**
     * Makes the page or file of an address.
     *
     * @return empty if the site has none
     * @throws BrokenTemplate if a template cannot be used
     * @throws IOException if a file cannot be read
     */
    public Optional<LiveFile> file(String address) throws IOException {
        Item item = byAddress.get(address);
        if (item != null) {
            return Optional.of(new LiveFile(bytes(files().of(item).page()), Optional.of(item)));
        }
        if (placed.features().stream().anyMatch(feature -> feature.collects(address))) {
            return Optional.ofNullable(collected.get().get(address)).map(LiveFile::of);
        }
        return files().find(address).map(file -> LiveFile.of(bytes(file)));
    }

    private static byte[] bytes(SiteFile file) {
        return file.content().get().bytes().get();
    }

    SiteFiles files() {
        return build.files();
    }

    /**
     * A page or a file of a site.
     *
     * @param bytes its bytes, as a build would write them
     * @param item the entry whose page it is; empty for any other
     */
    public record LiveFile(byte[] bytes, Optional<Item> item) {

        static LiveFile of(byte[] bytes) {
            return new LiveFile(bytes, Optional.empty());
        }
    }

    /** Makes the files that features make of all entries together; returns their bytes by their addresses. */
    private Map<String, byte[]> collect() throws IOException {
        Path folder = Files.createTempDirectory(scratch, "collected-");
        CollectorContext place = new CollectorContext(
                site(),
                context().source(),
                CacheStore.NONE,
                name -> Optional.empty(),
                name -> Optional.of(folder.resolve(name)),
                () -> placed().places(context().slugs()),
                context().slugs(),
                found -> {});
        try (EntryCollector collector = placed().collector(place)) {
            context().pool().forEach(site().items(), item -> {
                EntryFiles entry = files().of(item);
                collector.add(item, entry.searchable(), entry.facts().resources());
            });
            MemoryOutput output = new MemoryOutput();
            collector.write(output, context().pool());
            return output.bytes();
        } finally {
            FileTrees.delete(folder);
        }
    }
}
