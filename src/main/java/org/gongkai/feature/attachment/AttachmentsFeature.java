package org.gongkai.feature.attachment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gongkai.input.config.FeatureNames;
import org.gongkai.pipeline.feature.AudienceFeature;
import org.gongkai.pipeline.feature.Feature;
import org.gongkai.render.FeaturePages.FeatureContext;
import org.gongkai.render.list.Pagination;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.Page;
import org.gongkai.render.model.SiteLink;
import org.gongkai.render.model.SiteLink.Place;
import org.gongkai.render.model.SiteModel;
import org.gongkai.render.page.AttachedFiles;
import org.gongkai.site.Item;
import org.gongkai.site.SearchDocument.SearchSuggestion;
import org.gongkai.site.Site;
import org.gongkai.site.address.Slugs;
import org.gongkai.site.link.EntryTargets;

/** The list of all attachments, those of the newest entries first. */
public final class AttachmentsFeature implements AudienceFeature {

    private static final String ADDRESS = "attachments.html";
    private static final String TITLE = "附件下载";

    /** Entries on a page. */
    private static final int PAGE_SIZE = 30;

    /** An entry with its attachments, under the conventions of {@link Model}. */
    public record Row(String title, String uri, String published, Model.Name column, List<Model.Attachment> files) {}

    public static Feature feature() {
        return new Feature(FeatureNames.NONE, settings -> place -> new AttachmentsFeature());
    }

    @Override
    public List<SiteLink> links(Site site) {
        return isNeeded(site) ? List.of(SiteLink.of(TITLE, ADDRESS, 40, Place.HOME, Place.FOOT, Place.MAP)) : List.of();
    }

    @Override
    public List<SearchSuggestion> places(Site site, Slugs slugs) {
        return isNeeded(site)
                ? List.of(new SearchSuggestion("附件", "目录", ADDRESS, List.of("下载", "表格", "文件"), Optional.empty()))
                : List.of();
    }

    private static boolean isNeeded(Site site) {
        return site.items().stream()
                .anyMatch(item -> !item.entry().header().attachments().isEmpty());
    }

    @Override
    public Contribution contribute(FeatureContext context, Function<Item, String> summaries) {
        SiteModel model = context.model();
        List<Item> items = model.site().items().stream()
                .filter(item -> !item.entry().header().attachments().isEmpty())
                .toList();
        int files = items.stream()
                .mapToInt(item -> item.entry().header().attachments().size())
                .sum();
        int count = (items.size() + PAGE_SIZE - 1) / PAGE_SIZE;
        List<Page> pages = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            int page = number;
            String address = Pagination.address(ADDRESS, page);
            List<Item> here = items.subList((page - 1) * PAGE_SIZE, Math.min(items.size(), page * PAGE_SIZE));
            pages.add(new Page(address, "attachments.ftl", () -> {
                Map<String, Object> variables = model.base(model.page(
                        address,
                        "attachments",
                        page == 1 ? TITLE : TITLE + "（第" + page + "页）",
                        List.of(Model.Link.HOME, new Model.Link(TITLE, page == 1 ? null : ADDRESS)),
                        null));
                variables.put("total", files);
                variables.put(
                        "rows", here.stream().map(item -> row(context, item)).toList());
                variables.put("pager", Pagination.pager(ADDRESS, page, count));
                return variables;
            }));
        }
        return Contribution.of(pages);
    }

    /** Missing files have been reported with the page of the entry. */
    private static Row row(FeatureContext context, Item item) {
        return new Row(
                item.entry().title(),
                item.address(),
                SiteModel.published(item.entry()),
                context.model().column(item.entry().column()),
                AttachedFiles.of(
                                item,
                                new EntryTargets(context.index(), item, problem -> {}),
                                context.rendering().slugs())
                        .files());
    }
}
