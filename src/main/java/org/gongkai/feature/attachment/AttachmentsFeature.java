package org.gongkai.feature.attachment;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gongkai.input.config.FeatureNames;
import org.gongkai.pipeline.feature.Feature;
import org.gongkai.pipeline.feature.PlacedFeature;
import org.gongkai.render.PartContext;
import org.gongkai.render.model.SiteLink;
import org.gongkai.render.model.SiteLink.Place;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.address.Slugs;
import org.gongkai.site.text.SearchPlace;

/** The list of all attachments. */
public final class AttachmentsFeature implements PlacedFeature {

    /** Returns the feature. */
    public static Feature feature() {
        return new Feature(FeatureNames.NONE, settings -> place -> new AttachmentsFeature());
    }

    @Override
    public List<SiteLink> links(Site site) {
        return isNeeded(site)
                ? List.of(SiteLink.of("附件下载", AttachmentPlan.ADDRESS, 40, Place.HOME, Place.FOOT, Place.MAP))
                : List.of();
    }

    @Override
    public List<SearchPlace> places(Site site, Slugs slugs) {
        return isNeeded(site)
                ? List.of(new SearchPlace(
                        "附件", "目录", AttachmentPlan.ADDRESS, List.of("下载", "表格", "文件"), Optional.empty()))
                : List.of();
    }

    private static boolean isNeeded(Site site) {
        return site.items().stream()
                .anyMatch(item -> !item.entry().attachments().isEmpty());
    }

    @Override
    public Contribution contribute(PartContext context, Function<Item, String> summaries) {
        return Contribution.of(new AttachmentPlan(context).pages());
    }
}
