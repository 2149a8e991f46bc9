package org.gongkai.render.feed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.render.model.HistoryAddresses;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.Page;
import org.gongkai.render.model.SiteModel;
import org.gongkai.site.Column;
import org.gongkai.site.Item;
import org.gongkai.site.Site;

/** Plans the XML site map. The modification day of a list is the latest of its entries. */
public final class SitemapPlan {

    private final SiteModel model;
    private final Site site;
    private final List<String> registers;

    /** @param registers the addresses of the pages of registers and months */
    public SitemapPlan(SiteModel model, List<String> registers) {
        this.model = model;
        this.registers = List.copyOf(registers);
        this.site = model.site();
    }

    public Page page() {
        return new Page("sitemap.xml", "sitemap.ftl", () -> {
            Map<String, Object> variables = new HashMap<>();
            variables.put("root", "");
            variables.put("site", model.info());
            variables.put("urls", urls());
            return variables;
        });
    }

    private List<Model.Url> urls() {
        List<Model.Url> urls = new ArrayList<>();
        // Hundreds of pages, of registers most of all, change with any entry.
        String latest = latest(site.items());
        add(urls, "index.html", latest);
        for (Column column : site.columns()) {
            add(urls, column.address(), column.items());
            site.years().forEach(year -> {
                if (!year.of(column).isEmpty()) {
                    add(urls, column.address(year.year()), year.of(column));
                }
            });
        }
        Optional.ofNullable(model.info().attachmentsUri()).ifPresent(address -> add(urls, address, latest));
        add(urls, "years/index.html", latest);
        site.years().stream()
                .filter(year -> !site.counted(year.items()).isEmpty())
                .forEach(year -> add(urls, year.address(), year.items()));
        registers.forEach(address -> add(urls, address, latest));
        add(urls, "tags/index.html", latest);
        site.tags().forEach(tag -> add(urls, tag.address(), tag.items()));
        site.items().forEach(item -> add(urls, item.address(), List.of(item)));
        add(urls, HistoryAddresses.CHANGES, latest);
        site.columns().stream()
                .filter(column -> !column.items().isEmpty())
                .forEach(column -> add(urls, HistoryAddresses.changes(column), column.items()));
        add(urls, "sitemap.html", latest);
        add(urls, "search.html", latest);
        return urls;
    }

    private void add(List<Model.Url> urls, String address, List<Item> items) {
        add(urls, address, latest(items));
    }

    private void add(List<Model.Url> urls, String address, String changed) {
        urls.add(new Model.Url(site.config().baseUrl() + address, changed));
    }

    /** The day of the last visible change of entries; null if there are none. */
    private static String latest(List<Item> items) {
        return items.stream()
                .map(item -> item.entry().dates().changed())
                .max(LocalDate::compareTo)
                .map(LocalDate::toString)
                .orElse(null);
    }
}
