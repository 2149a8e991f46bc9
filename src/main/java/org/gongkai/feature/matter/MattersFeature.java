package org.gongkai.feature.matter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.input.config.FeatureNames;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.io.TextResource;
import org.gongkai.pipeline.feature.AudienceFeature;
import org.gongkai.pipeline.feature.Feature;
import org.gongkai.problem.Problem;
import org.gongkai.render.FeaturePages.FeatureContext;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.SiteLink;
import org.gongkai.render.model.SiteLink.Place;
import org.gongkai.site.Item;
import org.gongkai.site.SearchDocument.SearchSuggestion;
import org.gongkai.site.Site;
import org.gongkai.site.address.Slugs;

/** A page of each matter with all its steps, and links to it from each of its papers. */
public final class MattersFeature implements AudienceFeature {

    /** Maximum number of matters that are found by their names, the latest; each is loaded with the first query. */
    private static final int FOUND = 100;

    /** What readers ask for, by words in the names of matters. */
    private static final Map<String, String> ASKED = TextResource.map(MattersFeature.class, "asked.txt");

    public static Feature feature() {
        return new Feature(FeatureNames.ofFolders("matters"), settings -> place -> new MattersFeature());
    }

    @Override
    public List<SiteLink> links(Site site) {
        return mayHave(site) && Matter.isAnyOf(site)
                ? List.of(SiteLink.of(MatterPages.TITLE, MatterPages.INDEX, 30, Place.HOME, Place.FOOT, Place.MAP))
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
                        matter.name(),
                        CommonField.MATTER.label(),
                        matter.address(),
                        ASKED.entrySet().stream()
                                .filter(asked -> matter.name().contains(asked.getKey()))
                                .map(Map.Entry::getValue)
                                .toList(),
                        Optional.empty()))
                .toList();
    }

    @Override
    public void check(Site site, Consumer<Problem> problems) {
        if (mayHave(site)) {
            SimilarNames.check(site, problems);
            Matter.of(site, new Slugs()).stream()
                    .filter(matter -> !matter.name().equals(matter.typed()))
                    .flatMap(
                            matter -> Matter.places(matter.steps().get(0).item().entry()).stream()
                                    .filter(place -> place.name().equals(matter.typed()))
                                    .limit(1)
                                    .map(place -> named(place, matter.name())))
                    .forEach(problems);
        }
    }

    private static Problem named(Matter.Place place, String shown) {
        String message = CommonField.MATTER.label() + "“" + place.name() + "”写了姓名，网页上显示成“" + shown + "”";
        String hint = "请在写了这件事的各条里都改成不写姓名、一看就分得清的名称，如“2024年管网组第一名发展对象”";
        return Problem.warning("W185", place.path(), place.at(), message, hint);
    }

    @Override
    public Contribution contribute(FeatureContext context, Function<Item, String> summaries) {
        return mayHave(context.model().site()) ? Contribution.of(new MatterPages(context).pages()) : Contribution.NONE;
    }

    @Override
    public Function<Item, List<Model.Fact>> heads(FeatureContext context) {
        Map<Item, List<Model.Fact>> heads = new HashMap<>();
        if (!mayHave(context.model().site())) {
            return item -> List.of();
        }
        for (Matter matter :
                Matter.of(context.model().site(), context.rendering().slugs())) {
            Model.Fact head = new Model.Fact(CommonField.MATTER.label(), matter.name(), matter.address());
            matter.steps().stream().map(Matter.Step::item).distinct().forEach(step -> heads.computeIfAbsent(
                            step, item -> new ArrayList<>())
                    .add(head));
        }
        return item -> heads.getOrDefault(item, List.of());
    }

    /**
     * Reports names of matters that differ by one character, as the steps of one matter would be divided between two
     * pages.
     */
    private static final class SimilarNames {

        /**
         * Matters that differ only by these are distinct: of two years, such as 2024年换届 and 2025年换届, or of two
         * persons.
         */
        private static final Pattern SERIES = Pattern.compile("[0-9一二三四五六七八九十]|[\\p{IsHan}×]{1,3}(?=同志)");

        /** Shorter names that differ by one character are distinct matters: 换届, 换岗. */
        private static final int SHORTEST = 4;

        private SimilarNames() {}

        static void check(Site site, Consumer<Problem> problems) {
            Map<String, List<Matter.Place>> places = new LinkedHashMap<>();
            site.items().forEach(item -> Matter.places(item.entry())
                    .forEach(place -> places.computeIfAbsent(place.name(), name -> new ArrayList<>())
                            .add(place)));
            // Two names differ by one character only if they are equal without one character each.
            Map<String, String> shortened = new HashMap<>();
            places.forEach((name, of) -> {
                Stream<String> variants =
                        IntStream.range(0, name.length()).mapToObj(i -> name.substring(0, i) + name.substring(i + 1));
                // All variants are added, also those after the first known one.
                List<String> known = Stream.concat(Stream.of(name), variants)
                        .map(variant -> shortened.putIfAbsent(variant, name))
                        .filter(other -> other != null && !other.equals(name) && !isOfSeries(other, name))
                        .toList();
                if (name.length() >= SHORTEST && !known.isEmpty()) {
                    String other = known.get(0);
                    boolean isRarer = of.size() <= places.get(other).size();
                    report(isRarer ? of.get(0) : places.get(other).get(0), isRarer ? other : name, problems);
                }
            });
        }

        private static boolean isOfSeries(String one, String other) {
            return SERIES.matcher(one)
                    .replaceAll("")
                    .equals(SERIES.matcher(other).replaceAll(""));
        }

        private static void report(Matter.Place place, String other, Consumer<Problem> problems) {
            String message = CommonField.MATTER.label() + "“" + place.name() + "”和另一条写的“" + other + "”只差一个字";
            String hint = "是同一件事的，请写得一字不差；不是的，请把名称写得分明些";
            problems.accept(Problem.warning("W184", place.path(), place.at(), message, hint));
        }
    }
}
