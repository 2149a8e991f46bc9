package org.gongkai.render;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.Page;
import org.gongkai.render.model.SiteLink;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.SiteFile;

/** What a feature adds to the pages and files of a site. */
public interface SitePart {

    /** Returns links to its pages that stand on many pages. */
    default List<SiteLink> links(Site site) {
        return List.of();
    }

    /**
     * Returns its pages and files; they are made when their bytes are wanted.
     *
     * @param summaries the first sentences of an entry; called when a page is rendered
     */
    default Contribution contribute(PartContext context, Function<Item, String> summaries) {
        return Contribution.NONE;
    }

    /** Returns the links to its pages that stand at the head of the page of an entry, each with the word for what it is. */
    default Function<Item, List<Model.Fact>> heads(PartContext context) {
        return item -> List.of();
    }

    /** Returns what it adds to the files of entries. */
    default Optional<EntryPart> entries(PartContext context) {
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
            List<Model.Link> listed,
            List<SiteFile> files) {

        static final Contribution NONE = of(List.of());

        /** Pages alone. */
        public static Contribution of(List<Page> pages) {
            return new Contribution(pages, Map.of(), Map::of, List.of(), List.of());
        }
    }
}
