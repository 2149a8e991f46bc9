package org.gongkai.render;

import org.gongkai.history.versions.PublicHistory;
import org.gongkai.render.model.SiteModel;
import org.gongkai.render.page.RenderContext;
import org.gongkai.render.theme.PageRenderer;
import org.gongkai.site.link.Counts;
import org.gongkai.site.link.EntryRelations;
import org.gongkai.site.link.LinkIndex;

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
public record PartContext(
        SiteModel model,
        RenderContext rendering,
        LinkIndex index,
        EntryRelations relations,
        PublicHistory history,
        PageRenderer renderer,
        Counts counts) {}
