package org.gongkai.feature.birthday;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongkai.input.config.FeatureNames;
import org.gongkai.input.data.Binder;
import org.gongkai.input.data.Key;
import org.gongkai.pipeline.feature.Feature;
import org.gongkai.pipeline.feature.Feature.FeatureSettings;
import org.gongkai.pipeline.feature.PlacedFeature;
import org.gongkai.render.SitePart.PartContext;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.Page;
import org.gongkai.render.model.SiteLink;
import org.gongkai.render.model.SiteLink.Place;
import org.gongkai.site.Item;
import org.gongkai.site.Site;

/** A page of the days on which members joined the Party. */
public final class BirthdaysFeature implements PlacedFeature {

    private static final String FILE = "birthdays.yml";
    private static final String ADDRESS = "birthdays/index.html";
    private static final String TITLE = "政治生日";
    private static final String WITHIN = "本单位";

    private final List<Member> members;

    private BirthdaysFeature(List<Member> members) {
        this.members = members;
    }

    /** Returns the feature. */
    public static Feature feature() {
        return new Feature(new FeatureNames(List.of(), List.of(FILE), List.of("birthdays")), settings -> {
            List<Member> members = members(settings);
            return place -> new BirthdaysFeature(place.audience().scopes().contains(WITHIN) ? members : List.of());
        });
    }

    /** A member, and the day on which the Party admitted that person. */
    @Key.Group("例如：{姓名: 甲某, 入党日期: 2010-07-01}")
    public record Member(
            @Key(value = "姓名 name", required = true) String name,
            @Key(value = "入党日期 joined", required = true) LocalDate joined) {}

    /** What the page says of one member. */
    public record Row(String name, String joined, int years) {}

    private static List<Member> members(FeatureSettings settings) {
        String path = "content/_data/" + FILE;
        return new Binder(path, "E110", settings.problems())
                .groups(Member.class, settings.texts().apply(path).flatMap(text -> settings.yaml()
                        .read(path, text, 1, settings.problems())));
    }

    @Override
    public List<SiteLink> links(Site site) {
        return members.isEmpty() ? List.of() : List.of(SiteLink.of(TITLE, ADDRESS, 60, Place.FOOT, Place.MAP));
    }

    @Override
    public Contribution contribute(PartContext context, Function<Item, String> summaries) {
        return Contribution.of(members.isEmpty() ? List.of() : List.of(page(context)));
    }

    private Page page(PartContext context) {
        return new Page(ADDRESS, "birthdays.ftl", () -> {
            int year = context.model().site().asOf().getYear();
            Map<Integer, List<Row>> months = members.stream()
                    .sorted(Comparator.comparing(
                                    (Member member) -> member.joined().getDayOfMonth())
                            .thenComparing(Member::name))
                    .collect(Collectors.groupingBy(
                            member -> member.joined().getMonthValue(),
                            TreeMap::new,
                            Collectors.mapping(
                                    member -> new Row(
                                            member.name(),
                                            member.joined().toString(),
                                            year - member.joined().getYear()),
                                    Collectors.toList())));
            Map<String, Object> variables = context.model()
                    .base(context.model()
                            .page(
                                    ADDRESS,
                                    "birthdays",
                                    TITLE,
                                    List.of(new Model.Link("首页", "index.html"), new Model.Link(TITLE, null)),
                                    null));
            variables.put("months", months.keySet().stream().toList());
            variables.put("members", months.values().stream().toList());
            return variables;
        });
    }
}
