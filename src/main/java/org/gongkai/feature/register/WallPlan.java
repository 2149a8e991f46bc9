package org.gongkai.feature.register;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.gongkai.feature.register.model.Register;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.NoticePeriod;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.Page;
import org.gongkai.render.model.SiteModel;
import org.gongkai.site.Item;
import org.gongkai.text.DateText;

/** Plans the sheets for the notice wall, one for each month, and the list of them. */
final class WallPlan {

    /** The address of the list of sheets. */
    static final String INDEX = Register.WALL + "index.html";

    private static final String TITLE = "公开栏张贴稿";

    private final SiteModel model;
    private final SortedMap<YearMonth, WallMonths.Month> months;

    /** @param registers the registers of the site's audience */
    WallPlan(SiteModel model, List<Register> registers) {
        this.model = model;
        this.months = new WallMonths(model.site(), registers).all();
    }

    /** The latest sheets, the newest first. */
    List<Model.Link> latest(int count) {
        return months.keySet().stream().limit(count).map(WallPlan::link).toList();
    }

    /** Returns every page; none if no month has any content. */
    List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        months.forEach((month, contents) -> pages.add(sheet(month, contents)));
        if (!pages.isEmpty()) {
            pages.add(index());
        }
        return pages;
    }

    private static Model.Link link(YearMonth month) {
        return new Model.Link(DateText.chinese(month), Register.wallSheet(month));
    }

    private Page index() {
        return new Page(INDEX, "wall-index.ftl", () -> {
            Map<String, Object> variables = model.base(model.page(
                    INDEX, "registers", TITLE, Model.Link.way(TITLE, RegisterPlan.ALL), RegisterPlan.ALL.uri()));
            Map<Integer, List<Model.Link>> years = months.keySet().stream()
                    .collect(Collectors.groupingBy(
                            YearMonth::getYear,
                            LinkedHashMap::new,
                            Collectors.mapping(WallPlan::link, Collectors.toList())));
            variables.put(
                    "years",
                    years.entrySet().stream()
                            .map(year -> new RegisterModel.WallYear(year.getKey(), year.getValue()))
                            .toList());
            return variables;
        });
    }

    private Page sheet(YearMonth month, WallMonths.Month contents) {
        String address = Register.wallSheet(month);
        return new Page(address, "wall.ftl", () -> {
            String title = link(month).title() + "党务公开栏";
            Map<String, Object> variables = model.base(model.page(
                    address,
                    "wall",
                    title,
                    Model.Link.way(link(month).title(), RegisterPlan.ALL, new Model.Link(TITLE, INDEX)),
                    RegisterPlan.ALL.uri()));
            variables.put("heading", title);
            variables.put(
                    "notices", contents.notices().stream().map(this::notice).toList());
            variables.put(
                    "announced",
                    contents.announced().stream().map(MonthPlan::row).toList());
            variables.put(
                    "sections", contents.parts().stream().map(this::section).toList());
            variables.put(
                    "publisher",
                    SiteModel.orNull(
                            publisher(contents).orElse(model.site().config().unit())));
            variables.put("posted", DateText.chinese(posted(month, contents)));
            variables.put("rows", contents.rows());
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
                .map(item -> item.entry().dates().published().toLocalDate())
                .filter(day -> day.isAfter(month.atDay(1)))
                .max(LocalDate::compareTo)
                .orElse(month.atDay(1));
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
                SiteModel.orNull(contact.isEmpty() ? model.site().config().supervision() : contact));
    }

    /** Omits a repeated year, as the cell is narrow. */
    private static String period(Entry.Notice notice) {
        return notice.from().getYear() == notice.to().getYear()
                ? notice.from().getYear() + "年" + DateText.chineseDays(notice.from(), notice.to())
                : DateText.chinese(notice.from()) + "至" + DateText.chinese(notice.to());
    }

    private RegisterModel.WallSection section(WallMonths.Part part) {
        RegisterTable table = new RegisterTable(part.register(), part.rows(), model.site());
        return new RegisterModel.WallSection(
                part.register().spec().name(),
                part.register().spec().id(),
                table.columns(),
                table.rows(true),
                table.more());
    }
}
