package org.gongkai.feature.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gongkai.feature.register.calendar.SiteCalendars;
import org.gongkai.feature.register.calendar.SiteEvents;
import org.gongkai.feature.register.check.RegisterRowsCheck;
import org.gongkai.feature.register.export.RegisterFormat;
import org.gongkai.feature.register.model.Register;
import org.gongkai.feature.register.model.RegisterBuilder;
import org.gongkai.feature.register.model.RegisterSpec;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.io.Memoized;
import org.gongkai.pipeline.feature.AudienceFeature;
import org.gongkai.pipeline.feature.AudienceFeature.AudienceContext;
import org.gongkai.problem.Problem;
import org.gongkai.render.FeaturePages.FeatureContext;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.Page;
import org.gongkai.render.model.SiteLink;
import org.gongkai.render.model.SiteLink.Place;
import org.gongkai.render.model.SiteModel;
import org.gongkai.site.Item;
import org.gongkai.site.SearchDocument.SearchSuggestion;
import org.gongkai.site.Site;
import org.gongkai.site.SiteFile;
import org.gongkai.site.address.Slugs;
import org.gongkai.site.link.Counts;
import org.gongkai.text.DateText;

/** The registers of the site of an audience, computed on demand. What every page needs of them is cached. */
final class AudienceRegisters implements AudienceFeature {

    private final RegistersFeature settings;
    private final Supplier<RegisterBuilder> builder;
    private final Supplier<List<Register>> all;
    private final boolean showsGaps;
    private final Summary summary;

    /**
     * What every page needs of the registers.
     *
     * @param overview the address of their overview; empty if none of them has a row
     * @param nextChange the next day on which they change by themselves
     * @param places what the search page shows of them
     */
    private record Summary(Optional<String> overview, Optional<LocalDate> nextChange, List<SearchSuggestion> places) {}

    AudienceRegisters(RegistersFeature settings, AudienceContext place) {
        this.settings = settings;
        this.builder = new Memoized<>(() -> settings.builder(place.site()));
        this.all = new Memoized<>(() -> settings.hasRecords(place.site())
                ? builder.get().all(settings.specs(), place.site().asOf())
                : List.of());
        this.showsGaps = place.site()
                .config()
                .readers()
                .gapsShownTo()
                .contains(place.audience().name());
        this.summary =
                place.cache().records("", Summary.class).of("registers", place.inputs(), () -> summary(place.site()));
    }

    private Summary summary(Site site) {
        if (all.get().isEmpty()) {
            return new Summary(Optional.empty(), Optional.empty(), List.of());
        }
        Optional<String> overview = RegisterPages.overview(all.get());
        // The page of the current month and what is to be done in two months change with the month.
        SiteEvents events = new SiteEvents(site);
        boolean isByMonth = !events.isEmpty()
                || all.get().stream().anyMatch(register -> register.nextChange().isPresent());
        Optional<LocalDate> nextMonth = overview.filter(uri -> isByMonth)
                .map(uri -> site.asOf().withDayOfMonth(1).plusMonths(1));
        return new Summary(
                overview,
                Stream.of(
                                all.get().stream().flatMap(register -> register.nextChange().stream()),
                                nextMonth.stream(),
                                overview.flatMap(uri -> events.nextChange()).stream())
                        .flatMap(days -> days)
                        .min(LocalDate::compareTo),
                new RegisterAnswers(site).of(shown()));
    }

    /** The registers as readers see them; checks and counts use all of their content. */
    private List<Register> shown() {
        return shown(all.get());
    }

    private List<Register> shown(List<Register> registers) {
        return showsGaps
                ? registers
                : registers.stream().map(Register::withoutGaps).toList();
    }

    @Override
    public List<SearchSuggestion> places(Site site, Slugs slugs) {
        return summary.places();
    }

    @Override
    public Optional<LocalDate> nextChange() {
        return summary.nextChange();
    }

    @Override
    public List<SiteLink> links(Site site) {
        List<SiteLink> links = new ArrayList<>();
        summary.overview().ifPresent(uri -> links.add(SiteLink.of("台账", uri, 45, Place.MENU, Place.MAP)));
        if (hasMonths(site)) {
            links.add(SiteLink.of(MonthPages.NAME, MonthPages.ADDRESS, 20, Place.HOME, Place.FOOT, Place.MAP));
        }
        return links;
    }

    private boolean hasMonths(Site site) {
        return summary.overview().isPresent() && !new SiteEvents(site).isEmpty();
    }

    @Override
    public Optional<Counts> counts(Site site) {
        Memoized<Counts> counts = new Memoized<>(() -> settings.counts(site));
        return Optional.of((typed, text) -> counts.get().answer(typed, text));
    }

    @Override
    public void check(Site site, Consumer<Problem> problems) {
        if (all.get().isEmpty()) {
            return;
        }
        new RegisterRowsCheck(site.config().data().organisation().groupNames())
                .check(
                        all.get(),
                        site.unpublished().hidden().stream()
                                .filter(item -> site.unpublished()
                                                .reasons()
                                                .get(item.entry().path())
                                        == Site.HiddenReason.OTHER_AUDIENCE)
                                .toList())
                .forEach(problems);
    }

    /** Papers lead to their register, and what adjusts an amount and what it adjusts to each other. */
    @Override
    public Function<Item, List<Model.Fact>> heads(FeatureContext context) {
        Map<String, Set<Model.Fact>> heads = new HashMap<>();
        Site site = context.model().site();
        if (!settings.hasRecords(site)) {
            return item -> List.of();
        }
        List<RegisterSpec> adjusted = settings.specs().stream()
                .filter(RegisterSpec::isAdjusted)
                .filter(spec -> site.items().stream()
                        .anyMatch(item -> !spec.adjustment(item.entry()).isEmpty()))
                .toList();
        for (Register register :
                adjusted.isEmpty() ? List.<Register>of() : builder.get().all(adjusted, site.asOf())) {
            register.rows()
                    .map(Register.Row::entries)
                    .forEach(entries -> entries.forEach(later -> {
                        String word = register.spec().adjustment(later.entry());
                        entries.stream()
                                .filter(own -> !word.isEmpty()
                                        && register.spec()
                                                .adjustment(own.entry())
                                                .isEmpty())
                                .forEach(own -> {
                                    String day = DateText.chinese(
                                            later.entry().dates().day());
                                    head(heads, own, "后来" + word, day, later);
                                    head(heads, later, word + "的是", own.entry().title(), own);
                                });
                    }));
        }
        return item -> Stream.concat(heads.getOrDefault(item.address(), Set.of()).stream(), sums(item))
                .toList();
    }

    private Stream<Model.Fact> sums(Item item) {
        List<String> kinds = item.entry().kinds().stream().map(Kind::name).toList();
        return settings.specs().stream()
                .filter(spec -> kinds.stream().anyMatch(spec.source().kinds()::contains)
                        && summary.places().stream()
                                .anyMatch(place -> place.address().equals(Register.addressOf(spec.id()))))
                .flatMap(spec -> spec.told().linked().stream()
                        .map(label -> new Model.Fact(label, spec.name() + "台账", Register.addressOf(spec.id()))));
    }

    private static void head(Map<String, Set<Model.Fact>> heads, Item on, String label, String text, Item to) {
        heads.computeIfAbsent(on.address(), address -> new LinkedHashSet<>())
                .add(new Model.Fact(label, text, to.address()));
    }

    @Override
    public Contribution contribute(FeatureContext context, Function<Item, String> summaries) {
        if (all.get().isEmpty()) {
            return Contribution.NONE;
        }
        SiteModel model = context.model();
        List<Register> registers = shown();
        List<Page> pages = new ArrayList<>(new RegisterPages(
                        model,
                        registers,
                        () -> shown(builder.get()
                                .all(
                                        settings.specs(),
                                        TaskSheet.last(model.site().asOf()))))
                .pages());
        Map<Integer, List<Model.Link>> months = Map.of();
        Supplier<List<RegisterModel.Ahead>> ahead = List::of;
        if (hasMonths(model.site())) {
            MonthPages plan = new MonthPages(model, registers);
            pages.addAll(plan.pages());
            months = plan.links();
            ahead = plan::ahead;
        }
        List<Register> filled =
                registers.stream().filter(register -> !register.isEmpty()).toList();
        List<SiteFile> files = new ArrayList<>();
        filled.forEach(register -> files.addAll(RegisterFormat.files(register)));
        if (!filled.isEmpty()) {
            files.addAll(new SiteCalendars(model.site(), filled).files());
        }
        List<Model.Fact> listed = filled.stream()
                .map(register -> new Model.Fact(
                        register.spec().heading().group(), register.spec().name(), register.address()))
                .toList();
        Supplier<List<RegisterModel.Ahead>> shown = ahead;
        return new Contribution(pages, months, () -> Map.of("ahead", shown.get()), listed, files);
    }
}
