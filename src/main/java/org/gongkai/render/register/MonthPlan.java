package org.gongkai.render.register;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.DateText;
import org.gongkai.register.DueList;
import org.gongkai.register.Register;
import org.gongkai.register.calendar.CalendarEvent;
import org.gongkai.register.calendar.SiteEvent;
import org.gongkai.register.calendar.SiteEvents;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.MonthModel;
import org.gongkai.render.model.Page;
import org.gongkai.render.model.SiteModel;
import org.gongkai.site.Item;
import org.gongkai.site.Site;

/**
 * Plans the page of the month of the site's day: its 公示, its meetings and theme days, its study, what is due. It
 * exists where registers exist and an entry states the day of an event.
 */
public final class MonthPlan {

    /** A study that lasts longer is no event of a month. */
    private static final int LONGEST_STUDY = 31;

    private final SiteModel model;
    private final Site site;
    private final List<Register> registers;
    private final YearMonth month;
    private final SiteEvents events;

    public MonthPlan(SiteModel model, List<Register> registers) {
        this.model = model;
        this.site = model.site();
        this.registers = registers;
        this.month = YearMonth.from(site.asOf());
        this.events = new SiteEvents(site);
    }

    /** Returns the day on which the page shows another month; empty if there is no such page. */
    public static Optional<LocalDate> nextChange(List<Register> registers, Site site) {
        return RegisterPlan.overview(registers)
                .filter(uri -> !new SiteEvents(site).isEmpty())
                .map(uri -> site.asOf().withDayOfMonth(1).plusMonths(1));
    }

    /** Returns the page; none without registers. */
    public List<Page> pages() {
        return model.info().monthUri() == null
                ? List.of()
                : List.of(new Page(SiteModel.MONTH, "month.ftl", this::variables));
    }

    private Map<String, Object> variables() {
        Map<String, Object> variables = model.base(model.page(
                SiteModel.MONTH,
                "month",
                "本月",
                List.of(new Model.Link("首页", "index.html"), new Model.Link("本月", null)),
                null));
        Map<String, SiteEvent> known = new LinkedHashMap<>();
        // An entry of two kinds is both.
        Stream.concat(events.themeDays().stream(), events.meetings().stream())
                .forEach(event -> known.putIfAbsent(event.id(), event));
        List<SiteEvent> meetings = known.values().stream()
                .sorted(Comparator.comparing((SiteEvent event) -> event.when().begins()))
                .toList();
        List<DueList.Item> due = DueList.of(site, registers).items();
        variables.put("monthText", month.getYear() + "年" + month.getMonthValue() + "月");
        variables.put("notices", notices());
        variables.put(
                "events",
                meetings.stream().filter(this::isNow).map(MonthPlan::row).toList());
        variables.put("last", lastThemeDay(meetings));
        variables.put("study", study());
        variables.put(
                "due",
                due.stream()
                        .filter(item -> !item.isOverdue())
                        .filter(item -> YearMonth.from(item.due()).equals(month))
                        .map(RegisterPlan::due)
                        .toList());
        variables.put("late", due.stream().filter(DueList.Item::isOverdue).count());
        variables.put("duePage", RegisterPlan.due(registers));
        return variables;
    }

    /** The entries whose 公示 period has a day in the month, those that end first in front. */
    private List<Model.Post> notices() {
        return site.items().stream()
                .filter(item -> item.entry()
                        .notice()
                        .filter(notice -> !notice.from().isAfter(month.atEndOfMonth())
                                && !notice.to().isBefore(month.atDay(1)))
                        .isPresent())
                .sorted(Comparator.comparing(MonthPlan::end))
                .map(item -> model.post(item, null, List.of()))
                .toList();
    }

    private static LocalDate end(Item item) {
        return item.entry().notice().map(Entry.Notice::to).orElseThrow();
    }

    private boolean isNow(SiteEvent event) {
        return YearMonth.from(event.when().begins()).equals(month);
    }

    /** The latest theme day before the month, for readers who find none in it. */
    private Model.Dated lastThemeDay(List<SiteEvent> meetings) {
        List<SiteEvent> days = meetings.stream()
                .filter(event -> event.categories().contains("主题党日"))
                .toList();
        if (days.stream().anyMatch(this::isNow)) {
            return null;
        }
        return days.stream()
                .filter(event -> event.when().begins().toLocalDate().isBefore(month.atDay(1)))
                .reduce((one, other) -> other)
                .map(event -> new Model.Dated(
                        event.item().entry().title(),
                        event.item().address(),
                        event.when().begins().toLocalDate().toString()))
                .orElse(null);
    }

    private List<MonthModel.Event> study() {
        List<MonthModel.Event> rows = new ArrayList<>();
        events.study().stream()
                .filter(event -> event.when() instanceof CalendarEvent.Days days
                        && !days.first().isAfter(month.atEndOfMonth())
                        && !days.last().isBefore(month.atDay(1))
                        && days.first().plusDays(LONGEST_STUDY).isAfter(days.last()))
                .sorted(Comparator.comparing((SiteEvent event) -> event.when().begins()))
                .map(MonthPlan::row)
                .forEach(rows::add);
        return rows;
    }

    private static MonthModel.Event row(SiteEvent event) {
        return new MonthModel.Event(
                event.when().begins().toLocalDate().toString(),
                when(event.when()),
                event.summary(),
                event.item().address(),
                String.join("、", event.categories()),
                SiteModel.orNull(event.place()));
    }

    private static String when(CalendarEvent.When when) {
        String day = DateText.chineseDay(when.begins().toLocalDate());
        if (when instanceof CalendarEvent.Days days) {
            return days.first().equals(days.last()) ? day : day + "至" + DateText.chineseDay(days.last());
        }
        int minute = when.begins().getMinute();
        return day + when.begins().getHour() + "时" + (minute == 0 ? "" : minute + "分");
    }
}
