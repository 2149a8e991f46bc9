package org.gongkai.render.page;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gongkai.history.versions.PublicHistory;
import org.gongkai.problem.Problem;
import org.gongkai.register.count.SiteCounts;
import org.gongkai.render.list.EntryWays;
import org.gongkai.render.model.SiteModel;
import org.gongkai.render.picture.PublishedPictures;
import org.gongkai.render.theme.PageRenderer;
import org.gongkai.search.SearchableEntry;
import org.gongkai.site.Item;
import org.gongkai.site.link.BodyFacts;
import org.gongkai.site.link.LinkIndex;
import org.gongkai.site.link.Replacements;
import org.gongkai.site.link.Resource;

/** Renders the pages of entries. Safe for many threads. */
public final class EntryPages {

    /** The template of its pages. */
    public static final String TEMPLATE = "post.ftl";

    private final EntryConverter converter;
    private final EntryModel entryModel;
    private final PageRenderer renderer;
    private final EntryDocument documents;
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

    private EntryPages(
            EntryConverter converter,
            EntryModel entryModel,
            PageRenderer renderer,
            EntryDocument documents,
            PublishedPictures pictures,
            Consumer<Problem> problems) {
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
            EntryWays ways,
            PublicHistory history,
            PageRenderer renderer,
            SiteCounts counts,
            PublishedPictures pictures,
            Consumer<Problem> problems) {
        return new EntryPages(
                new EntryConverter(
                        index,
                        new BodyConverter(context.source(), context.texts(), context.converters(), context.cache()),
                        context.slugs(),
                        counts,
                        problems),
                new EntryModel(model, history, new Replacements(index), ways, pictures),
                renderer,
                new EntryDocument(
                        context.slugs(),
                        index.site().config().searchAttachments()
                                ? Optional.of(new AttachmentText(context.source()))
                                : Optional.empty()),
                pictures,
                problems);
    }

    /** Converts an entry for its page, and reports its problems. */
    public EntryPage prepare(Item item) {
        ConvertedEntry converted = convert(item);
        return new EntryPage(
                converted.bodyFacts(item.entry()),
                () -> converted.body().fingerprint()
                        + entryModel.pictures(item, converted).fingerprint()
                        + renderer.fingerprint(entryModel.variablesWithoutBody(item, converted)),
                () -> renderer.render(TEMPLATE, entryModel.variables(item, converted)),
                documents.of(item, converted));
    }

    /** Reports the problems of an entry, public or not. */
    public BodyFacts check(Item item) {
        return convert(item).bodyFacts(item.entry());
    }

    private ConvertedEntry convert(Item item) {
        ConvertedEntry converted = converter.convert(item);
        converted.resources().stream()
                .map(Resource::file)
                .filter(PublishedPictures::isPicture)
                .forEach(file -> pictures.problem(file).ifPresent(problems));
        return converted;
    }
}
