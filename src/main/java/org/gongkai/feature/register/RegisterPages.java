package org.gongkai.feature.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gongkai.feature.register.calendar.SiteCalendars;
import org.gongkai.feature.register.model.DueList;
import org.gongkai.feature.register.model.Expectation;
import org.gongkai.feature.register.model.Register;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.Page;
import org.gongkai.render.model.SiteModel;
import org.gongkai.site.Item;
import org.gongkai.text.DateText;

/** Plans the pages of registers. */
public record RegisterPages(
        SiteModel model,
        List<Register> registers,
        Supplier<List<Register>> next,
        Set<String> calendars,
        WallPages wall,
        boolean gaps,
        Model.Link due) {

    /** The registers whose rows the year wall shows by month. */
    private static final List<String> YEAR_WALL = List.of("meetings", "theme-days", "dues");

    private static final String INDEX = Register.FOLDER + "index.html";
    private static final String DUE = Register.FOLDER + "due/index.html";
    private static final String CALENDAR = Register.FOLDER + "due/calendar.ics";
    /** Maximum number of items on the page of what is due; the registers contain all. */
    private static final int ROWS = 300;

    /** The number of sheets for the notice wall in the overview. */
    private static final int SHEETS = 3;

    /** Number of ended 公示 that are listed. */
    private static final int ENDED = 3;

    static final Model.Link ALL = new Model.Link("台账", INDEX);

    /**
     * @param registers the registers of the site's audience; those without rows have no page
     * @param next the same with what is expected until the end of the next month
     */
    public RegisterPages(SiteModel model, List<Register> registers, Supplier<List<Register>> next) {
        this(
                model,
                List.copyOf(registers),
                next,
                new SiteCalendars(model.site(), registers).addresses(),
                new WallPages(model, registers),
                registers.stream().allMatch(Register::showsGaps),
                due(registers));
    }

    /** Returns the address of the overview of registers; empty if none of them has a row. */
    public static Optional<String> overview(List<Register> registers) {
        return registers.stream().allMatch(Register::isEmpty) ? Optional.empty() : Optional.of(INDEX);
    }

    /** The link to the page of what is due; its title depends on whether it lists overdue items. */
    static Model.Link due(List<Register> registers) {
        return new Model.Link(registers.stream().allMatch(Register::showsGaps) ? "应办事项" : "近期事项", DUE);
    }

    /** Returns every page; none if no register has a row. */
    public List<Page> pages() {
        List<Register> filled =
                registers.stream().filter(register -> !register.isEmpty()).toList();
        if (filled.isEmpty()) {
            return List.of();
        }
        List<Page> pages = new ArrayList<>();
        pages.add(index(filled));
        pages.add(duePage());
        filled.forEach(register -> pages.add(page(register)));
        pages.addAll(wall.pages());
        return pages;
    }

    private Page index(List<Register> filled) {
        return new Page(INDEX, "registers.ftl", () -> {
            Map<String, Object> variables = ALL.page(model, "registers", INDEX);
            List<String> groups = filled.stream()
                    .map(register -> register.spec().heading().group())
                    .toList();
            variables.put(
                    "registers",
                    filled.stream()
                            .map(this::listed)
                            .sorted(Comparator.comparing(register -> groups.indexOf(register.group())))
                            .toList());
            variables.put(
                    "without",
                    registers.stream()
                            .filter(Register::isEmpty)
                            .map(register -> register.spec().name())
                            .collect(Collectors.joining("、")));
            variables.put(
                    "charts", gaps ? CoverageChart.overview(filled, model.site().asOf()) : walls(filled));
            variables.put("due", due);
            variables.put("gaps", gaps);
            variables.put("sheets", wall.latest(SHEETS));
            variables.put("sheetsUri", WallPages.INDEX);
            variables.put("audience", audience());
            return variables;
        });
    }

    /** What was held in the latest years; without gaps, nothing says that something is missing. */
    private static List<RegisterModel.Chart> walls(List<Register> filled) {
        List<Register> ofMonths = YEAR_WALL.stream()
                .flatMap(id ->
                        filled.stream().filter(register -> register.spec().id().equals(id)))
                .toList();
        return ofMonths.stream()
                .flatMap(register -> register.years().stream().map(Register.Year::year))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .limit(CoverageChart.YEARS)
                .flatMap(year -> HeldChart.wall(ofMonths, year).stream())
                .toList();
    }

    private RegisterModel.Listed listed(Register register) {
        List<Expectation> missing = register.missing();
        int overdue = (int) missing.stream()
                .filter(expected -> expected.isOverdue(register.asOf()))
                .count();
        int first = register.years().get(register.years().size() - 1).year();
        int last = register.years().get(0).year();
        return new RegisterModel.Listed(
                register.spec().name(),
                register.address(),
                register.spec().heading().group(),
                SiteModel.orNull(register.spec().heading().description()),
                (int) register.rows().count(),
                first == last ? String.valueOf(first) : first + "—" + last,
                overdue,
                missing.size() - overdue);
    }

    private Page duePage() {
        return new Page(DUE, "registers-due.ftl", () -> {
            Map<String, Object> variables = due.page(model, "registers", INDEX, ALL);
            variables.put("gaps", gaps);
            variables.put("notices", gaps ? List.of() : openNotices());
            variables.put("ended", gaps ? List.of() : ended());
            variables.put("calendar", calendars.contains(CALENDAR) ? CALENDAR : null);
            List<DueList.Item> items = DueList.of(model.site(), registers).items();
            variables.put(
                    "due", items.stream().limit(ROWS).map(RegisterPages::due).toList());
            variables.put("more", Math.max(0, items.size() - ROWS));
            variables.put("jobs", new TaskSheet(model.site(), next.get()).jobs());
            variables.put("audience", audience());
            return variables;
        });
    }

    private List<Model.Post> openNotices() {
        return model.site().openNotices().stream()
                .map(item -> model.post(item, null, List.of()))
                .toList();
    }

    /** Returns the 公示 that ended last, for members who look for their results. */
    private List<Model.Post> ended() {
        return model.site().items().stream()
                .filter(item -> item.entry()
                        .notice()
                        .filter(notice -> notice.to().isBefore(model.site().asOf()))
                        .isPresent())
                .sorted(Comparator.comparing((Item item) ->
                                item.entry().notice().orElseThrow().to())
                        .reversed())
                .limit(ENDED)
                .map(item -> model.post(item, null, List.of()))
                .toList();
    }

    static RegisterModel.Due due(DueList.Item item) {
        return new RegisterModel.Due(
                item.what(),
                DateText.chinese(item.due()),
                item.state(),
                item.isOverdue(),
                SiteModel.orNull(item.basis()),
                item.register()
                        .map(register -> new Model.Link(register.spec().name(), register.address()))
                        .orElse(null));
    }

    private Page page(Register register) {
        String address = register.address();
        return new Page(address, "register.ftl", () -> {
            String name = register.spec().name();
            Map<String, Object> variables =
                    model.base(model.page(address, "registers", name + "台账", Model.Link.way(name, ALL), INDEX));
            RegisterYears years = new RegisterYears(register, model.site());
            variables.put("heading", name + "台账");
            variables.put("intro", SiteModel.orNull(register.spec().heading().description()));
            variables.put("form", register.spec().source().type().words().get(0));
            variables.put("term", years.term().orElse(null));
            variables.put("years", years.all());
            variables.put("gaps", gaps);
            variables.put("running", register.asOf().getYear());
            variables.put("charts", new RegisterCharts(register).ofAllYears());
            variables.put(
                    "downloads",
                    downloads(Register.FOLDER + register.spec().id() + "/"
                            + register.spec().id()));
            variables.put(
                    "elections",
                    registers.stream()
                            .filter(other -> other.spec().id().equals("elections") && !other.isEmpty())
                            .map(Register::address)
                            .findFirst()
                            .orElse(null));
            variables.put("audience", audience());
            variables.put("open", openNotices());
            return variables;
        });
    }

    private List<Model.Link> downloads(String base) {
        List<Model.Link> files = new ArrayList<>(List.of(
                new Model.Link("Excel 表格", base + ".xlsx"),
                new Model.Link("纯文本表格", base + ".csv"),
                new Model.Link("数据文件", base + ".json")));
        if (calendars.contains(base + ".ics")) {
            files.add(new Model.Link("日历", base + ".ics"));
        }
        return files;
    }

    /** Returns a note for a site with several audiences, whose numbers may differ. */
    private String audience() {
        List<SiteConfig.Audience> audiences = model.site().config().audiences();
        return audiences.size() < 2 ? null : "本页只统计对您公开的内容；其他公开范围的条目没有算在内。";
    }
}
