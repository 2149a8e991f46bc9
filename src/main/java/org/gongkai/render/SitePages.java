package org.gongkai.render;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gongkai.history.versions.PublicHistory;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.Memoized;
import org.gongkai.problem.Problem;
import org.gongkai.render.feed.SitemapPlan;
import org.gongkai.render.list.EntryWays;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.Page;
import org.gongkai.render.model.SiteLink;
import org.gongkai.render.model.SiteLink.Place;
import org.gongkai.render.model.SiteModel;
import org.gongkai.render.page.EntryPages;
import org.gongkai.render.page.EntryPages.EntryPage;
import org.gongkai.render.page.RenderContext;
import org.gongkai.render.picture.PublishedPictures;
import org.gongkai.render.theme.Assets;
import org.gongkai.render.theme.PageRenderer;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.SiteFile;
import org.gongkai.site.address.PreviousPaths;
import org.gongkai.site.link.Counts;
import org.gongkai.site.link.EntryRelations;
import org.gongkai.site.link.LinkIndex;
import org.gongkai.site.link.Resource;

/**
 * Every file of a site, listed here and nowhere else: first those of entries, then what features add to these, then all
 * others, which show summaries and changes found in the first.
 */
public final class SitePages {

    private final EntryPages entries;
    private final List<EntryPart> entryParts;
    private final Map<String, Item> previous;
    private final List<? extends SitePart> parts;
    private final PublishedPictures pictures;
    private final EntryWays ways;
    private final PartContext context;
    private final Supplier<Optional<String>> latest;

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
    public SitePages(
            PageRenderer renderer,
            SiteModel model,
            RenderContext context,
            PublicHistory history,
            Map<String, Item> previous,
            List<? extends SitePart> parts,
            Counts counts,
            Consumer<Problem> problems) {
        LinkIndex index = new LinkIndex(
                model.site(),
                context.source(),
                new PreviousPaths(previous, history.histories().formerPaths()));
        this.pictures =
                new PublishedPictures(context.source(), model.site().config().pictures(), context.cache());
        EntryRelations relations = new EntryRelations(index);
        this.context = new PartContext(model, context, index, relations, history, renderer, counts);
        this.ways = new EntryWays(
                model,
                relations,
                parts.stream().map(part -> part.heads(this.context)).toList());
        this.entries = EntryPages.of(model, context, index, ways, history, renderer, counts, pictures, problems);
        this.entryParts = parts.stream()
                .flatMap(part -> part.entries(this.context).stream())
                .toList();
        this.previous = Map.copyOf(previous);
        this.parts = List.copyOf(parts);
        this.latest = new Memoized<>(() -> Page.Listing.changed(model.site().items()));
    }

    /** Returns the links that stand on many pages, those of features among them. */
    public static List<SiteLink> links(Site site, List<? extends SitePart> parts) {
        List<SiteLink> links = new ArrayList<>();
        links.add(SiteLink.of("首页", "index.html", 0, Place.MAP));
        links.add(SiteLink.of("网站地图", "sitemap.html", 50, Place.FOOT));
        links.add(SiteLink.of("按年浏览", "years/index.html", 60, Place.FOOT, Place.MAP));
        if (!site.tags().isEmpty()) {
            links.add(SiteLink.of("标签", "tags/index.html", 70, Place.FOOT, Place.MAP));
        }
        links.add(SiteLink.of("订阅地址", "feed.xml", 90, Place.FOOT));
        parts.forEach(part -> links.addAll(part.links(site)));
        return links;
    }

    /** Renders the pages of entries. */
    public EntryPages entries() {
        return entries;
    }

    /** Returns the page of an entry. */
    public SiteFile page(Item item, EntryPage page) {
        return SiteFile.of(item.address(), EntryPages.TEMPLATE, page.fingerprint(), page.html());
    }

    /** Returns the files that an entry names, and the smaller copies of its pictures. */
    public List<SiteFile> files(List<Resource> resources) {
        return resources.stream()
                .flatMap(resource -> PublishedPictures.isPicture(resource.file())
                        ? pictures.files(resource, resources).stream()
                        : Stream.of(copy(resource)))
                .toList();
    }

    private SiteFile copy(Resource resource) {
        return SiteFile.copy(resource.address(), () -> source().version(resource.file()), new SiteFile.Original() {
            @Override
            public InputStream open() throws IOException {
                return source().open(resource.file());
            }

            @Override
            public OptionalLong size() {
                return OptionalLong.of(resource.file().size());
            }
        });
    }

    private SourceTree source() {
        return context.rendering().source();
    }

    /** Returns the style sheets, scripts and images of the theme. */
    public List<SiteFile> assets() {
        return new Assets(source(), context.rendering().styles()).files();
    }

    /** Returns what features add to the files of entries. */
    public List<EntryPart> entryParts() {
        return entryParts;
    }

    /**
     * Plans all other files: pages, feeds, site maps, the files of registers and the calendars.
     *
     * @param summaries the first sentences of an entry; called when a page is rendered
     * @param resources the files that the page of an entry names, as in {@link EntryPart#pages}
     * @param inputs identifies all that the files are made of that show nothing of versions; empty if that is not known
     */
    public List<SiteFile> others(
            Function<Item, String> summaries, Function<Item, Optional<List<Resource>>> resources, String inputs) {
        PagePlan pages = new PagePlan(context.model(), ways, summaries, context.history(), previous);
        List<SiteFile> files =
                new ArrayList<>(FilePlan.of(context.rendering().cache(), inputs, () -> planned(pages, summaries)));
        pages.withdrawn().forEach(page -> files.add(file(page)));
        entryParts.forEach(part -> part.pages(resources).forEach(page -> files.add(file(page))));
        files.add(file(new SitemapPlan(context.model(), files).page()));
        return files;
    }

    /** The files that show nothing of versions. */
    private List<SiteFile> planned(PagePlan pages, Function<Item, String> summaries) {
        List<SiteFile> files = new ArrayList<>();
        List<Page> ofParts = new ArrayList<>();
        List<Supplier<Map<String, Object>>> ofHome = new ArrayList<>();
        Map<Integer, List<Model.Link>> ofYears = new HashMap<>();
        List<Model.Link> listed = new ArrayList<>();
        for (SitePart part : parts) {
            SitePart.Contribution added = part.contribute(context, summaries);
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
