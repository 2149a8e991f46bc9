package org.gongkai.render.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.Page;
import org.gongkai.render.model.SiteModel;
import org.gongkai.site.Site;
import org.gongkai.site.SiteFile;

/** Plans the XML site map: all entries, and the files that are listed. */
public record XmlSitemap(SiteModel model, Site site, List<SiteFile> files) {

    /** @param files all files but the pages of entries */
    public XmlSitemap(SiteModel model, List<SiteFile> files) {
        this(model, model.site(), List.copyOf(files));
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
        site.items().forEach(item -> urls.add(url(base + item.address(), Page.Listing.changed(List.of(item)))));
        for (SiteFile file : files) {
            file.listing().ifPresent(listing -> urls.add(url(base + file.address(), listing.changed())));
        }
        return urls;
    }

    private static Model.Url url(String address, Optional<String> changed) {
        return new Model.Url(address, changed.orElse(null));
    }
}
