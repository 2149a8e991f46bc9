package org.gongkai.render;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gongkai.history.versions.PublicHistory;
import org.gongkai.render.list.LinkedEntries.VersionPages;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.Page;
import org.gongkai.render.model.SiteLink;
import org.gongkai.render.model.SiteModel;
import org.gongkai.render.page.RenderContext;
import org.gongkai.render.theme.PageRenderer;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.SiteFile;
import org.gongkai.site.link.BodyFacts.Resource;
import org.gongkai.site.link.Counts;
import org.gongkai.site.link.EntryRelations;
import org.gongkai.site.link.LinkIndex;

/** What a feature adds to the pages and files of a site. */
public interface FeaturePages {

    /** Returns links to its pages that stand on many pages. */
    default List<SiteLink> links(Site site) {
        return List.of();
    }

    /**
     * Returns its pages and files; they are made when their bytes are wanted.
     *
     * @param summaries the first sentences of an entry; called when a page is rendered
     */
    default Contribution contribute(FeatureContext context, Function<Item, String> summaries) {
        return Contribution.NONE;
    }

    /**
     * Returns the links to its pages that stand at the head of the page of an entry, each with the word for what it is.
     */
    default Function<Item, List<Model.Fact>> heads(FeatureContext context) {
        return item -> List.of();
    }

    /** Returns what it adds to the files of entries. */
    default Optional<FeatureEntryFiles> entries(FeatureContext context) {
        return Optional.empty();
    }

    /**
     * The pages and files of a feature.
     *
     * @param pages its pages
     * @param ofYears links of the page of a year to pages of its own
     * @param home returns the variables that it adds to the home page, when that is rendered
     * @param listed links to pages that the site map has one by one
     * @param files its other files
     */
    record Contribution(
            List<Page> pages,
            Map<Integer, List<Model.Link>> ofYears,
            Supplier<Map<String, Object>> home,
            List<Model.Fact> listed,
            List<SiteFile> files) {

        public static final Contribution NONE = of(List.of());

        /** Pages alone. */
        public static Contribution of(List<Page> pages) {
            return new Contribution(pages, Map.of(), Map::of, List.of(), List.of());
        }
    }

    /**
     * What a feature adds to the files of entries, when the pages of all entries have been made. Safe for use by
     * multiple threads.
     */
    public interface FeatureEntryFiles extends VersionPages {

        /** Returns whether it adds files to an entry. */
        boolean has(Item item);

        /**
         * Returns the files that it adds to an entry.
         *
         * @param resources the files that the page of the entry names
         */
        List<SiteFile> files(Item item, List<Resource> resources);

        /** Retains the cached results of the files of an entry, and returns the addresses that these files may have. */
        List<String> retain(Item item);

        /**
         * Returns pages that show something of what was added to entries.
         *
         * @param resources returns the files that the page of an entry names, in case what is added to it has not been
         *     made; empty if it shall not be made for such a page
         */
        List<Page> pages(Function<Item, Optional<List<Resource>>> resources);
    }

    /**
     * What the files that features add to entries are rendered with.
     *
     * @param model the site to render
     * @param rendering source, converters and cache
     * @param index possible targets of links of the site
     * @param relations pairs of entries
     * @param history its public history
     * @param renderer renders with the templates of the site
     * @param counts answers the counts that its texts ask for
     */
    public record FeatureContext(
            SiteModel model,
            RenderContext rendering,
            LinkIndex index,
            EntryRelations relations,
            PublicHistory history,
            PageRenderer renderer,
            Counts counts) {}
}
