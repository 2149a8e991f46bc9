package org.gongkai.feature.history;

import java.util.List;
import java.util.Optional;
import org.gongkai.input.config.FeatureNames;
import org.gongkai.pipeline.feature.AudienceFeature;
import org.gongkai.pipeline.feature.Feature;
import org.gongkai.render.FeaturePages.FeatureContext;
import org.gongkai.render.FeaturePages.FeatureEntryFiles;
import org.gongkai.render.model.SiteLink;
import org.gongkai.render.model.SiteLink.Place;
import org.gongkai.site.Site;

/** The versions of entries, their differences, and the list of all changes. */
public final class HistoryFeature implements AudienceFeature {

    /** Returns the feature. */
    public static Feature feature() {
        return new Feature(FeatureNames.ofFolders("changes", "history"), settings -> place -> new HistoryFeature());
    }

    @Override
    public List<SiteLink> links(Site site) {
        return List.of(SiteLink.of("更新记录", HistoryAddresses.CHANGES, 80, Place.HOME, Place.FOOT, Place.MAP));
    }

    @Override
    public Optional<FeatureEntryFiles> entries(FeatureContext context) {
        return Optional.of(new HistoryPages(context));
    }
}
