package org.gongkai.feature.attachment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.render.PartContext;
import org.gongkai.render.list.ListPages;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.Page;
import org.gongkai.render.model.SiteModel;
import org.gongkai.render.page.AttachedFiles;
import org.gongkai.site.Item;
import org.gongkai.site.address.Slugs;
import org.gongkai.site.link.EntryTargets;
import org.gongkai.site.link.LinkIndex;

/** Plans the list of all attachments, those of the newest entries first. */
final class AttachmentPlan {

    static final String ADDRESS = "attachments.html";

    /** Entries on a page. */
    private static final int PAGE_SIZE = 30;

    private static final String TITLE = "附件下载";

    private final SiteModel model;
    private final LinkIndex index;
    private final Slugs slugs;

    AttachmentPlan(PartContext context) {
        this.model = context.model();
        this.index = context.index();
        this.slugs = context.rendering().slugs();
    }

    /** Returns the pages; none if no entry has an attachment. */
    List<Page> pages() {
        List<Item> items = model.site().items().stream()
                .filter(item -> !item.entry().attachments().isEmpty())
                .toList();
        int files = items.stream()
                .mapToInt(item -> item.entry().attachments().size())
                .sum();
        int count = (items.size() + PAGE_SIZE - 1) / PAGE_SIZE;
        List<Page> pages = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            int page = number;
            String address = ListPages.address(ADDRESS, page);
            List<Item> here = items.subList((page - 1) * PAGE_SIZE, Math.min(items.size(), page * PAGE_SIZE));
            pages.add(new Page(address, "attachments.ftl", () -> {
                Map<String, Object> variables = model.base(model.page(
                        address,
                        "attachments",
                        page == 1 ? TITLE : TITLE + "（第" + page + "页）",
                        List.of(new Model.Link("首页", "index.html"), new Model.Link(TITLE, page == 1 ? null : ADDRESS)),
                        null));
                variables.put("total", files);
                variables.put("rows", here.stream().map(this::row).toList());
                variables.put("pager", ListPages.pager(ADDRESS, page, count));
                return variables;
            }));
        }
        return pages;
    }

    /** Missing files have been reported with the page of the entry. */
    private AttachmentModel.Row row(Item item) {
        return new AttachmentModel.Row(
                item.entry().title(),
                item.address(),
                SiteModel.published(item.entry()),
                model.column(item.entry().categories().get(0)),
                AttachedFiles.of(item, new EntryTargets(index, item, problem -> {}), slugs)
                        .files());
    }
}
