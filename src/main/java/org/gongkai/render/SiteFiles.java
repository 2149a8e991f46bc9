package org.gongkai.render;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.history.versions.PublicHistory;
import org.gongkai.io.Digests;
import org.gongkai.io.Memoized;
import org.gongkai.problem.Problem;
import org.gongkai.render.FeaturePages.FeatureContext;
import org.gongkai.render.FeaturePages.FeatureEntryFiles;
import org.gongkai.render.feed.XmlSitemap;
import org.gongkai.render.list.LinkedEntries;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.Page;
import org.gongkai.render.model.SiteModel;
import org.gongkai.render.page.EntryPages;
import org.gongkai.render.page.EntryPages.EntryPage;
import org.gongkai.render.page.RenderContext;
import org.gongkai.render.picture.PublishedPictures;
import org.gongkai.render.theme.Assets;
import org.gongkai.render.theme.PageRenderer;
import org.gongkai.site.Item;
import org.gongkai.site.SearchDocument.SearchableEntry;
import org.gongkai.site.SiteFile;
import org.gongkai.site.address.PreviousAddresses.PreviousPaths;
import org.gongkai.site.link.BodyFacts;
import org.gongkai.site.link.BodyFacts.Resource;
import org.gongkai.site.link.Counts;
import org.gongkai.site.link.EntryRelations;
import org.gongkai.site.link.LinkIndex;

/**
 * Every file of a site, listed here and nowhere else: first those of entries, then what features add to these, then all
 * others, which show summaries and changes found in the first. A build makes all of them in this order; a preview and a
 * printer ask for one by its address, and what that shows of other entries is found when it is needed. Safe for use by
 * multiple threads.
 */
public final class SiteFiles {

    private final EntryPages entries;
    private final List<FeatureEntryFiles> entryParts;
    private final Map<String, Item> previous;
    private final List<? extends FeaturePages> parts;
    private final PublishedPictures pictures;
    private final LinkedEntries ways;
    private final FeatureContext context;
    private final Supplier<Optional<String>> latest;
    private final Map<String, BodyFacts> facts = new ConcurrentHashMap<>();
    private final Supplier<List<SiteFile>> assets;
    private final Supplier<Map<String, Item>> byFolder;
    private final Supplier<Map<String, SiteFile>> plan;

    /**
     * The page of an entry and the files that belong to it.
     *
     * @param page the page
     * @param named the files that it names, and the smaller copies of its pictures
     * @param facts what other pages and checks need of its body
     * @param searchable what can be found of it
     */
    public record EntryFiles(SiteFile page, List<SiteFile> named, BodyFacts facts, SearchableEntry searchable) {}

    /**
     * @param renderer renders with the templates of the site
     * @param model the site to render
     * @param context source, converters and cache
     * @param history its public history
     * @param previous entries by their previous addresses
     * @param parts what features add
     * @param counts answers the counts that its texts ask for
     * @param problems receives the problems of bodies
     */
    public SiteFiles(
            PageRenderer renderer,
            SiteModel model,
            RenderContext context,
            PublicHistory history,
            Map<String, Item> previous,
            List<? extends FeaturePages> parts,
            Counts counts,
            Consumer<Problem> problems) {
        LinkIndex index = new LinkIndex(
                model.site(),
                context.source(),
                new PreviousPaths(previous, history.histories().formerPaths()));
        this.pictures = new PublishedPictures(
                context.source(), model.site().config().display().picturesReduced(), context.cache());
        EntryRelations relations = new EntryRelations(index);
        this.context = new FeatureContext(model, context, index, relations, history, renderer, counts);
        this.entryParts = parts.stream()
                .flatMap(part -> part.entries(this.context).stream())
                .toList();
        var heads = parts.stream().map(part -> part.heads(this.context)).toList();
        this.ways = new LinkedEntries(model, relations, heads, entryParts);
        this.entries = EntryPages.of(model, context, index, ways, history, renderer, counts, pictures, problems);
        this.previous = Map.copyOf(previous);
        this.parts = List.copyOf(parts);
        this.latest = new Memoized<>(() -> Page.Listing.changed(model.site().items()));
        String look = model.site().config().display().look();
        this.assets = new Memoized<>(() -> new Assets(context.source(), context.styles(), look).files());
        this.byFolder = new Memoized<>(() -> model.site().items().stream()
                .collect(Collectors.toMap(Item::folder, Function.identity(), (first, last) -> last)));
        this.plan = new Memoized<>(
                () -> others(this::facts, item -> Optional.of(facts(item).resources()), "").stream()
                        .collect(Collectors.toMap(SiteFile::address, Function.identity(), (first, same) -> first)));
    }

    /** Renders the pages of entries. */
    public EntryPages entries() {
        return entries;
    }

    /** Converts an entry, and returns its page and the files that belong to it. */
    public EntryFiles of(Item item) {
        EntryPage page = entries.prepare(item);
        facts.put(page.facts().path(), page.facts());
        return new EntryFiles(
                SiteFile.of(item.address(), EntryPages.TEMPLATE, page.fingerprint(), page.html()),
                named(page.facts()),
                page.facts(),
                page.searchable());
    }

    private List<SiteFile> named(BodyFacts entry) {
        return entry.resources().stream()
                .flatMap(resource -> PublishedPictures.isPicture(resource.file())
                        ? pictures.files(resource, entry.resources()).stream()
                        : Stream.of(SiteFile.copy(
                                resource.address(), context.rendering().source(), resource.file())))
                .toList();
    }

    /** Returns the files that an entry names, and the smaller copies of its pictures. */
    public List<SiteFile> named(Item item) {
        return named(facts(item));
    }

    /** Returns the facts about the body of an entry, which is converted unless they are known. */
    public BodyFacts facts(Item item) {
        return facts.computeIfAbsent(item.entry().path(), path -> entries.check(item));
    }

    /** The facts about bodies that are known, by the path of the entry. */
    public Map<String, BodyFacts> facts() {
        return facts;
    }

    /** Returns the style sheets, scripts and images of the theme. */
    public List<SiteFile> assets() {
        return assets.get();
    }

    /** Returns what features add to the files of entries. */
    public List<FeatureEntryFiles> entryParts() {
        return entryParts;
    }

    /** Returns all other files: pages, feeds, site maps, the files of features; all entries must have been made. */
    public List<SiteFile> others() {
        return others(item -> facts.get(item.entry().path()), item -> Optional.empty(), inputs());
    }

    /**
     * @param known the facts about the body of an entry; called when a page is rendered, null stands for none
     * @param resources the files that the page of an entry names, as in {@link FeatureEntryFiles#pages}
     * @param inputs identifies all that the files are made of that show nothing of versions; empty if that is not known
     */
    private List<SiteFile> others(
            Function<Item, BodyFacts> known, Function<Item, Optional<List<Resource>>> resources, String inputs) {
        Function<Item, String> summaries = item ->
                Optional.ofNullable(known.apply(item)).map(BodyFacts::summary).orElse("");
        Function<Item, Optional<String>> photographs =
                item -> Optional.ofNullable(known.apply(item)).flatMap(BodyFacts::photograph);
        SitePages pages = new SitePages(context.model(), ways, summaries, photographs, context.history(), previous);
        List<SiteFile> files = new ArrayList<>(
                CachedFileList.of(context.rendering().cache(), inputs, () -> planned(pages, summaries)));
        pages.withdrawn().forEach(page -> files.add(file(page)));
        entryParts.forEach(part -> part.pages(resources).forEach(page -> files.add(file(page))));
        files.add(file(new XmlSitemap(context.model(), files).page()));
        return files;
    }

    /** Identifies what files are made of that show summaries of entries; empty if that is not known. */
    private String inputs() {
        String shown = context.rendering().siteInputs();
        if (shown.isEmpty()) {
            return "";
        }
        MessageDigest digest = Digests.sha256();
        Digests.addLine(digest, shown);
        new TreeMap<>(facts).values().forEach(entry -> Digests.addLine(digest, entry.listed()));
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Finds a file by its address without making it; whatever it shows of entries is converted when it is made.
     *
     * @return empty if the site has none
     */
    public Optional<SiteFile> find(String address) {
        return ofEntry(address)
                .or(() -> assets.get().stream()
                        .filter(file -> file.address().equals(address))
                        .findFirst())
                .or(() -> Optional.ofNullable(plan.get().get(address)));
    }

    /** Finds a file in the folder of an entry: one that it names, or that a feature adds. */
    private Optional<SiteFile> ofEntry(String address) {
        for (int slash = address.lastIndexOf('/'); slash > 0; slash = address.lastIndexOf('/', slash - 1)) {
            Item item = byFolder.get().get(address.substring(0, slash + 1));
            if (item != null) {
                return Stream.concat(
                                named(item).stream(),
                                entryParts.stream()
                                        .flatMap(part ->
                                                part.files(item, facts(item).resources()).stream()))
                        .filter(file -> file.address().equals(address))
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    /** Returns the addresses of all pages that the site may have, found without making any. */
    public Set<String> addressesOfPages() {
        Set<String> addresses = new HashSet<>();
        for (Item item : context.model().site().items()) {
            addresses.add(item.address());
            entryParts.stream().filter(part -> part.has(item)).forEach(part -> addresses.addAll(part.retain(item)));
        }
        plan.get().keySet().stream()
                .filter(address -> address.endsWith(".html"))
                .forEach(addresses::add);
        return addresses;
    }

    /** The files that show nothing of versions. */
    private List<SiteFile> planned(SitePages pages, Function<Item, String> summaries) {
        List<SiteFile> files = new ArrayList<>();
        List<Page> ofParts = new ArrayList<>();
        List<Supplier<Map<String, Object>>> ofHome = new ArrayList<>();
        Map<Integer, List<Model.Link>> ofYears = new HashMap<>();
        List<Model.Fact> listed = new ArrayList<>();
        for (FeaturePages part : parts) {
            FeaturePages.Contribution added = part.contribute(context, summaries);
            ofParts.addAll(added.pages());
            ofHome.add(added.home());
            listed.addAll(added.listed());
            files.addAll(added.files());
            added.ofYears().forEach((year, links) -> ofYears.computeIfAbsent(year, it -> new ArrayList<>())
                    .addAll(links));
        }
        pages.pages(ofParts, ofYears, ofHome, listed).forEach(page -> files.add(file(page)));
        return files;
    }

    private SiteFile file(Page page) {
        return new SiteFile(
                page.address(),
                page.template(),
                "",
                page.listing()
                        .map(listing -> new SiteFile.Listing(
                                listing.entries().map(Page.Listing::changed).orElseGet(latest))),
                () -> content(page));
    }

    private SiteFile.Content content(Page page) {
        Map<String, Object> variables = page.model().get();
        return new SiteFile.Content(() -> context.renderer().fingerprint(variables), () -> context.renderer()
                .render(page.template(), variables));
    }

    /** Returns the parts of the site that each template has read so far. */
    public Map<String, Set<String>> reads() {
        return context.renderer().reads();
    }

    /** Returns the fingerprint of parts of the site. */
    public String fingerprint(Set<String> reads) {
        return context.renderer().fingerprint(context.model().info(), reads);
    }
}
