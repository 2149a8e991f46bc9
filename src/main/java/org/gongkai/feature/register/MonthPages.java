package org.gongkai.feature.register;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.feature.register.calendar.CalendarEvent;
import org.gongkai.feature.register.calendar.SiteEvents;
import org.gongkai.feature.register.calendar.SiteEvents.SiteEvent;
import org.gongkai.feature.register.model.DueList;
import org.gongkai.feature.register.model.Register;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.Page;
import org.gongkai.render.model.SiteModel;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.text.DateText;

/**
 * Plans the pages of months with their 公示, meetings, theme days, study and tasks. The page of the current month
 * exists if there are registers and an entry that states the day of an event; in addition every month of a year with a
 * plan or a task has a page.
 */
public final class MonthPages {

    /** Maximum length in days of a study that is an event of a month. */
    private static final int LONGEST_STUDY = 31;

    /** The address of the page of the current month. */
    static final String ADDRESS = "month.html";

    /** Read after the month of the build, it is not of this month. */
    static final String NAME = "月度安排";

    /** Maximum number of lines of a month on the home page. */
    private static final int LINES = 4;

    private static final Comparator<SiteEvent> BY_BEGINNING =
            Comparator.comparing(event -> event.when().begins());

    private final SiteModel model;
    private final Site site;
    private final List<Register> registers;
    private final List<SiteEvent> meetings;
    private final List<SiteEvent> plans;
    private final MonthTasks tasks;
    private final List<YearMonth> months;

    public MonthPages(SiteModel model, List<Register> registers) {
        this.model = model;
        this.site = model.site();
        this.registers = registers;
        SiteEvents events = new SiteEvents(site);
        Map<String, SiteEvent> known = new LinkedHashMap<>();
        // An entry of both kinds is listed once.
        Stream.concat(events.themeDays().stream(), events.meetings().stream())
                .forEach(event -> known.putIfAbsent(event.id(), event));
        events.announced(List.copyOf(known.values())).stream()
                .filter(MonthPages::isShort)
                .forEach(event -> known.put(event.id(), event));
        this.meetings = known.values().stream().sorted(BY_BEGINNING).toList();
        this.plans = plans(events);
        this.tasks = new MonthTasks(site, registers);
        this.months = months(plans, tasks);
    }

    /** Returns links to the pages of all months. */
    static List<Model.Link> pages(Site site, List<Register> registers) {
        return months(plans(new SiteEvents(site)), new MonthTasks(site, registers)).stream()
                .map(month -> new Model.Link(DateText.chinese(month), address(month)))
                .toList();
    }

    private static List<SiteEvent> plans(SiteEvents events) {
        return Stream.concat(events.study().stream(), events.plannedThemeDays().stream())
                .sorted(BY_BEGINNING)
                .toList();
    }

    private static List<YearMonth> months(List<SiteEvent> plans, MonthTasks tasks) {
        Stream<LocalDate> planned = plans.stream().map(event -> event.when().firstDay());
        return Stream.concat(planned, tasks.daysOfPlans())
                .map(LocalDate::getYear)
                .distinct()
                .sorted()
                .flatMap(year -> Arrays.stream(Month.values()).map(month -> YearMonth.of(year, month)))
                .toList();
    }

    /** Returns what the home page shows as overdue, of this month and of the next. */
    List<RegisterModel.Ahead> ahead() {
        YearMonth month = YearMonth.from(site.asOf());
        YearMonth next = month.plusMonths(1);
        return List.of(
                new RegisterModel.Ahead("已逾期", RegisterPages.due(registers).uri(), List.of(), late()),
                ahead(month, ADDRESS),
                ahead(next, months.contains(next) ? address(next) : null));
    }

    private int late() {
        return (int) DueList.of(site, registers).items().stream()
                .filter(DueList.Item::isOverdue)
                .count();
    }

    private RegisterModel.Ahead ahead(YearMonth month, String uri) {
        Stream<RegisterModel.Line> held =
                meetings.stream().filter(event -> isAhead(month, event)).map(event -> line(event, event.summary()));
        Stream<RegisterModel.Line> planned = plans.stream()
                .filter(event -> isAhead(month, event) && isShort(event))
                .map(event -> line(event, String.join("、", event.categories()) + "：" + event.summary()));
        Stream<RegisterModel.Line> due = tasks.of(month).stream()
                .filter(task -> !task.state().equals(MonthTasks.DONE))
                .map(task -> new RegisterModel.Line(
                        task.day(), DateText.chineseDay(LocalDate.parse(task.day())) + "前", task.what(), task.uri()));
        List<RegisterModel.Line> lines = Stream.of(tasks.onDuty(month), held, planned, due)
                .flatMap(line -> line)
                .sorted(Comparator.comparing(RegisterModel.Line::day))
                .toList();
        int shown = Math.min(LINES, lines.size());
        return new RegisterModel.Ahead(DateText.chinese(month), uri, lines.subList(0, shown), lines.size() - shown);
    }

    private boolean isAhead(YearMonth month, SiteEvent event) {
        return isIn(month, event) && !event.when().lastDay().isBefore(site.asOf());
    }

    static RegisterModel.Line line(SiteEvent event, String title) {
        return new RegisterModel.Line(
                event.when().firstDay().toString(),
                when(event.when()),
                title,
                event.item().address());
    }

    /** Returns links to the months of each year with such pages. */
    public Map<Integer, List<Model.Link>> links() {
        return months.stream()
                .collect(
                        Collectors.groupingBy(YearMonth::getYear, Collectors.mapping(this::link, Collectors.toList())));
    }

    private Model.Link link(YearMonth month) {
        return new Model.Link(month.getMonthValue() + "月", address(month));
    }

    private static String address(YearMonth month) {
        return Site.YEARS + String.format(Locale.ROOT, "%d/month-%02d.html", month.getYear(), month.getMonthValue());
    }

    public List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        pages.add(new Page(ADDRESS, "month.ftl", this::current));
        for (int i = 0; i < months.size(); i++) {
            int index = i;
            pages.add(new Page(address(months.get(i)), "month.ftl", () -> dated(index)));
        }
        return pages;
    }

    private Map<String, Object> current() {
        YearMonth month = YearMonth.from(site.asOf());
        Map<String, Object> variables = variables(ADDRESS, NAME, Model.Link.way(NAME), month, months.indexOf(month));
        variables.put("late", late());
        return variables;
    }

    private Map<String, Object> dated(int index) {
        YearMonth month = months.get(index);
        String year = month.getYear() + "年";
        Model.Link up = model.info().years().stream()
                .filter(it -> it.year() == month.getYear())
                .findFirst()
                .map(it -> new Model.Link(year, it.uri()))
                .orElse(new Model.Link(year, null));
        return variables(
                address(month),
                DateText.chinese(month),
                Model.Link.way(link(month).title(), Model.Link.YEARS, up),
                month,
                index);
    }

    /** @param index index of the month among those that have pages; -1 if it has none */
    private Map<String, Object> variables(
            String address, String title, List<Model.Link> crumbs, YearMonth month, int index) {
        Map<String, Object> variables = model.base(
                model.page(address, "month", title, crumbs, crumbs.get(1).uri()));
        List<SiteEvent> now =
                meetings.stream().filter(event -> isIn(month, event)).toList();
        List<SiteEvent> planned = plans.stream()
                .filter(event -> !YearMonth.from(event.when().begins()).isAfter(month)
                        && !YearMonth.from(event.when().lastDay()).isBefore(month))
                .toList();
        variables.put("current", address.equals(ADDRESS));
        variables.put("monthText", DateText.chinese(month));
        variables.put("here", address(month));
        int year = months.isEmpty() || months.stream().anyMatch(it -> it.getYear() == month.getYear())
                ? month.getYear()
                : months.get(months.size() - 1).getYear();
        variables.put("monthsYear", year);
        variables.put("months", links().getOrDefault(year, List.of()));
        variables.put("previous", index > 0 ? address(months.get(index - 1)) : null);
        variables.put("next", index >= 0 && index + 1 < months.size() ? address(months.get(index + 1)) : null);
        variables.put("notices", notices(month));
        variables.put("events", now.stream().map(MonthPages::row).toList());
        variables.put(
                "study",
                planned.stream()
                        .filter(event -> event.categories().contains("学习") && isShort(event))
                        .map(MonthPages::row)
                        .toList());
        variables.put("due", tasks.of(month));
        variables.put("planned", !planned.isEmpty() || tasks.isPlannedFor(month));
        Stream<YearMonth> earlier = isEmpty(month) ? months.stream() : Stream.empty();
        variables.put(
                "latest",
                earlier.filter(it -> it.isBefore(month) && !isEmpty(it))
                        .reduce((one, other) -> other)
                        .map(it -> new Model.Link(DateText.chinese(it), address(it)))
                        .orElse(null));
        variables.put("duePage", RegisterPages.due(registers));
        return variables;
    }

    private boolean isEmpty(YearMonth month) {
        return tasks.of(month).isEmpty()
                && Stream.concat(meetings.stream(), plans.stream()).noneMatch(event -> isIn(month, event))
                && notices(month).isEmpty();
    }

    /** Returns the entries whose 公示 overlaps the month, in the order of their last days. */
    private List<Model.Post> notices(YearMonth month) {
        return site.items().stream()
                .filter(item -> item.entry()
                        .notice()
                        .filter(notice -> !notice.from().isAfter(month.atEndOfMonth())
                                && !notice.to().isBefore(month.atDay(1)))
                        .isPresent())
                .sorted(Comparator.comparing(
                        (Item item) -> item.entry().notice().orElseThrow().to()))
                .map(item -> model.post(item, null, List.of()))
                .toList();
    }

    static boolean isShort(SiteEvent event) {
        CalendarEvent.When when = event.when();
        return when.firstDay().plusDays(LONGEST_STUDY).isAfter(when.lastDay());
    }

    private static boolean isIn(YearMonth month, SiteEvent event) {
        return YearMonth.from(event.when().begins()).equals(month);
    }

    static RegisterModel.Event row(SiteEvent event) {
        return new RegisterModel.Event(
                event.when().firstDay().toString(),
                when(event.when()),
                event.summary(),
                event.item().address(),
                String.join("、", event.categories()),
                SiteModel.orNull(event.place()));
    }

    private static String when(CalendarEvent.When when) {
        return DateText.chineseDays(when.firstDay(), when.lastDay())
                + when.time().map(DateText::chinese).orElse("");
    }
}
