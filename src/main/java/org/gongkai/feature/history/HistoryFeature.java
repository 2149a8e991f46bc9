package org.gongkai.feature.history;

import java.util.Optional;
import org.gongkai.pipeline.feature.PlacedFeature;
import org.gongkai.render.EntryPart;
import org.gongkai.render.PartContext;

/** The versions of entries, their differences, and the list of all changes. */
public final class HistoryFeature implements PlacedFeature {

    @Override
    public Optional<EntryPart> entries(PartContext context) {
        return Optional.of(new HistoryPages(context));
    }
}
