package org.gongkai.render.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.Page;
import org.gongkai.render.model.SiteModel;
import org.gongkai.site.Site;

/** Plans the XML site map: all entries, and the pages that are listed. */
public final class SitemapPlan {

    private final SiteModel model;
    private final Site site;
    private final List<Page> pages;

    /** @param pages all pages but those of entries */
    public SitemapPlan(SiteModel model, List<Page> pages) {
        this.model = model;
        this.site = model.site();
        this.pages = List.copyOf(pages);
    }

    public Page page() {
        return new Page("sitemap.xml", "sitemap.ftl", () -> {
                    Map<String, Object> variables = new HashMap<>();
                    variables.put("root", "");
                    variables.put("site", model.info());
                    variables.put("urls", urls());
                    return variables;
                })
                .unlisted();
    }

    private List<Model.Url> urls() {
        List<Model.Url> urls = new ArrayList<>();
        String base = site.config().baseUrl();
        site.items()
                .forEach(item -> urls.add(new Model.Url(base + item.address(), Page.Listing.changed(List.of(item)))));
        String latest = Page.Listing.changed(site.items());
        for (Page page : pages) {
            page.listing()
                    .ifPresent(listing -> urls.add(new Model.Url(
                            base + page.address(),
                            listing.entries().map(Page.Listing::changed).orElse(latest))));
        }
        return urls;
    }
}
