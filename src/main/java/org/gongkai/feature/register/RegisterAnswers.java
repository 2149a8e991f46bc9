package org.gongkai.feature.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.feature.register.calendar.SiteEvents;
import org.gongkai.feature.register.calendar.SiteEvents.SiteEvent;
import org.gongkai.feature.register.model.AnswerSpec;
import org.gongkai.feature.register.model.Register;
import org.gongkai.input.config.Organisation;
import org.gongkai.site.Item;
import org.gongkai.site.SearchDocument.SearchSuggestion;
import org.gongkai.site.Site;
import org.gongkai.text.DateText;

/** What the search page shows of registers before entries: their pages, and answers taken from them. */
record RegisterAnswers(Site site) {

    private static final String GROUP = "台账";

    /** Maximum number of answers from a register, the newest; each is loaded with the first query. */
    private static final int MOST = 30;

    /** What asks how many members there are. */
    private static final List<String> MEMBERS =
            List.of("党小组", "多少党员", "多少名党员", "几名党员", "几个党员", "党员多少", "党员有多少", "党员有几", "党员人数", "党员总数");

    /** Maximum number of years whose totals are told, the newest. */
    private static final int YEARS = 5;

    /** Readers ask for theme days by the end of their name, too. */
    private static final String THEME_DAY = "党日";

    private static final Comparator<SiteEvent> BY_DAY =
            Comparator.comparing(event -> event.when().begins());

    /** Maximum number of events ahead of each kind, as the site may not be rebuilt for months. */
    private static final int AHEAD = 6;

    /** The pages of the registers, and their answers. */
    List<SearchSuggestion> of(List<Register> registers) {
        List<SearchSuggestion> places = new ArrayList<>();
        registers.stream()
                .filter(register -> !register.isEmpty())
                .forEach(register -> places.add(new SearchSuggestion(
                        register.spec().name() + GROUP,
                        GROUP,
                        register.address(),
                        List.of(register.spec().name()),
                        Optional.empty())));
        registers.forEach(
                register -> register.spec().told().answer().ifPresent(spec -> places.addAll(answers(register, spec))));
        if (!new SiteEvents(site).isEmpty()) {
            MonthPages.pages(site, registers)
                    .forEach(month -> places.add(
                            new SearchSuggestion(month.title(), "月份", month.uri(), List.of(), Optional.empty())));
        }
        places.addAll(events());
        for (Register register : registers) {
            if (register.isEmpty()) {
                continue;
            }
            if (register.spec().id().equals("organisation")) {
                places.addAll(organisation(register));
            } else {
                places.addAll(totals(register));
            }
        }
        return places;
    }

    /**
     * The next events of each kind, and the last one that an entry records: its day, not that on which its minutes were
     * published. What is only planned or announced is of the kinds that it names, and tells nothing of what was held.
     */
    private List<SearchSuggestion> events() {
        SiteEvents stated = new SiteEvents(site);
        List<SiteEvent> meetings = stated.meetings();
        List<SiteEvent> themeDays = stated.themeDays();
        Map<String, List<SiteEvent>> recorded = new LinkedHashMap<>();
        Stream.concat(meetings.stream(), themeDays.stream().filter(SiteEvents::isThemeDay))
                .filter(event -> !event.isCancelled())
                .sorted(BY_DAY)
                .forEach(event -> event.categories()
                        .forEach(kind -> recorded.computeIfAbsent(kind, it -> new ArrayList<>())
                                .add(event)));
        if (recorded.keySet().stream().noneMatch(kind -> kind.endsWith(THEME_DAY))) {
            recorded.put(THEME_DAY, List.of());
        }
        List<SiteEvent> known =
                Stream.concat(meetings.stream(), themeDays.stream()).toList();
        List<SiteEvent> planned = Stream.concat(themeDays.stream(), stated.announced(known).stream())
                .toList();
        List<SearchSuggestion> answers = new ArrayList<>();
        recorded.forEach((kind, events) -> {
            Optional<LocalDate> from = Optional.empty();
            for (SiteEvent event : Stream.concat(
                            events.stream(),
                            planned.stream().filter(it -> (it.title() + it.categories()).contains(kind)))
                    .filter(event -> isAhead(event) && !event.isCancelled())
                    .distinct()
                    .sorted(BY_DAY)
                    .limit(AHEAD)
                    .toList()) {
                LocalDate last = event.when().lastDay();
                answers.add(event("下次", kind, event, from, Optional.of(last)));
                from = Optional.of(last.plusDays(1));
            }
            Optional<LocalDate> since = from;
            events.stream()
                    .filter(event -> !isAhead(event))
                    .reduce((one, next) -> next)
                    .ifPresent(event -> {
                        answers.add(event("最近一次", kind, event, Optional.empty(), Optional.empty()));
                        answers.add(event("下次" + kind + "的时间还没有公布；最近一次", kind, event, since, Optional.empty()));
                    });
        });
        return answers;
    }

    private boolean isAhead(SiteEvent event) {
        return !event.when().lastDay().isBefore(site.asOf());
    }

    /**
     * Who holds each post of the committee, which a branch may keep to itself, and then says so; how many members there
     * are.
     */
    private List<SearchSuggestion> organisation(Register register) {
        String address = register.address();
        Organisation organisation = site.config().data().organisation();
        String until = organisation
                .term(site.asOf())
                .map(term -> "，任期到" + DateText.chinese(term.to()))
                .orElse("");
        List<SearchSuggestion> answers = new ArrayList<>();
        organisation
                .committee(site.asOf())
                .forEach(member -> answers.add(known(
                        "组织",
                        GROUP,
                        address,
                        List.of(member.post()),
                        member.post()
                                + (member.name().isEmpty() ? "由谁担任，网站上没有公开姓名" : "由" + member.name() + "担任")
                                + until)));
        List<Organisation.Group> groups = organisation.groups(site.asOf());
        organisation
                .members(site.asOf())
                // A site that lists no numbers tells none.
                .filter(members -> register.spec().column("人数") >= 0)
                .ifPresent(members -> answers.add(known(
                        "组织",
                        SearchSuggestion.TOTALS,
                        address,
                        Stream.concat(MEMBERS.stream(), groups.stream().map(Organisation.Group::name))
                                .toList(),
                        "党员" + members + "人"
                                + groups.stream()
                                        .map(group -> group.name()
                                                + group.members(site.asOf())
                                                        .map(number -> number + "人")
                                                        .orElse(""))
                                        .collect(Collectors.joining(
                                                "、", groups.isEmpty() ? "" : "，党小组" + groups.size() + "个：", "")))));
        return answers;
    }

    /** What each year comes to as its page shows it: of what is published, which need not be all. */
    private List<SearchSuggestion> totals(Register register) {
        return register.years().stream()
                .filter(year -> !year.rows().isEmpty())
                .limit(YEARS)
                .map(year -> known(
                        register.spec().name(),
                        SearchSuggestion.TOTALS,
                        register.address(),
                        Stream.concat(Stream.of(register.spec().name()), year.totals().keySet().stream())
                                .toList(),
                        Stream.of(
                                        year.year() + "年" + register.spec().name() + "，已公开"
                                                + year.rows().size() + "条",
                                        new RegisterYears(register, site).inSum(year))
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining("："))))
                .toList();
    }

    private static SearchSuggestion known(
            String register, String group, String address, List<String> words, String text) {
        return new SearchSuggestion(
                register + GROUP,
                group,
                address,
                words,
                Optional.of(new SearchSuggestion.Answer(text + "。", Optional.empty(), Optional.empty(), List.of())));
    }

    private List<SearchSuggestion> answers(Register register, AnswerSpec spec) {
        List<SearchSuggestion> answers = new ArrayList<>();
        for (Register.Row row : newestFirst(register)) {
            boolean isTold = row.adjustment().isEmpty()
                    && spec.where().entrySet().stream().allMatch(it -> row.cell(register.spec(), it.getKey())
                            .has(it.getValue()))
                    && day(register, row, spec.to())
                            .filter(to -> to.isBefore(site.asOf()))
                            .isEmpty();
            if (isTold) {
                answer(register, row, spec, false).ifPresent(answers::add);
            }
            if (answers.size() == (spec.isLatest() ? 1 : MOST)) {
                break;
            }
        }
        register.rows()
                .filter(Register.Row::counts)
                .max(Comparator.comparing(row -> day(register, row, spec.to()).orElse(LocalDate.MIN)))
                .flatMap(row -> answer(register, row, spec, true))
                .ifPresent(answers::add);
        return answers;
    }

    /** Returns the rows that have begun and those without a day. */
    private static List<Register.Row> newestFirst(Register register) {
        return register.rows()
                .filter(Register.Row::counts)
                .filter(row -> row.period()
                        .filter(period -> period.from().isAfter(register.asOf()))
                        .isEmpty())
                .sorted(Comparator.comparing((Register.Row row) -> row.day().orElse(LocalDate.MIN))
                        .reversed())
                .toList();
    }

    /** @param isOver whether it is what is told once the last day has passed */
    private Optional<SearchSuggestion> answer(Register register, Register.Row row, AnswerSpec spec, boolean isOver) {
        Optional<Item> entry = row.entries().stream().findFirst();
        Optional<LocalDate> last = day(register, row, spec.to());
        Optional<LocalDate> from = isOver ? last.map(day -> day.plusDays(1)) : day(register, row, spec.from());
        Optional<LocalDate> to = isOver ? Optional.empty() : last;
        return AnswerSpec.sentence(isOver ? spec.afterwards() : spec.sentence(), name -> value(register, row, name))
                .map(text -> new SearchSuggestion(
                        entry.map(item -> item.entry().title())
                                .orElse(register.spec().name() + GROUP),
                        GROUP,
                        entry.map(Item::address).orElse(register.address()),
                        spec.words(),
                        Optional.of(new SearchSuggestion.Answer(
                                text,
                                from,
                                to,
                                row.entries().stream().map(Item::address).toList()))));
    }

    private static Optional<LocalDate> day(Register register, Register.Row row, String column) {
        return DateText.day(row.cell(register.spec(), column).text());
    }

    private String value(Register register, Register.Row row, String name) {
        Map<String, String> ofSite = Map.of(
                "监督",
                site.config().branch().supervision(),
                "联系",
                site.config().branch().contact());
        int at = register.spec().column(name);
        if (at < 0) {
            return ofSite.getOrDefault(name, "");
        }
        return register.columns().get(at).type().text(row.cells().get(at));
    }

    private static SearchSuggestion event(
            String which, String kind, SiteEvent event, Optional<LocalDate> from, Optional<LocalDate> to) {
        LocalDate first = event.when().firstDay();
        String when = first.equals(event.when().lastDay())
                ? DateText.chinese(first)
                        + event.when().time().map(DateText::chinese).orElse("")
                : DateText.chinese(first) + "至" + DateText.chinese(event.when().lastDay());
        String text = Stream.of(which + kind + "：" + when, event.place(), event.summary())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("，"));
        return new SearchSuggestion(
                event.item().entry().title(),
                GROUP,
                event.item().address(),
                List.of(kind.endsWith(THEME_DAY) ? THEME_DAY : kind),
                Optional.of(new SearchSuggestion.Answer(
                        text + "。", from, to, List.of(event.item().address()))));
    }
}
