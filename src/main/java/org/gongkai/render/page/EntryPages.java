package org.gongkai.render.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gongkai.cache.CachedRecords;
import org.gongkai.history.versions.PublicHistory;
import org.gongkai.io.Memoized;
import org.gongkai.problem.Problem;
import org.gongkai.render.list.LinkedEntries;
import org.gongkai.render.model.SiteModel;
import org.gongkai.render.page.EntryConverter.ConvertedEntry;
import org.gongkai.render.picture.PublishedPictures;
import org.gongkai.render.theme.PageRenderer;
import org.gongkai.site.Item;
import org.gongkai.site.SearchDocument.SearchableEntry;
import org.gongkai.site.link.BodyFacts;
import org.gongkai.site.link.BodyFacts.Resource;
import org.gongkai.site.link.Counts;
import org.gongkai.site.link.LinkIndex;

/** Renders the pages of entries. Safe for many threads. */
public final class EntryPages {

    /** The template of its pages. */
    public static final String TEMPLATE = "post.ftl";

    /** The template of an entry as a paper to be signed. */
    private static final String PAPER = "paper.ftl";

    private final RenderContext context;
    private final CachedRecords<Prepared> prepared;
    private final BodyConverter bodies;
    private final EntryConverter converter;
    private final EntryModel entryModel;
    private final PageRenderer renderer;
    private final SearchableText documents;
    private final PublishedPictures pictures;
    private final Consumer<Problem> problems;

    /**
     * The page of an entry.
     *
     * @param facts what other pages and checks need of its body
     * @param fingerprint computes the fingerprint of its contents, without what its template reads of the site
     * @param html renders it
     * @param searchable what can be found of it
     */
    public record EntryPage(
            BodyFacts facts, Supplier<String> fingerprint, Supplier<byte[]> html, SearchableEntry searchable) {}

    /**
     * What a build found out about an entry before it made its page. As long as the inputs are the same, the next build
     * need not convert the entry and gather its page in order to learn that both are.
     *
     * @param facts what other pages and checks need
     * @param problems the problems that were reported
     * @param fingerprint the fingerprint of the page
     * @param searchable the fingerprint of what can be found of it
     */
    private record PreparedEntry(BodyFacts facts, List<Problem> problems, String fingerprint, String searchable) {}

    /**
     * @param site identifies all that the page showed of the site
     * @param others identifies what it showed of entries to which its text does not link; empty if that is not known
     */
    private record Prepared(String site, String others, PreparedEntry entry) {}

    private EntryPages(
            RenderContext context,
            BodyConverter bodies,
            EntryConverter converter,
            EntryModel entryModel,
            PageRenderer renderer,
            SearchableText documents,
            PublishedPictures pictures,
            Consumer<Problem> problems) {
        this.context = context;
        this.prepared = context.cache().records("entry ", Prepared.class);
        this.bodies = bodies;
        this.converter = converter;
        this.entryModel = entryModel;
        this.renderer = renderer;
        this.documents = documents;
        this.pictures = pictures;
        this.problems = problems;
    }

    /**
     * Returns the pages of the entries of a site.
     *
     * @param index possible targets of links of the site
     * @param ways ways on from entries
     * @param counts answers the counts that bodies ask for
     * @param pictures the files of pictures
     * @param problems receives the problems of entries
     */
    public static EntryPages of(
            SiteModel model,
            RenderContext context,
            LinkIndex index,
            LinkedEntries ways,
            PublicHistory history,
            PageRenderer renderer,
            Counts counts,
            PublishedPictures pictures,
            Consumer<Problem> problems) {
        BodyConverter bodies = new BodyConverter(context);
        return new EntryPages(
                context,
                bodies,
                new EntryConverter(index, bodies, context.slugs(), counts),
                new EntryModel(model, history, ways, pictures),
                renderer,
                new SearchableText(context.slugs()),
                pictures,
                problems);
    }

    /** Converts an entry for its page unless its inputs are those of an earlier build, and reports its problems. */
    public EntryPage prepare(Item item) {
        String inputs = inputs(item);
        Optional<Prepared> known =
                inputs.isEmpty() ? Optional.empty() : prepared.find(item.entry().path(), inputs);
        return known.filter(before -> isAsBefore(item, before, inputs))
                .map(before -> again(item, before.entry()))
                .orElseGet(() -> anew(item, inputs));
    }

    /** Whether the site is the same, or at least what the page shows of it. */
    private boolean isAsBefore(Item item, Prepared before, String inputs) {
        String site = context.siteInputs();
        if (before.site().equals(site)) {
            return true;
        }
        if (!before.others().equals(others(item)) || !converter.isAsBefore(item)) {
            return false;
        }
        prepared.put(item.entry().path(), inputs, new Prepared(site, before.others(), before.entry()));
        return true;
    }

    private String others(Item item) {
        return renderer.fingerprint(entryModel.ofOthers(item));
    }

    /** Identifies all that the page of an entry is made of but other entries; empty if that cannot be told. */
    private String inputs(Item item) {
        String site = context.siteInputs();
        String shared = site.substring(0, site.length() / 2);
        String version = shared.isEmpty()
                ? ""
                : context.source().version(item.entry().source().file());
        return version.isEmpty() ? "" : shared + version + entryModel.version(item);
    }

    private EntryPage again(Item item, PreparedEntry entry) {
        entry.problems().forEach(problems);
        bodies.retain(item.entry().path());
        return new EntryPage(
                entry.facts(),
                entry::fingerprint,
                () -> renderer.render(TEMPLATE, entryModel.variables(item, convert(item, problem -> {}))),
                new SearchableEntry(entry::searchable, () -> documents
                        .of(item, convert(item, problem -> {}))
                        .document()
                        .get()));
    }

    private EntryPage anew(Item item, String inputs) {
        List<Problem> found = new ArrayList<>();
        ConvertedEntry converted = convert(item, found::add);
        found.forEach(problems);
        BodyFacts facts = converted.bodyFacts(item.entry());
        Supplier<String> fingerprint = new Memoized<>(() -> converted.body().fingerprint()
                + entryModel.pictures(item, converted).fingerprint()
                + renderer.fingerprint(entryModel.variables(item, converted, "", List.of())));
        SearchableEntry searchable = documents.of(item, converted);
        if (!inputs.isEmpty() && converted.body().cached().inputs().areCacheable()) {
            boolean isPlain = found.isEmpty() && facts.links().isEmpty() && !converted.namesInHeader();
            String others = isPlain ? others(item) : "";
            PreparedEntry entry = new PreparedEntry(
                    facts, found, fingerprint.get(), searchable.fingerprint().get());
            prepared.put(item.entry().path(), inputs, new Prepared(context.siteInputs(), others, entry));
        }
        return new EntryPage(
                facts, fingerprint, () -> renderer.render(TEMPLATE, entryModel.variables(item, converted)), searchable);
    }

    /** Renders an entry as a paper to be signed. */
    public byte[] paper(Item item) {
        return renderer.render(PAPER, entryModel.variables(item, convert(item, problem -> {})));
    }

    /** Reports the problems of an entry, public or not. */
    public BodyFacts check(Item item) {
        return convert(item, problems).bodyFacts(item.entry());
    }

    private ConvertedEntry convert(Item item, Consumer<Problem> to) {
        ConvertedEntry converted = converter.convert(item, to);
        converted.resources().stream()
                .map(Resource::file)
                .filter(PublishedPictures::isPicture)
                .forEach(file -> pictures.problem(file).ifPresent(to));
        return converted;
    }
}
