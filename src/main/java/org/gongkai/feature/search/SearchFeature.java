package org.gongkai.feature.search;

import java.util.List;
import java.util.Optional;
import org.gongkai.pipeline.feature.CollectorPlace;
import org.gongkai.pipeline.feature.EntryCollector;
import org.gongkai.pipeline.feature.PlacedFeature;
import org.gongkai.render.model.SiteLink;
import org.gongkai.render.model.SiteLink.Place;
import org.gongkai.search.SearchIndex;
import org.gongkai.site.Site;

/** The index from which the search page finds phrases offline. */
public final class SearchFeature implements PlacedFeature {

    @Override
    public List<SiteLink> links(Site site) {
        return List.of(SiteLink.of("搜索", "search.html", 10, Place.MAP));
    }

    @Override
    public Optional<EntryCollector> collector(CollectorPlace place) {
        return Optional.of(new SiteSearch(place));
    }

    @Override
    public boolean collects(String address) {
        return address.startsWith(SearchIndex.FOLDER);
    }
}
