package org.gongkai.feature.register;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.feature.register.calendar.SiteEvents;
import org.gongkai.feature.register.calendar.SiteEvents.SiteEvent;
import org.gongkai.feature.register.model.ExpectationSpec;
import org.gongkai.feature.register.model.Register;
import org.gongkai.feature.register.model.RegisterSpec;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.NoticePeriod;
import org.gongkai.output.table.Cell;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.Page;
import org.gongkai.render.model.SiteModel;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.text.DateText;
import org.gongkai.text.Period;

/** Plans the sheets for the notice wall, one for each month, and the list of them. */
final class WallPages {

    /** The address of the list of sheets. */
    static final String INDEX = Register.WALL + "index.html";

    private static final String TITLE = "公开栏张贴稿";

    private final SiteModel model;
    private final SortedMap<YearMonth, WallMonths.Month> months;

    /** @param registers the registers of the site's audience */
    WallPages(SiteModel model, List<Register> registers) {
        this.model = model;
        this.months = new WallMonths(model.site(), registers).all();
    }

    /** The latest sheets, the newest first. */
    List<Model.Link> latest(int count) {
        return months.keySet().stream().limit(count).map(WallPages::link).toList();
    }

    /** Returns every page; none if no month has any content. */
    List<Page> pages() {
        List<Page> pages = new ArrayList<>(months.isEmpty() ? List.of() : List.of(index()));
        Map<YearMonth, List<Item>> published =
                model.site().counted(model.site().items()).stream().collect(Collectors.groupingBy(WallPages::posted));
        months.forEach(
                (month, contents) -> pages.add(sheet(month, contents, published.getOrDefault(month, List.of()))));
        return pages;
    }

    private static Model.Link link(YearMonth month) {
        return new Model.Link(DateText.chinese(month), Register.wallSheet(month));
    }

    private Page index() {
        return new Page(INDEX, "wall-index.ftl", () -> {
            Map<String, Object> variables =
                    new Model.Link(TITLE, INDEX).page(model, "registers", RegisterPages.ALL.uri(), RegisterPages.ALL);
            Map<Integer, List<Model.Link>> years = new LinkedHashMap<>();
            months.keySet().forEach(month -> years.computeIfAbsent(month.getYear(), any -> new ArrayList<>())
                    .add(link(month)));
            variables.put(
                    "years",
                    years.entrySet().stream()
                            .map(year -> new RegisterModel.WallYear(year.getKey(), year.getValue()))
                            .toList());
            return variables;
        });
    }

    private Page sheet(YearMonth month, WallMonths.Month contents, List<Item> published) {
        String address = Register.wallSheet(month);
        return new Page(address, "wall.ftl", () -> {
            Set<Item> shown = contents.entries().collect(Collectors.toSet());
            String title = link(month).title() + "党务公开栏";
            Map<String, Object> variables = model.base(model.page(
                    address,
                    "wall",
                    title,
                    Model.Link.way(link(month).title(), RegisterPages.ALL, new Model.Link(TITLE, INDEX)),
                    RegisterPages.ALL.uri()));
            variables.put("heading", title);
            variables.put(
                    "notices", contents.notices().stream().map(this::notice).toList());
            variables.put(
                    "announced",
                    contents.announced().stream().map(MonthPages::row).toList());
            variables.put(
                    "sections", contents.parts().stream().map(this::section).toList());
            variables.put(
                    "publisher",
                    SiteModel.orNull(publisher(contents)
                            .orElse(model.site().config().branch().unit())));
            variables.put("posted", DateText.chinese(posted(month, contents)));
            variables.put("rows", contents.rows());
            variables.put(
                    "others",
                    published.stream()
                            .filter(item -> !shown.contains(item))
                            .map(item -> model.post(item, null, List.of()))
                            .toList());
            return variables;
        });
    }

    /** Returns the only publisher of the contents of a sheet; empty if there are several. */
    private static Optional<String> publisher(WallMonths.Month contents) {
        List<String> publishers = contents.entries()
                .map(item -> item.entry().publication().publisher())
                .filter(publisher -> !publisher.isEmpty())
                .distinct()
                .toList();
        return publishers.size() == 1 ? Optional.of(publishers.get(0)) : Optional.empty();
    }

    /** Returns the first day of the month or later on which all contents of its sheet were public. */
    private static LocalDate posted(YearMonth month, WallMonths.Month contents) {
        return contents.entries()
                .map(item -> item.entry().dates().day())
                .reduce(month.atDay(1), (day, other) -> day.isAfter(other) ? day : other);
    }

    private static YearMonth posted(Item item) {
        return YearMonth.from(item.entry().dates().published());
    }

    private RegisterModel.WallNotice notice(Item item) {
        Entry entry = item.entry();
        Entry.Notice notice = entry.notice().orElseThrow();
        String contact = entry.own().stream()
                .filter(field -> NoticePeriod.CHANNELS.contains(field.spec().name()))
                .map(Entry.OwnField::value)
                .filter(Value.Text.class::isInstance)
                .map(value -> ((Value.Text) value).text().strip())
                .collect(Collectors.joining("，"));
        return new RegisterModel.WallNotice(
                entry.title(),
                item.address(),
                period(notice),
                notice.workingDays().orElse(null),
                SiteModel.orNull(
                        contact.isEmpty() ? model.site().config().branch().supervision() : contact));
    }

    /** Omits a repeated year, as the cell is narrow. */
    private static String period(Entry.Notice notice) {
        return notice.from().getYear() == notice.to().getYear()
                ? notice.from().getYear() + "年" + DateText.chineseDays(notice.from(), notice.to())
                : DateText.chinese(notice.from()) + "至" + DateText.chinese(notice.to());
    }

    private RegisterModel.WallSection section(WallMonths.Part part) {
        RegisterSpec spec = part.register().spec();
        RegisterTable table = new RegisterTable(part.register(), part.rows(), model.site())
                .without(spec.named().unposted().stream().map(spec::column).toList());
        return new RegisterModel.WallSection(spec.name(), spec.id(), table.columns(), table.rows(true), table.more());
    }

    /**
     * The contents of the sheets for the notice wall by month: the 公示 and pledges of the month, its events, and the
     * figures that were published in it. They do not depend on the day of the site, so that a sheet changes only with
     * its entries.
     */
    private static final class WallMonths {

        /** Registers whose rows belong to the month of their event. */
        private static final List<String> EVENTS = List.of("meetings", "theme-days");

        /**
         * Registers whose rows belong to the month in which they were published, as they are about a longer and earlier
         * period.
         */
        private static final List<String> FIGURES = List.of("dues", "points");

        /**
         * The register whose rows belong to all months from that of their publication to that in which they are due.
         */
        private static final String PLEDGES = "pledges";

        /** Maximum number of months of a 公示 or pledge: a mistyped period must not create hundreds of sheets. */
        private static final int LONGEST = 12;

        private final TreeMap<YearMonth, Month> months = new TreeMap<>(Comparator.reverseOrder());

        /** The contents of a sheet, with the events that entries of the month announce. */
        record Month(List<Item> notices, List<SiteEvent> announced, List<Part> parts) {
            private void add(Register register, Register.Row row) {
                if (parts.isEmpty() || parts.get(parts.size() - 1).register() != register) {
                    parts.add(new Part(register, new ArrayList<>()));
                }
                parts.get(parts.size() - 1).rows().add(row);
            }

            /** The entries that it shows. */
            Stream<Item> entries() {
                return Stream.of(
                                notices.stream(),
                                announced.stream().map(SiteEvent::item),
                                parts.stream()
                                        .flatMap(part -> part.rows().stream())
                                        .flatMap(row -> row.entries().stream()))
                        .flatMap(items -> items);
            }

            /** The number of rows of its tables. */
            int rows() {
                return notices.size()
                        + announced.size()
                        + parts.stream().mapToInt(part -> part.rows().size()).sum();
            }
        }

        /** The rows of a register. */
        record Part(Register register, List<Register.Row> rows) {}

        /** @param registers the registers of the site's audience */
        WallMonths(Site site, List<Register> registers) {
            site.items().forEach(item -> item.entry().notice().ifPresent(notice -> span(
                            YearMonth.from(notice.from()), notice.to())
                    .forEach(month -> months.get(month).notices().add(item))));
            Stream.of(EVENTS, FIGURES, List.of(PLEDGES)).flatMap(List::stream).forEach(id -> registers.stream()
                    .filter(register -> register.spec().id().equals(id))
                    .forEach(this::add));
            new SiteEvents(site).announced(List.of()).forEach(event -> Optional.ofNullable(months.get(
                            YearMonth.from(event.item().entry().dates().published())))
                    .ifPresent(month -> month.announced().add(event)));
        }

        /** The months with any content, the latest first. */
        SortedMap<YearMonth, Month> all() {
            return Collections.unmodifiableSortedMap(months);
        }

        /** The months from one to that of a day, each with a sheet. */
        private List<YearMonth> span(YearMonth first, LocalDate last) {
            return Stream.iterate(first, month -> !month.isAfter(YearMonth.from(last)), month -> month.plusMonths(1))
                    .limit(LONGEST)
                    .peek(month -> months.computeIfAbsent(
                            month, key -> new Month(new ArrayList<>(), new ArrayList<>(), new ArrayList<>())))
                    .toList();
        }

        /** A row that belongs to several years is added once; pledges keep their order. */
        private void add(Register register) {
            boolean isPledge = register.spec().id().equals(PLEDGES);
            boolean isEvent = EVENTS.contains(register.spec().id());
            Set<Register.Row> seen = Collections.newSetFromMap(new IdentityHashMap<>());
            register.rows()
                    .filter(seen::add)
                    .sorted(Comparator.comparing(
                            row -> isPledge ? LocalDate.MIN : row.day().orElse(LocalDate.MIN)))
                    .forEach(row -> (isEvent ? row.day().map(YearMonth::from) : published(row))
                            .ifPresent(first -> span(first, isPledge ? due(register, row) : first.atEndOfMonth())
                                    .forEach(month -> months.get(month)
                                            .add(register, isPledge ? asOf(month, register, row) : row))));
        }

        /** A row as it was in a month: before that in which it is due, nobody knew what would come of it. */
        private static Register.Row asOf(YearMonth month, Register register, Register.Row row) {
            return register.spec().expected(ExpectationSpec.Type.PER_ROW).stream()
                    .map(expected -> register.spec().column(expected.done().state()))
                    .filter(state -> month.isBefore(YearMonth.from(due(register, row))))
                    .findFirst()
                    .map(state -> row.with(IntStream.range(0, row.cells().size())
                            .mapToObj(i -> i < state ? row.cells().get(i) : Cell.Text.NONE)
                            .toList()))
                    .orElse(row);
        }

        private static LocalDate due(Register register, Register.Row row) {
            return Period.parse(row.cell(register.spec(), "时限").text(), row.lastYear())
                    .map(Period::to)
                    .orElse(LocalDate.of(row.lastYear(), 12, 31));
        }

        private static Optional<YearMonth> published(Register.Row row) {
            return row.entries().stream().map(WallPages::posted).min(Comparator.naturalOrder());
        }
    }
}
