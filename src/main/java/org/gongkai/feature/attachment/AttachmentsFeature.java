package org.gongkai.feature.attachment;

import java.util.Map;
import java.util.function.Function;
import org.gongkai.build.feature.PlacedFeature;
import org.gongkai.render.PartContext;
import org.gongkai.site.Item;
import org.gongkai.site.Site;

/** The list of all attachments. */
public final class AttachmentsFeature implements PlacedFeature {

    @Override
    public Map<String, String> menu(Site site) {
        return site.items().stream().allMatch(item -> item.entry().attachments().isEmpty())
                ? Map.of()
                : Map.of("attachments", AttachmentPlan.ADDRESS);
    }

    @Override
    public Contribution contribute(PartContext context, Function<Item, String> summaries) {
        return Contribution.of(new AttachmentPlan(context).pages());
    }
}
