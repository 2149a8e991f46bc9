package org.gongkai.feature.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gongkai.feature.search.index.SearchIndex;
import org.gongkai.input.config.FeatureNames;
import org.gongkai.input.data.Binder;
import org.gongkai.input.data.Key;
import org.gongkai.pipeline.feature.AudienceFeature;
import org.gongkai.pipeline.feature.EntryCollector;
import org.gongkai.pipeline.feature.EntryCollector.CollectorContext;
import org.gongkai.pipeline.feature.Feature;
import org.gongkai.render.FeaturePages.FeatureContext;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.Page;
import org.gongkai.render.model.SiteLink;
import org.gongkai.render.model.SiteLink.Place;
import org.gongkai.render.model.SiteModel;
import org.gongkai.site.Item;
import org.gongkai.site.Site;

/** The index from which the search page finds phrases offline. */
public record SearchFeature(boolean findsAttachments) implements AudienceFeature {

    private static final String ADDRESS = "search.html";
    private static final String TITLE = "搜索";

    /** Returns the feature. */
    public static Feature feature() {
        return new Feature(new FeatureNames(Binder.names(Settings.class), List.of(), List.of("search")), settings -> {
            boolean findsAttachments = settings.read(Settings.class).attachments();
            return place -> new SearchFeature(findsAttachments);
        });
    }

    /**
     * The settings.
     *
     * @param attachments whether the texts of attachments are found, too
     */
    @Key.Group("例如：搜索附件: 是")
    private record Settings(
            @Key(value = "搜索附件 search-attachments", allowed = "是、否：附件里的文字要不要也能搜到") boolean attachments) {}

    @Override
    public List<SiteLink> links(Site site) {
        return List.of(SiteLink.of(TITLE, ADDRESS, 10, Place.SEARCH, Place.MAP));
    }

    @Override
    public Contribution contribute(FeatureContext context, Function<Item, String> summaries) {
        SiteModel model = context.model();
        Page page = new Page(ADDRESS, "search.ftl", () -> new Model.Link(TITLE, ADDRESS).page(model, "search", null));
        // Browsers read the description apart from the site, and need its full address there.
        return model.site().config().baseUrl().isEmpty()
                ? Contribution.of(List.of(page))
                : Contribution.of(List.of(
                        page,
                        new Page("opensearch.xml", "opensearch.ftl", () -> Map.of("root", "", "site", model.info()))
                                .unlisted()));
    }

    @Override
    public Optional<EntryCollector> collector(CollectorContext place) {
        return Optional.of(new SiteSearch(place, findsAttachments));
    }

    @Override
    public boolean collects(String address) {
        return address.startsWith(SearchIndex.FOLDER);
    }
}
