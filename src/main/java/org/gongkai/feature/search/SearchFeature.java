package org.gongkai.feature.search;

import java.util.Optional;
import org.gongkai.pipeline.feature.CollectorPlace;
import org.gongkai.pipeline.feature.EntryCollector;
import org.gongkai.pipeline.feature.PlacedFeature;
import org.gongkai.search.SearchIndex;

/** The index from which the search page finds phrases offline. */
public final class SearchFeature implements PlacedFeature {

    @Override
    public Optional<EntryCollector> collector(CollectorPlace place) {
        return Optional.of(new SiteSearch(place));
    }

    @Override
    public boolean collects(String address) {
        return address.startsWith(SearchIndex.FOLDER);
    }
}
