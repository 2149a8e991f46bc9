package org.gongkai.feature.matter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gongkai.input.config.FeatureNames;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.pipeline.feature.Feature;
import org.gongkai.pipeline.feature.PlacedFeature;
import org.gongkai.problem.Problem;
import org.gongkai.render.SitePart.PartContext;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.SiteLink;
import org.gongkai.render.model.SiteLink.Place;
import org.gongkai.site.Item;
import org.gongkai.site.SearchDocument.SearchSuggestion;
import org.gongkai.site.Site;
import org.gongkai.site.address.Slugs;

/** A page of each matter with all its steps, and links to it from each of its papers. */
public final class MattersFeature implements PlacedFeature {

    /** Maximum number of matters that are found by their names, the latest; each is loaded with the first query. */
    private static final int FOUND = 100;

    public static Feature feature() {
        return new Feature(FeatureNames.ofFolders("matters"), settings -> place -> new MattersFeature());
    }

    @Override
    public List<SiteLink> links(Site site) {
        return mayHave(site) && Matter.isAnyOf(site)
                ? List.of(SiteLink.of(MatterPlan.TITLE, MatterPlan.INDEX, 30, Place.HOME, Place.FOOT, Place.MAP))
                : List.of();
    }

    /** Whether an entry has a field or a column for matters, in which nothing may stand. */
    private static boolean mayHave(Site site) {
        return site.items().stream().anyMatch(item -> mayName(item.entry()));
    }

    private static boolean mayName(Entry entry) {
        return entry.values().containsKey(CommonField.MATTER)
                || entry.own().stream()
                        .anyMatch(own ->
                                own.spec().column(CommonField.MATTER.label()).isPresent());
    }

    @Override
    public List<SearchSuggestion> places(Site site, Slugs slugs) {
        if (!mayHave(site)) {
            return List.of();
        }
        return Matter.of(site, slugs).stream()
                .limit(FOUND)
                .map(matter -> new SearchSuggestion(
                        matter.name(), CommonField.MATTER.label(), matter.address(), List.of(), Optional.empty()))
                .toList();
    }

    @Override
    public void check(Site site, Consumer<Problem> problems) {
        if (mayHave(site)) {
            SimilarNames.check(site, problems);
        }
    }

    @Override
    public Contribution contribute(PartContext context, Function<Item, String> summaries) {
        return mayHave(context.model().site()) ? Contribution.of(new MatterPlan(context).pages()) : Contribution.NONE;
    }

    @Override
    public Function<Item, List<Model.Fact>> heads(PartContext context) {
        Map<Item, List<Model.Fact>> heads = new HashMap<>();
        if (!mayHave(context.model().site())) {
            return item -> List.of();
        }
        for (Matter matter :
                Matter.of(context.model().site(), context.rendering().slugs())) {
            int count = matter.steps().size();
            for (int i = 0; i < count; i++) {
                String text = matter.name() + (count > 1 ? "（第" + (i + 1) + "篇，已公开" + count + "篇）" : "");
                heads.computeIfAbsent(matter.steps().get(i).item(), item -> new ArrayList<>())
                        .add(new Model.Fact(CommonField.MATTER.label(), text, matter.address()));
            }
        }
        return item -> heads.getOrDefault(item, List.of());
    }
}
